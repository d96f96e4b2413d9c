import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { registrarAtTerminal } from '../support/at-terminal.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const head = 'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n'
const access = 'access: { token: { env: ADMIN_TOKEN } }\n'
const at = (port: number) => `connection: { kind: ssh, address: 127.0.0.1, port: ${port}, user: deploy }\n`
const users = (count: number, key = 'username') =>
  `users:\n${Array.from({ length: count }, (_, index) => `  - username: u${index}\n`).join('')}  - ${key}: anna\n`
const workspace = (text: string) => makeDirectory({ 'registrar.yml': text, ssh_config: config })
const config =
  'Host *\n  ConnectTimeout 30\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  IdentityFile none\n'
const env = { ADMIN_TOKEN: 'x', SSH_AUTH_SOCK: '' }
const words = ['plan', '--ssh-config', 'ssh_config']

async function portOf(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as { port: number }).port
}

/** Accepts connections, and says no word. */
async function silentHost() {
  const met: Socket[] = []
  const server = createServer((socket) => met.push(socket.on('error', () => undefined).resume()))
  return { port: await portOf(server), met, close: () => void server.close() }
}

it.each([0, 9000])('a mistake after %d accounts is all that is said, and the connection is given up', async (count) => {
  const host = await silentHost()
  const cwd = workspace(head + access + at(host.port) + users(count, 'usrname'))
  const { exitCode, stderr } = await registrar(words, { cwd, env })
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`registrar.yml:${count + 8}:5`)])
  expect(stderr).not.toContain('127.0.0.1')
  expect(host.met).toHaveLength(count === 0 ? 0 : 1) // the connection begins while many are read
  host.close()
})

it('a host that is connected to for accounts of nobody is left at once', async () => {
  const host = await silentHost()
  const cwd = workspace(`${head}${access}${at(host.port)}users: []\n`)
  const { exitCode, stderr } = await registrar(words, { cwd, env })
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('declares no users')])
  host.close()
})

it('what the file says after the accounts is what counts', async () => {
  const [before, after] = [await silentHost(), await silentHost()]
  after.close()
  const file = `${head.replace('matrix.example.org', '127.0.0.1')}${access}${users(1)}${at(after.port)}`
  const { exitCode, stderr } = await registrar(words, { cwd: workspace(file), env })
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining(String(after.port))])
  before.close()
})

it.each([
  ['a ProxyCommand', (words: string) => ({ config: `Host *\n  ProxyCommand ${words}\n`, become: '' })],
  [
    'a command for a secret',
    (words: string) => ({ config, become: `become: { password: { command: [${words.replaceAll(' ', ', ')}] } }` }),
  ],
])('%s, which could ask, does not begin before the accounts are read', async (_what, using) => {
  const begun = join(makeDirectory(), 'begun')
  const { config: ssh_config, become } = using(`touch ${begun}`)
  const connection = `connection: { kind: ssh, address: 127.0.0.1, user: deploy${become && `, ${become}`} }\n`
  const run = async (key: string) => {
    const cwd = makeDirectory({ 'registrar.yml': head + access + connection + users(9000, key), ssh_config })
    return (await registrar(words, { cwd, env })).exitCode
  }
  expect([await run('usrname'), existsSync(begun)]).toEqual([2, false])
  await run('username')
  expect(existsSync(begun)).toBe(true)
})

const secret = '    password: { env: ACCOUNT_SECRET }\n'
const list = 'users_files: [list.yml]\n'

it.each([
  ['in the host file', (rest: string) => rest + users(9000) + secret, ''],
  ['in a list', (rest: string) => rest + list, users(9000) + secret],
  ['in a list that is named after others', (rest: string) => rest + users(9000) + list, users(0) + secret],
])('what begins while the accounts are read inherits no secret of one %s', async (_where, hostFile, listed) => {
  const [inherited, host] = [join(makeDirectory(), 'inherited'), await silentHost()]
  host.close()
  const text = hostFile(head + access + at(host.port))
  const cwd = makeDirectory({
    'registrar.yml': text,
    'list.yml': listed.replaceAll('anna', 'ben'),
    ssh_config: `Match exec "env >> ${inherited}"\n${config}`,
  })
  const { exitCode } = await registrar(words, { cwd, env: { ...env, ACCOUNT_SECRET: 'a secret', HARMLESS: 'is here' } })
  expect([exitCode, readFileSync(inherited, 'utf8')]).toEqual([3, expect.stringContaining('HARMLESS=is here')])
  expect(readFileSync(inherited, 'utf8')).not.toMatch(/ACCOUNT_SECRET|ADMIN_TOKEN/)
})

describe('a host that asks for a password', () => {
  const asking: string[] = []
  let port: number
  let server: ssh2.Server

  beforeAll(async () => {
    const key = join(makeDirectory(), 'key')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    server = new ssh2.Server({ hostKeys: [readFileSync(key)] }, (client) => {
      client.on('error', () => undefined)
      client.on('authentication', (login) => {
        asking.push(login.method)
        if (login.method === 'password') client.end()
        else login.reject(['password'])
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as { port: number }).port
  })

  afterAll(() => void server.close())

  const atTerminal = (text: string) =>
    registrarAtTerminal(words, [['Password of deploy@127.0.0.1', 'a secret']], { cwd: workspace(text), env })

  it('asks once the accounts are read without a mistake', async () => {
    const { exitCode, output } = await atTerminal(head + access + at(port) + users(9000))
    expect([exitCode, output]).toEqual([3, expect.stringContaining('Password of deploy@127.0.0.1')])
    expect(output).toContain('the connection was closed')
    expect(asking).toEqual(['none', 'password']) // of a single connection
  })

  it('does not ask if they have one', async () => {
    const { exitCode, output } = await atTerminal(head + access + at(port) + users(9000, 'usrname'))
    expect([exitCode, output]).toEqual([2, expect.stringContaining('Did you mean "username"?')])
    expect(output).not.toContain('Password of')
  })
})
