import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'

/** The hint for a line of a host file. */
function hintFor(line: string): string[] {
  return validateSource(parseSource('registrar.yml', base + line)).diagnostics.map(({ hint }) => hint)
}

const near: [string, string][] = [
  ['conection: { kind: ssh }\n', 'connection'],
  ['acces: {}\n', 'access'],
  ['Users: []\n', 'users'],
  ['user: []\n', 'users'],
  ['extra-vars: {}\n', 'extra_vars'],
  ['connection: { kind: ssh, adress: a.b }\n', 'address'],
  ['deployment: { kind: playbok }\n', 'playbook'],
  ['users: [{ usernme: a }]\n', 'username'],
  ['users: [{ username: a, admn: true }]\n', 'admin'],
  ['users: [{ username: a, state: lockd }]\n', 'locked'],
  ['users_policy: exhaustiv\n', 'exhaustive'],
]

it.each(near)('%j: the word that was meant is named', (line, word) => {
  expect(hintFor(line)).toEqual([`Did you mean "${word}"?`])
})

const far = [
  'zebra: 1\n',
  'connection: { kind: ssh, x: 1 }\n',
  'connection: { kind: telepathy }\n',
  'users_policy: none\n',
]

it.each(far)('%j: nothing is guessed where nothing is near', (line) => {
  const hints = hintFor(line)
  expect(hints.length).toBeGreaterThan(0)
  expect(hints.join()).not.toContain('Did you mean')
})
