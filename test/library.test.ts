import { plan, render, validate } from '../generator/library.ts'

const text = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'

it('validates, plans and renders the text of a host file', () => {
  const { config, diagnostics } = validate(text)
  expect(diagnostics).toEqual([])
  const files = render(config ? [plan(config)] : [])
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['inventory/hosts', 'justfile', 'setup.yml']))
})

it.each([
  ['domain: example.com', 'domain: exa mple.com', 'invalid-value', 2],
  ['host: ', 'hots: ', 'unknown-key', 3],
  ['synapse', 'conduit', 'unsupported-homeserver', 4],
])('%s as %s is a diagnostic with its place, and no config', (right, wrong, code, line) => {
  const { config, diagnostics } = validate(text.replace(right, wrong), 'a.yml')
  expect(config).toBeUndefined()
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code, place: expect.objectContaining({ file: 'a.yml', line }) }),
  )
})
