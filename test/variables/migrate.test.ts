import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isKnown, translate } from '../../generator/dialects/judge-name.ts'
import { namesOf } from '../../generator/dialects/names.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const newest = namesOf('2026-08')
const renamed = [...new Set([...namesOf('2024-10'), ...namesOf('2025-06')])].flatMap((name) => {
  const renamed = isKnown(name, newest) ? undefined : translate(name, newest)
  return renamed ? [{ name, to: renamed.to }] : []
})
// Two old names can have become one: each file sets it once.
const once = renamed.filter(({ to }, index) => renamed.findIndex((other) => other.to === to) === index)

it('rewrites every renamed name, and not a byte elsewhere', async () => {
  const line = (name: string, index: number) =>
    index % 3 ? `${name}:   true # ${index}: was it?` : `"${name}": "{{ other | default('x') }}"   `
  const file = (names: string[]) =>
    `---\n# matrix_synapse_admin_enabled stays in a comment\n\n${names.map(line).join('\n\n')}\n`
  const root = makeDirectory({ 'vars.yml': file(once.map(({ name }) => name)) })
  const { exitCode, stderr } = await registrar(['migrate', 'vars.yml', '--to', '2026-08'], { cwd: root })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: `vars.yml: ${once.length} names rewritten.\n` })
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(file(once.map(({ to }) => to)))
  expect(once.length).toBeGreaterThan(500)
})

it('rewrites names in templates, lists what has no translation, and only shows with --diff', async () => {
  const text = 'my_own: "{{ matrix_synapse_admin_enabled }}"\nmatrix_registration_enabled: true\n'
  const root = makeDirectory({ 'vars.yml': text })
  const shown = await registrar(['migrate', 'vars.yml', '--to', '2026-08', '--diff'], { cwd: root })
  expect(shown).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('matrix_registration_enabled has no translation'),
  })
  expect(shown.stdout).toContain('+my_own: "{{ matrix_ketesa_enabled }}"')
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(text)
})

it('does not make a key twice, nor touch what is not YAML', async () => {
  const text = 'matrix_synapse_admin_enabled: true\nmatrix_ketesa_enabled: false\n'
  const root = makeDirectory({ 'vars.yml': text, 'broken.yml': 'a: [\n' })
  expect(await registrar(['migrate', 'vars.yml', '--to', '2026-08'], { cwd: root })).toMatchObject({ exitCode: 1 })
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(text)
  expect((await registrar(['migrate', 'broken.yml', '--to', '2026-08'], { cwd: root })).exitCode).toBe(2)
})
