import { createServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { createServer as createHttpsServer } from 'node:https'
import { join } from 'node:path'
import { makeAuthority } from '../lab/certificates.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { configFile, Refusal, type Routes, runProgram, withHomeserver } from '../support/server-program.ts'

afterAll(removeDirectories)

/** What is made of the answer to a registration, or to a look by an admin's token. */
async function told(url: string, action = 'register-user') {
  const { results, reports } = await runProgram('synapse', {
    action,
    domain: 'example.org',
    address: { url },
    ...(action === 'register-user' ? {} : { admin_token: 'token' }),
    accounts: [{ username: 'alice', password: 'secret-password' }],
    password_rules: { min_bytes: 8, max_bytes: 72, normalization: 'NFKC' },
    config: [configFile({ registration_shared_secret: 'shared' })],
  })
  const { signs = [], facts = {} } = results[0] ?? {}
  return {
    meaning: reports[0]?.class ?? reports[0]?.outcome,
    detail: String(facts['detail']).replaceAll(url, 'URL'),
    signs,
  }
}

const nonceAt = 'GET /_synapse/admin/v1/register'
const aliceAt = 'GET /_synapse/admin/v2/users/@alice:example.org'
const page = '<html>Welcome to nginx!</html>'

describe('an answer without a Matrix error code is about the way', () => {
  it.each([
    [301, page, 'not_the_server', 'HTTP 301 Moved Permanently'],
    [308, page, 'not_the_server', 'HTTP 308 Permanent Redirect'],
    [403, page, 'not_the_server', 'HTTP 403 Forbidden'],
    [404, page, 'not_the_server', 'HTTP 404 Not Found'],
    [405, '', 'not_the_server', 'HTTP 405 Method Not Allowed'],
    [421, { error: 'no such site' }, 'not_the_server', 'HTTP 421 no such site'],
    [502, page, 'not_ready', 'HTTP 502 Bad Gateway'],
    [503, page, 'not_ready', 'HTTP 503 Service Unavailable'],
    [200, page, 'odd_answer', 'answered 200 with'],
  ])('%d %j', async (status, body, meaning, says) => {
    const answer = () => new Refusal(status, body)
    await withHomeserver({ [nonceAt]: answer, [aliceAt]: answer }, async (url) => {
      for (const action of ['register-user', 'show-user']) {
        const seen = await told(url, action)
        expect({ action, meaning: seen.meaning }).toEqual({ action, meaning })
        expect(seen.detail).toContain(says)
        expect(seen.detail).toContain('URL')
      }
    })
  })

  it.each([
    ['a worker', { 'GET /_matrix/client/versions': () => ({ versions: [] }) }, 'owner', 'request_unknown'],
    ['a listener without clients', {}, 'server', 'not_the_server'],
    ['a proxy', { 'GET /_matrix/client/versions': () => new Refusal(403, 'Forbidden') }, 'server', 'not_the_server'],
  ])('the doctor finds %s', async (_what, routes: Routes, look, meaning) => {
    const nothing = () => new Refusal(404, { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' })
    const paths = ['client/versions', 'client/v3/login', 'client/v1/auth_metadata', 'federation/v1/version']
    const unknown = Object.fromEntries(paths.map((path) => [`GET /_matrix/${path}`, nothing]))
    await withHomeserver({ ...unknown, ...routes }, async (url) => {
      const { results } = await runProgram('synapse', {
        action: 'doctor',
        domain: 'example.org',
        address: { url },
        admin_token: 'token',
        config: [configFile({ registration_shared_secret: 'shared' })],
      })
      const looks = results[0]?.facts['looks'] as Record<string, { class?: string }>
      expect(looks[look]?.class).toBe(meaning)
    })
  })

  it('names where a redirect leads', async () => {
    const server = createTcpServer((socket) =>
      socket.end('HTTP/1.1 301 Moved\r\nLocation: https://example.org/\r\nContent-Length: 0\r\n\r\n'),
    )
    const { detail } = await on(server, (port) => told(`http://127.0.0.1:${port}`))
    expect(detail).toContain('it leads to https://example.org/')
  })
})

describe('an address at which no homeserver can be', () => {
  it('speaks another protocol', async () => {
    const banner = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2p1\r\n'))
    expect(await on(banner, (port) => told(`http://127.0.0.1:${port}`))).toMatchObject({
      meaning: 'address_unusable',
      detail: 'URL: it does not speak HTTP',
    })
  })

  it('speaks no TLS', async () => {
    await withHomeserver({}, async (url) => {
      const seen = await told(url.replace('http:', 'https:'))
      expect(seen).toMatchObject({ meaning: 'address_unusable', detail: 'URL: it speaks plain HTTP; write http://' })
    })
  })

  it('speaks TLS alone', async () => {
    const { key, cert } = await makeAuthority(makeDirectory())
    const server = createHttpsServer({ key, cert }, (_request, response) => response.end('{}'))
    expect(await on(server, (port) => told(`http://127.0.0.1:${port}`))).toMatchObject({
      meaning: 'address_unusable',
      detail: 'URL: it speaks HTTPS alone; write https://',
    })
  })

  it('has a certificate that nobody vouches for', async () => {
    const { key, cert } = await makeAuthority(makeDirectory())
    const server = createHttpsServer({ key, cert }, (_request, response) => response.end('{}'))
    const seen = await on(server, (port) => told(`https://localhost:${port}`))
    expect(seen.meaning).toBe('address_unusable')
    expect(seen.detail).toMatch(/^URL: its certificate is not trusted \(self.signed certificate\)/)
  })

  it.each(['http://no-such-name.invalid:8008', 'https://also-none.invalid'])('has no name: %s', async (url) => {
    expect(await told(url)).toMatchObject({ meaning: 'address_unusable', detail: 'URL: the name does not resolve' })
  })

  it('is a socket where nobody listens, or where somebody does', async () => {
    const path = join(makeDirectory(), 'synapse.sock')
    expect(await told(`unix:${path}`)).toMatchObject({ meaning: 'not_ready', detail: 'URL' })
    const server = createServer((_request, response) => response.writeHead(404).end('{"errcode": "M_UNRECOGNIZED"}'))
    await new Promise<void>((resolve) => server.listen(path, resolve))
    expect(await told(`unix:${path}`)).toMatchObject({ meaning: 'delegated' })
    server.close()
  })

  it.each(['unix:run/synapse.sock', 'ftp://127.0.0.1', 'localhost:8008', '127.0.0.1:8008'])(
    'is neither one of HTTP nor of a socket: %s',
    async (url) => {
      const seen = await told(url)
      expect(seen.meaning).toBe('address_unusable')
      expect(seen.detail).toContain('begins with none of http://, https:// and unix:/')
    },
  )
})

async function on<Done>(
  server: ReturnType<typeof createTcpServer>,
  work: (port: number) => Promise<Done>,
): Promise<Done> {
  server.on('connection', (socket) => socket.on('error', () => undefined)) // the program hangs up on what it does not understand
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

it('an error code that no table has is reported in the words of the server', async () => {
  const answer = () => new Refusal(403, { errcode: 'M_NEW_ONE', error: 'Something new' })
  const routes: Routes = { [nonceAt]: answer, [aliceAt]: answer }
  await withHomeserver(routes, async (url) => {
    for (const action of ['register-user', 'show-user'])
      expect(await told(url, action)).toMatchObject({ meaning: 'refused_by_server', detail: 'HTTP 403 Something new' })
  })
})
