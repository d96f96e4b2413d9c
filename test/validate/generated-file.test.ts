import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

function reported(file: string): string[] {
  const host = { version: 1, domain: 'example.org', host: 'matrix.example.org', homeserver: 'synapse' }
  const text = JSON.stringify({ ...host, users: [{ username: 'anna', generate: { file } }] })
  return validateSource(parseSource('registrar.yml', text)).diagnostics.map(({ message }) => message)
}

it.each([
  'passwords/anna length=1',
  'a b=c/anna',
  "it's",
  'say "x',
  '{{ x }}',
  'a{%b',
  'a\\b',
  'a\nb',
  'x\u0085 length=1',
])('%j is no file for a password, for Ansible would read it otherwise', (file) =>
  expect(reported(file)).toEqual([`${JSON.stringify(file)} is a path that Ansible would read differently.`]),
)

it.each(['passwords/anna', 'My School/anna', '/srv/a=b', 'passwords/a%2Fb', '~/anna', 'größe/anna', '{a}'])(
  '%j is one',
  (file) => expect(reported(file)).toEqual([]),
)
