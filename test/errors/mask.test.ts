import { looksSecret, maskSecrets } from '../../generator/errors/mask.ts'
import { isExhaustive } from '../support/exhaustive.ts'

const pem = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nhunter2\n-----END OPENSSH PRIVATE KEY-----'

it.each([
  ['password: hunter2', 'password: [secret]'],
  ['  "secret_key" : "hunter2"  # ours', '  "secret_key" : [secret]'],
  ['- { username: john, password: hunter2 }', '- { username: john, password: [secret]'],
  [
    'access: { token: { env: A }, login: { password: hunter2 } }',
    'access: { token: { env: A }, login: { password: [secret]',
  ],
  ['password:hunter2', 'password:[secret]'],
  ['# old password = hunter2', '# old password = [secret]'],
  ['matrix_homeserver_generic_secret_key: hunter2', 'matrix_homeserver_generic_secret_key: [secret]'],
  ['matrix_pepper: |\n  hunter2\n  hunter2\nnext: 1', 'matrix_pepper: |\n  [secret]\n  [secret]\nnext: 1'],
  ['token: >-\n    hunter2\n\n    hunter2', 'token: >-\n    [secret]\n\n    [secret]'],
  ['token:\n  hunter2', 'token:\n  [secret]'],
  ['token: "hunter2\n  hunter2"\nnext: 1', 'token: [secret]\n  [secret]\nnext: 1'],
  ['secret: !vault |\n  hunter2', 'secret: !vault |\n  [secret]'],
  ['anything: postgres://matrix:hunter2@localhost/db', 'anything: postgres://matrix:[secret]@localhost/db'],
  [`key: |\n${pem}`, 'key: |\n[secret]\n[secret]\n[secret]\n[secret]'],
  ['plain: syt_am9obg_hunter2hunter2_0abcd', 'plain: [secret]'],
  ['plain: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.hunter2', 'plain: [secret]'],
  ['plain: 4f8Jq2hunter2Zb71Kx0Vn9Lm3Rt5', 'plain: [secret]'],
])('in %j nothing of a secret is left', (text, left) => {
  expect(maskSecrets(text)).toBe(left)
})

it.each([
  'domain: example.com',
  'password: { env: SUDO_PASSWORD } # sudo asks for it',
  'password:\n  env: SUDO_PASSWORD\nuser: root',
  'matrix_synapse_registration_requires_token: true',
  'password_updates: always',
  'password_policy: { minimum_length: 12, require_digit: true }',
  'secret: "{{ vault_secret }}"',
  'id: 01JZ8Q6M3V9K2W4X5Y7A8B9C0D',
  'file: /etc/matrix-synapse/conf.d/01-database-settings.yaml',
])('%j is left as it is', (text) => {
  expect(maskSecrets(text)).toBe(text)
})

it('takes a word for a secret by its looks', () => {
  expect(
    ['hunter2', 'example.com', pem, 'mct_aaaaaaaaaaaaa_bbbb', 'syt_am9obg_short', 'ghp_abcdefgh'].map(looksSecret),
  ).toEqual([false, false, true, true, true, true])
})

/** What takes each with each takes minutes of the smaller one, too. */
const length = isExhaustive ? 1_000_000 : 200_000

it.each([
  ['one word', 'x'],
  ['signs of equality', '='],
  ['names', 'a: '],
  ['references to secrets on one line', 'token: { env: A }, '],
  ['quotes', `"`],
  ['beginnings of keys', '-----BEGIN '],
])('takes its time in proportion to a text of %s', (_what, piece) => {
  const text = piece.repeat(length / piece.length)
  const once = process.cpuUsage()
  maskSecrets(text.slice(0, text.length / 8))
  const part = process.cpuUsage(once).user
  const again = process.cpuUsage()
  maskSecrets(text)
  expect(process.cpuUsage(again).user).toBeLessThan(30 * Math.max(part, 100_000))
})
