import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { freePort } from '../lab/free-port.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import { poll } from '../lab/poll.ts'
import { removeDirectories } from '../support/directory.ts'
import { accountPassword, type Visit, visit, type Visited } from '../support/ssh-client.ts'
import { hostKeys } from './ssh/host-keys.ts'
import { type Case, type Cases, prepareSsh, registered, type SshLab } from './ssh/lab.ts'
import { logins } from './ssh/logins.ts'
import { sudo } from './ssh/sudo.ts'
import { ways } from './ssh/ways.ts'

jest.setTimeout(900_000)

let host: LabHost
let lab: SshLab
let stopAgent: (() => Promise<void>) | undefined

beforeAll(async () => {
  host = await startHost()
  lab = await prepareSsh(host)
  stopAgent = await startAgent(join(lab.directory, 'agent'))
  await leaveSocketBehind(join(lab.directory, 'gone'))
})

afterAll(async () => {
  await stopAgent?.()
  await host?.stop()
  removeDirectories()
})

async function startAgent(socket: string): Promise<() => Promise<void>> {
  const agent = execa('ssh-agent', ['-D', '-a', socket], { stdin: 'ignore', reject: false })
  await poll(
    async () =>
      (await execa('ssh-add', ['-q', host.keyFile], { env: { SSH_AUTH_SOCK: socket }, reject: false })).exitCode === 0,
    { what: 'ssh-agent' },
  )
  return async () => {
    agent.kill()
    await agent
  }
}

/** As an agent does that was killed. */
async function leaveSocketBehind(path: string): Promise<void> {
  await execa('python3', ['-c', 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])', path])
}

/** The accounts of Synapse by its own database, which no test of this file has asked the program for. */
async function accounts(): Promise<string[]> {
  return (
    await host.shell(`docker exec matrix-postgres psql -U matrix -d synapse -Atc 'SELECT name FROM users'`)
  ).split('\n')
}

function secretsIn(output: string): string[] {
  const secrets = [
    accountPassword,
    host.sudoPassword,
    lab.passphrase,
    lab.nosudoPassword,
    'wrong secret',
    'needless secret',
    host.synapseSharedSecret,
    host.dendriteSharedSecret,
  ]
  return secrets.filter((secret) => output.includes(secret))
}

/** Those who came, and whether they should have an account now. */
const came = new Map<string, boolean>()

/** Visits, and checks how it ended: its words and by its exit code; the last test looks on the homeserver. */
async function expectEnding(username: string, { says, exitCode, ...how }: Case): Promise<Visited> {
  const visited = await visit(host, username, how)
  expect(visited).toEqual({ exitCode, output: expect.stringContaining(says[0] ?? '') as string })
  for (const words of says) expect(visited.output).toContain(words)
  expect(secretsIn(visited.output)).toEqual([])
  came.set(`@${username}:${host.domain}`, exitCode === 0)
  return visited
}

const families: Record<string, Cases> = {
  'the host key is': hostKeys,
  'logging in with': logins,
  'on the way there is': ways,
  sudo,
}

describe.each(Object.entries(families))('%s', (family, cases) => {
  it.each(Object.entries(cases))('%s', async (name, makeCase) => {
    await expectEnding(`${family}-${name}`.replaceAll(/\W+/g, '-').toLowerCase(), makeCase(lab))
  })
})

it('says so when nothing listens at the port', async () => {
  const port = await freePort()
  await expectEnding('refused', {
    port,
    says: [`Cannot connect to 127.0.0.1, port ${port}: nothing listens there (ECONNREFUSED).`, 'Nothing was changed.'],
    exitCode: 3,
  })
})

describe('a port that takes connections and says nothing', () => {
  const sockets: Socket[] = []
  let server: Server
  let port: number

  beforeAll(async () => {
    port = await freePort()
    server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)))
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  })

  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })

  it.each([
    ['without a terminal', {}],
    ['at a terminal', { typed: [] }],
  ] as [string, Visit][])('is given up on after ConnectTimeout, %s', async (name, how) => {
    const start = Date.now()
    await expectEnding(`silent-${name.replaceAll(' ', '-')}`, {
      ...how,
      port,
      config: ['ConnectTimeout 1'],
      says: ['no answer within 1 s', 'Nothing was changed.'],
      exitCode: 3,
    })
    expect(Date.now() - start).toBeLessThan(15_000)
  })
})

it.each([
  ['at once', (socket: Socket) => socket.end()],
  ['with a reset', (socket: Socket) => socket.resetAndDestroy()],
  ['after a word', (socket: Socket) => socket.end('Not allowed at this time\r\n')],
])('says so when what listens at the port hangs up %s', async (how, hangUp) => {
  const server = createServer((socket) => void hangUp(socket.on('error', () => undefined).resume()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expectEnding(`hung-up-${how.replaceAll(' ', '-')}`, {
    port,
    says: [`port ${port}: the connection was closed`, 'Nothing was changed.'],
    exitCode: 3,
  })
  await new Promise((resolve) => server.close(resolve))
})

it('does with one session at a time what takes several commands', async () => {
  await host.shell('systemctl stop matrix-synapse.service')
  try {
    await expectEnding('mended', { user: 'deploy', ...registered })
  } finally {
    await host.shell('systemctl start matrix-synapse.service')
    await host.ready()
  }
})

describe.each(['ssh2', 'OpenSSH'])('a connection by %s that is lost while the program runs', (client) => {
  /** The program runs before this side reads its first words, so its process alone does not tell. 1F48 is port 8008. */
  const askedTheServer = async () =>
    (await host.shell(`grep -E '^ *[0-9]+: \\S+ \\S+:1F48 01 ' /proc/net/tcp || true`)) !== ''

  const interrupt = async (username: string, command: string): Promise<Visited> => {
    const certificate = client === 'OpenSSH' ? { knownHosts: `@cert-authority [127.0.0.1]:* ${lab.authority}\n` } : {}
    await host.shell('docker pause matrix-dendrite')
    try {
      const visiting = visit(host, username, { homeserver: 'dendrite', user: 'deploy', ...certificate })
      await poll(askedTheServer, { what: 'a request of the program to the server' })
      await host.shell(command)
      return await visiting
    } finally {
      await host.shell(
        `pkill -CONT -u deploy sshd || true; pkill -u root -f 'python3 -c' || true; docker unpause matrix-dendrite`,
      )
      await host.ready()
    }
  }

  it.each([
    ['cut off', 'pkill -KILL -u deploy sshd'],
    ['silent', 'pkill -STOP -u deploy sshd'],
  ])('is a failure: %s', async (what, command) => {
    const { exitCode, output } = await interrupt(`lost-${client.toLowerCase()}-${what.replaceAll(' ', '-')}`, command)
    expect(output).toContain('The connection to dendrite.example.org was lost while the program ran there.')
    expect(output).toContain('What it had done by then is unknown. Run the same command again')
    expect(exitCode).toBe(3)
    expect(secretsIn(output)).toEqual([])
  })
})

it('the homeserver has an account of each of them who was registered, and of nobody else', async () => {
  const there = new Set(await accounts())
  expect(came.size).toBeGreaterThan(70)
  expect([...came].map(([user]) => [user, there.has(user)])).toEqual([...came])
})
