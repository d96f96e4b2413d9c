import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDiscovery } from '../../generator/discovery/check-discovery.ts'
import { type ConnectTo, getter } from '../../generator/discovery/get.ts'
import { type Authority, type Certificate, makeAuthority } from '../lab/certificates.ts'
import { freePort } from '../lab/free-port.ts'
import { type Answer, type Site, startTlsServer } from '../lab/tls-server.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const names = ['example.test', 'www.example.test', 'matrix.example.test']

let directory: string
let root: Authority
let good: Certificate

beforeAll(async () => {
  directory = makeDirectory()
  root = await makeAuthority(directory)
  good = await root.issue('good', { names })
  writeFileSync(join(directory, 'ca.pem'), root.cert)
})

const clientFile = 'example.test/.well-known/matrix/client'
const serverFile = 'example.test/.well-known/matrix/server'
const supportFile = 'example.test/.well-known/matrix/support'
const key = 'matrix.example.test:8448/_matrix/key/v2/server'

/** A set-up with nothing wrong. */
const healthy: Site = {
  [clientFile]: { body: { 'm.homeserver': { base_url: 'https://matrix.example.test' } } },
  'matrix.example.test/_matrix/client/versions': { body: { versions: ['r0.6.1', 'v1.11'] } },
  [serverFile]: { body: { 'm.server': 'matrix.example.test:8448' } },
  [key]: { body: { server_name: 'example.test' } },
  [supportFile]: { body: { contacts: [{ role: 'm.role.admin', matrix_id: '@alice:example.test' }] } },
}

const html = '<!DOCTYPE html><html><body>Hello</body></html>'
const at = (baseUrl: string): Answer => ({ body: { 'm.homeserver': { base_url: baseUrl } } })
const delegatedTo = (server: unknown): Answer => ({ body: { 'm.server': server } })
const redirect = (location: string, headers: Record<string, string> = {}): Answer => ({
  status: 302,
  headers: { location, ...headers },
})

interface SetUp {
  change?: Record<string, Answer | undefined>
  certificate?: () => Promise<Certificate>
  /** Port 8448 is closed. */
  closed?: boolean
}

