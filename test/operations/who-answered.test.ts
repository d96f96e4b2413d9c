import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { createServer as createHttpsServer } from 'node:https'
import { authorities } from '../../generator/authorities/index.ts'
import { meaningOf } from '../../generator/run/perform.ts'
import { makeAuthority } from '../lab/certificates.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { configFile, Refusal, type Routes, runProgram, withHomeserver } from '../support/server-program.ts'

afterAll(removeDirectories)

const { synapse, dendrite } = authorities

/** What is made of the answer to a registration, or to a look by an admin's token. */
async function told(url: string, action = 'register-user') {
  const { results } = await runProgram('synapse', {
    action,
    domain: 'example.org',
    address: { url },
    ...(action === 'register-user' ? {} : { admin_token: 'token' }),
    accounts: [{ username: 'alice', password: 'secret-password' }],
    password_rules: { min_bytes: 8, max_bytes: 72, normalization: 'NFKC' },
    config: [configFile({ registration_shared_secret: 'shared' })],
  })
  const { signs = [], facts = {} } = results[0] ?? {}
  return { meaning: meaningOf(signs, synapse), detail: String(facts['detail']).replaceAll(url, 'URL'), signs }
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

  it.each(['unix:/run/synapse.sock', 'ftp://127.0.0.1', 'localhost:8008', '127.0.0.1:8008'])(
    'is no address of HTTP: %s',
    async (url) => {
      const seen = await told(url)
      expect(seen.meaning).toBe('address_unusable')
      expect(seen.detail).toContain('begins with neither http:// nor https://')
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

/** Each request, status and error code that Synapse's and Dendrite's sources have, and what it means; else its own words. */
const rows: [sign: string, synapse: string, dendrite?: string][] = [
  ['register/400/M_USER_IN_USE', 'exists'],
  ['register/400/M_INVALID_USERNAME', 'invalid_username'],
  ['register/400/M_EXCLUSIVE', 'reserved_namespace'],
  ['register/400/M_UNKNOWN', 'secret_mismatch', 'refused_by_server'],
  ['register/400/M_WEAK_PASSWORD', 'weak_password'],
  ['register/400/M_BAD_JSON', 'refused_by_server'],
  ['register/403/M_UNKNOWN', 'secret_mismatch'],
  ['register/403/M_RESOURCE_LIMIT_EXCEEDED', 'refused_by_server'],
  ['register/429/M_UNKNOWN', 'rate_limited'],
  ['register/500/M_UNKNOWN', 'server_error'],
  ['nonce/404/M_UNRECOGNIZED', 'delegated', 'secret_mismatch'],
  ['nonce/403/M_FORBIDDEN', 'refused_by_server'],
  ['admin_login/403/M_FORBIDDEN', 'access_rejected'],
  ['admin_login/403/M_USER_DEACTIVATED', 'acting_admin_shut_out'],
  ['admin_login/401/M_USER_LOCKED', 'acting_admin_shut_out'],
  ['admin_login/403/M_RESOURCE_LIMIT_EXCEEDED', 'refused_by_server'],
  ['admin_login/429/M_LIMIT_EXCEEDED', 'rate_limited'],
  ['admin_login/400/M_UNKNOWN', 'refused_by_server'],
  ['admin/401/M_UNKNOWN_TOKEN', 'access_rejected'],
  ['admin/401/M_MISSING_TOKEN', 'access_rejected'],
  ['admin/401/M_USER_LOCKED', 'acting_admin_shut_out'],
  ['admin/403/M_FORBIDDEN', 'access_not_admin'],
  ['admin/403/M_UNKNOWN', 'refused_by_server'],
  ['admin/403/M_RESOURCE_LIMIT_EXCEEDED', 'refused_by_server'],
  ['admin/400/M_UNKNOWN', 'refused_by_server'],
  ['admin/400/M_INVALID_PARAM', 'refused_by_server'],
  ['admin/404/M_UNRECOGNIZED', 'request_unknown'],
  ['admin/404/M_NOT_FOUND', 'no_such_user'],
  ['admin/409/M_UNKNOWN', 'refused_by_server'],
  ['admin/413/M_TOO_LARGE', 'refused_by_server'],
  ['admin/429/M_LIMIT_EXCEEDED', 'rate_limited'],
  ['admin/500/M_UNKNOWN', 'server_error'],
]

it.each(rows)('%s means %s', (sign, onSynapse, onDendrite = onSynapse) => {
  const [step = '', status = ''] = sign.split('/')
  const general = status === '429' ? ['general/limited'] : Number(status) < 500 ? ['general/refused'] : []
  const signs = [sign, `${step}/${status}`, ...general]
  expect([synapse, dendrite].map((authority) => meaningOf(signs, authority))).toEqual([onSynapse, onDendrite])
})

it('an error code that no table has is told in the words of the server', async () => {
  const answer = () => new Refusal(403, { errcode: 'M_NEW_ONE', error: 'Something new' })
  const routes: Routes = { [nonceAt]: answer, [aliceAt]: answer }
  await withHomeserver(routes, async (url) => {
    for (const action of ['register-user', 'show-user'])
      expect(await told(url, action)).toMatchObject({ meaning: 'refused_by_server', detail: 'HTTP 403 Something new' })
  })
})
