import { github, pretty, recordsOf } from '../../generator/errors/format.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const start = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'

function reported(text: string): string {
  const source = parseSource('registrar.yml', text)
  const { diagnostics } = validateSource(source)
  expect(diagnostics.length).toBeGreaterThan(0)
  const readText = () => text
  return [pretty(diagnostics, readText), github(diagnostics, readText), JSON.stringify(recordsOf(diagnostics))].join(
    '\n',
  )
}

it.each([
  'connection: hunter2',
  'connection: { kind: ssh, become: { password: hunter2 } }',
  'connection: { kind: ssh, become: hunter2 }',
  'access: { token: hunter2 }',
  'access: { token: { env: "hunter2!" } }',
  'access: { token: { hunter2: } }',
  'access: { token: [hunter2] }',
  'access: { token: { value: hunter2 } }',
  'access: { token: *hunter2 }',
  'access: { token: &hunter2 x }',
  'access: { token: !hunter2 x }',
  'access: { token: hunter2: x }',
  'access: { login: { username: admin, password: hunter2 } }',
  'access: { client: { id: 01JZ8Q6M3V9K2W4X5Y7A8B9C0D, secret: hunter2 } }',
  'registration: { mode: captcha, captcha: { site_key: a, secret_key: hunter2 } }',
  'email: { relay: { host: a.example, password: |\n  hunter2\n  } }',
  'email:\n  relay:\n    host: a.example\n    password: |\n      hunter2\n      hunter2\n  nonsense: 1',
  'users:\n  - { username: john, password: hunter2 }',
  'users:\n  - username: john\n    password: "hunter2',
  'password: hunter2',
  'passwords: [hunter2]',
  'extra_vars: { matrix_nonsense_secret: hunter2 }',
  'extra_vars:\n  matrix_nonsense_password: hunter2\n  matrix_nonsense: 1',
])('nobody is shown the secret in %j', (text) => {
  expect(reported(`${start}${text}\n`)).not.toContain('hunter2')
})

it('says how to write a reference instead', () => {
  const help = 'Write { env: NAME }, { file: PATH }, { command: [PROGRAM, ARGUMENT] } or { ansible_var: NAME }.'
  for (const text of ['access: { token: hunter2 }', 'password: hunter2'])
    expect(reported(`${start}${text}\n`)).toContain(help)
})