/** Broken set-ups, and every problem of each. */
const broken: [string, SetUp, string[]][] = [
  ['no client file', { change: { [clientFile]: undefined } }, ['missing-file']],
  [
    'a client file of the wrong type',
    { change: { [clientFile]: { ...at('https://matrix.example.test'), headers: { 'content-type': 'text/plain' } } } },
    ['wrong-content-type'],
  ],
  [
    'a client file without CORS',
    {
      change: {
        [clientFile]: { ...at('https://matrix.example.test'), headers: { 'access-control-allow-origin': '' } },
      },
    },
    ['no-cors'],
  ],
  [
    'a redirect with CORS for one origin alone',
    {
      change: {
        [clientFile]: redirect('https://www.example.test/client', {
          'access-control-allow-origin': 'https://www.example.test',
        }),
        'www.example.test/client': at('https://matrix.example.test'),
      },
    },
    ['cors-of-one-origin'],
  ],
  [
    'a redirect in a circle',
    {
      change: {
        [clientFile]: redirect('https://www.example.test/client'),
        'www.example.test/client': redirect(`https://${clientFile}`),
      },
    },
    ['redirect-loop'],
  ],
  [
    'a redirect away from TLS',
    { change: { [clientFile]: redirect('http://www.example.test/client') } },
    ['redirect-without-tls'],
  ],
  ['a redirect to nowhere', { change: { [clientFile]: { status: 302 } } }, ['redirect-to-nowhere']],
  [
    'a web page for every path',
    { change: { [clientFile]: { body: html, headers: { 'content-type': 'text/html' } } } },
    ['html'],
  ],
  ['JSON with a comma too many', { change: { [clientFile]: { body: '{"m.homeserver": {},}' } } }, ['not-json']],
  [
    'a client file without a homeserver',
    { change: { [clientFile]: { body: { homeserver: 'https://matrix.example.test' } } } },
    ['wrong-shape'],
  ],
  ['a homeserver without TLS', { change: { [clientFile]: at('http://matrix.example.test') } }, ['address-without-tls']],
  [
    'a homeserver with a path',
    { change: { [clientFile]: at('https://matrix.example.test/_matrix/client') } },
    ['address-with-path'],
  ],
  ['a wrong homeserver', { change: { [clientFile]: at('https://www.example.test') } }, ['not-a-homeserver']],
  ['a file that is forbidden', { change: { [clientFile]: { status: 403 } } }, ['wrong-status']],
  [
    'an expired certificate',
    { certificate: () => root.issue('expired', { names, days: -1 }) },
    ['certificate-expired'],
  ],
  [
    'a certificate of another name',
    { certificate: () => root.issue('other', { names: ['other.test'] }) },
    ['certificate-of-another-name'],
  ],
  [
    'a self-signed certificate',
    { certificate: async () => makeAuthority(makeDirectory()) },
    ['certificate-not-trusted'],
  ],
  [
    'a certificate without its chain',
    { certificate: async () => (await root.below('between')).issue('leaf', { names }) },
    ['certificate-chain-incomplete'],
  ],
  ['no server file, and nothing on port 8448', { change: { [serverFile]: undefined }, closed: true }, ['missing-file']],
  [
    'a server file without a port, and nothing on port 8448',
    { change: { [serverFile]: delegatedTo('matrix.example.test') }, closed: true },
    ['port-8448-assumed'],
  ],
  [
    'a server file with an address',
    { change: { [serverFile]: delegatedTo('https://matrix.example.test/') } },
    ['not-a-server-name'],
  ],
  ['a server file with something else', { change: { [serverFile]: delegatedTo(undefined) } }, ['wrong-shape']],
  ['nothing on the delegated port', { closed: true }, ['refused']],
  [
    'a homeserver of another name',
    { change: { [key]: { body: { server_name: 'matrix.example.test' } } } },
    ['another-server'],
  ],
  ['a delegated port that is no homeserver', { change: { [key]: undefined } }, ['not-a-homeserver']],
  ['support without a contact', { change: { [supportFile]: { body: {} } } }, ['wrong-shape']],
  [
    'a homeserver that is down',
    { change: { 'matrix.example.test/_matrix/client/versions': { status: 502 } } },
    ['wrong-status'],
  ],
]

async function serve({ change = {}, certificate = async () => good, closed = false }: SetUp) {
  const site = Object.fromEntries(
    Object.entries({ ...healthy, ...change }).flatMap(([path, answer]) => (answer ? [[path, answer]] : [])),
  )
  const server = await startTlsServer(await certificate(), site)
  const federationPort = closed ? await freePort() : server.port
  const connectTo: ConnectTo[] = [
    { host: '', port: '8448', toHost: '127.0.0.1', toPort: `${federationPort}` },
    { host: '', port: '443', toHost: '127.0.0.1', toPort: `${server.port}` },
  ]
  return { server, connectTo, ca: root.cert }
}

it.each(broken)('of %s', async (_name, setUp, codes) => {
  const { server, ...connecting } = await serve(setUp)
  try {
    const checks = await checkDiscovery('example.test', { get: getter(connecting), findSrv: async () => undefined })
    const problems = checks.flatMap((check) => check.problems)
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(codes)
    for (const { message, hint } of problems) expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/)
  } finally {
    await server.stop()
  }
})

it('each broken set-up gets an answer of its own', async () => {
  const printed = new Set<string>()
  for (const [, setUp] of broken) {
    const { server, ...connecting } = await serve(setUp)
    const checks = await checkDiscovery('example.test', { get: getter(connecting), findSrv: async () => undefined })
    printed.add(checks.flatMap((check) => check.problems.map(({ message, hint }) => `${message} ${hint}`)).join('\n'))
    await server.stop()
  }
  expect(printed.size).toBe(broken.length)
})

