import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const hostFile = (more: string) => `version: 1
domain: example.com
host: matrix.invalid
connection: { kind: ssh, user: root }
${more}
`
const synapse = hostFile('homeserver: synapse\naccess: { token: { env: TOKEN } }')
const mas = hostFile('homeserver: synapse\nauthority: mas\naccess: { cli: {} }')
const dendrite = hostFile('homeserver: dendrite')

async function create(file: string, words: string[], { input, env = {} }: { input?: string; env?: object } = {}) {
  const cwd = makeDirectory({ 'registrar.yml': file })
  return registrar(['create-access-token', ...words], { cwd, env: { TOKEN: 'x', ...env }, ...(input ? { input } : {}) })
}

it.each([
  ['Synapse', synapse],
  ['Matrix Authentication Service', mas],
])('%s refuses a password that it does not need, before anything is asked', async (label, file) => {
  const { exitCode, stderr } = await create(file, ['bot', '--password-stdin'], { input: 'secret-password' })
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `error: ${label} cannot do that: an admin creates the token, without the password of the account.\n  Leave the password out. Nothing was changed.\n`,
  })
})

it('leaves a password of the environment alone on Synapse, where other commands want it', async () => {
  const { exitCode, stdout } = await create(synapse, ['bot', '--dry-run'], { env: { MATRIX_PASSWORD: 'secret' } })
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/\/login\n$/) })
})

it.each([
  [['bot'], '', 'This needs the password of the account, and there is no terminal to ask on.'],
  [
    ['bot', '--password-stdin'],
    '\n',
    'Dendrite creates a token only with the password of @bot:example.com, and none was given.',
  ],
  [['bot', '--password-stdin', '--expires', '7d'], 'x', 'Dendrite cannot do that: its tokens do not expire.'],
  [['bot', 'other'], '', 'Several accounts cannot sign in with one password.'],
  [['bot', '--generate-password'], '', 'registrar create-access-token has no option --generate-password.'],
])('Dendrite refuses %j (given %j) before anything is asked: %s', async (words, input, says) => {
  const { exitCode, stderr } = await create(dendrite, words, { input })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(says) })
})

it('shows the login on Dendrite without its password', async () => {
  const { stdout } = await create(dendrite, ['bot', '--dry-run', '--expires', 'never', '--device-name', 'Weather'])
  expect(stdout).toBe(`POST /_matrix/client/v3/login
    type: m.login.password
    identifier: {"type":"m.id.user","user":"@bot:example.com"}
    password: [secret]
    initial_device_display_name: Weather
`)
})