describe('what is fine', () => {
  const fine: [string, Record<string, Answer | undefined>][] = [
    ['everything', {}],
    ['no support file', { [supportFile]: undefined }],
    [
      'redirects with CORS',
      {
        [clientFile]: redirect('https://www.example.test/client'),
        'www.example.test/client': at('https://matrix.example.test/'),
      },
    ],
    [
      'no server file where port 8448 answers',
      { [serverFile]: undefined, 'example.test:8448/_matrix/key/v2/server': { body: { server_name: 'example.test' } } },
    ],
  ]

  it.each(fine)('%s', async (_name, change) => {
    const { server, ...connecting } = await serve({ change })
    const checks = await checkDiscovery('example.test', { get: getter(connecting), findSrv: async () => undefined })
    await server.stop()
    expect(checks.flatMap(({ problems }) => problems)).toEqual([])
  })

  it('a server behind an SRV record, with the certificate of the delegated name', async () => {
    const { server, ...connecting } = await serve({
      change: {
        [serverFile]: delegatedTo('matrix.example.test'),
        'matrix.example.test/_matrix/key/v2/server': { body: { server_name: 'example.test' } },
      },
    })
    const findSrv = async (name: string) =>
      name === '_matrix-fed._tcp.matrix.example.test' ? { name: 'host7.example.net', port: 443 } : undefined
    const checks = await checkDiscovery('example.test', { get: getter(connecting), findSrv })
    await server.stop()
    expect(checks.flatMap(({ problems }) => problems)).toEqual([])
  })
})

describe('the command', () => {
  async function run(setUp: SetUp, words: string[] = ['example.test'], cwd = makeDirectory()) {
    const { server, connectTo } = await serve(setUp)
    const rules = connectTo.flatMap(({ port, toPort }) => ['--connect-to', `:${port}:127.0.0.1:${toPort}`])
    const answer = await registrar(['check-discovery', ...rules, ...words], {
      cwd,
      env: { NODE_EXTRA_CA_CERTS: join(directory, 'ca.pem') },
    })
    await server.stop()
    return answer
  }

  it('exits with 0 when everything is fine', async () => {
    const { exitCode, stdout } = await run({})
    expect(stdout).toMatch(
      /^client +ok +https:\/\/example.test\/.well-known\/matrix\/client: https:\/\/matrix.example.test$/m,
    )
    expect(exitCode).toBe(0)
  })

  it('exits with 1 when something is wrong, and says where to mend it', async () => {
    const { exitCode, stdout } = await run({
      change: { [serverFile]: delegatedTo('matrix.example.test') },
      closed: true,
    })
    expect(stdout).toMatch(
      /error\[port-8448-assumed\].*\n {2}help: Name the port, as in \{"m.server": "matrix.example.test:443"\}/,
    )
    expect(exitCode).toBe(1)
  })

  it('tells JSON to a program', async () => {
    const { stdout } = await run({ change: { [clientFile]: undefined } }, ['example.test', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      domain: 'example.test',
      ok: false,
      checks: [
        { name: 'client', problems: [{ code: 'missing-file' }] },
        { name: 'server' },
        { name: 'federation' },
        { name: 'support' },
      ],
    })
  })

  it('compares with the host file, and takes the domain from there', async () => {
    const host = 'version: 1\ndomain: example.test\nhost: matrix.example.test\nhomeserver: synapse\n'
    const agrees = await run({}, [], makeDirectory({ 'registrar.yml': host }))
    expect(agrees).toMatchObject({ exitCode: 0 })
    const { exitCode, stdout } = await run(
      {},
      [],
      makeDirectory({
        'registrar.yml': `${host}discovery: { served_by: web_server, address: chat.example.test, federation_port: 443 }\n`,
      }),
    )
    expect(stdout).toContain('says https://matrix.example.test, but registrar.yml expects https://chat.example.test.')
    expect(stdout).toContain('says matrix.example.test:8448, but registrar.yml expects chat.example.test:443.')
    expect(exitCode).toBe(1)
  })

  it('exits with 3 when the domain does not answer at all', async () => {
    const { exitCode, stdout } = await registrar(
      ['check-discovery', 'example.test', '--connect-to', `::127.0.0.1:${await freePort()}`],
      { cwd: makeDirectory() },
    )
    expect(stdout).toContain('error[refused]')
    expect(exitCode).toBe(3)
  })

  it('exits with 2 when it is given no domain', async () => {
    const { exitCode, stderr } = await registrar(['check-discovery', 'https://example.test'], { cwd: makeDirectory() })
    expect(stderr).toContain('is not a server name')
    expect(exitCode).toBe(2)
  })
})
