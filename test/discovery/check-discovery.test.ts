import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { checkDiscovery } from '../../generator/discovery/check-discovery.ts'
import { compareWith } from '../../generator/discovery/compare.ts'
import { getFrom, healthySite, type Page, type Pages, places } from '../support/web-site.ts'

const at = (baseUrl: unknown): Page => ({ body: { 'm.homeserver': { base_url: baseUrl } } })
const delegatedTo = (server: unknown): Page => ({ body: { 'm.server': server } })
const clientJson = JSON.stringify(at('https://matrix.example.test').body)
const serverJson = JSON.stringify(delegatedTo('matrix.example.test:8448').body)
const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)))
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const cors = (value: string): Page => ({
  ...at('https://matrix.example.test'),
  headers: { 'access-control-allow-origin': value },
})
const encoded = (encoding: string, body: Buffer): Page => ({ headers: { 'content-encoding': encoding }, body })
const works: Pages = { [places.ownKey]: { body: { server_name: 'example.test' } } }

async function check(change: Pages, domain = 'example.test', srv?: { name: string; port: number }) {
  const network = { get: getFrom({ ...healthySite, ...change }), findSrv: async () => srv }
  return checkDiscovery(domain, network)
}

async function problemsOf(...words: Parameters<typeof check>) {
  return (await check(...words)).flatMap(({ problems }) => problems)
}

const wrongAddresses: [string, string, string][] = [
  ['a blank behind it', 'https://matrix.example.test ', 'blank or control character'],
  ['a blank before it', ' https://matrix.example.test', 'blank or control character'],
  ['a newline behind it', 'https://matrix.example.test\n', 'blank or control character'],
  ['a tab in it', 'https://matrix\t.example.test', 'blank or control character'],
  ['a no-break space', 'https://matrix.example.test\u{a0}', 'blank or control character'],
  ['an invisible mark', 'https://matrix.example.test/\u{202e}', 'blank or control character'],
  ['one slash', 'https:/matrix.example.test', 'https:// is written wrong'],
  ['backslashes', 'https:\\\\matrix.example.test', 'https:// is written wrong'],
  ['a query', 'https://matrix.example.test/?a=b', 'behind the "?" or "#"'],
  ['a fragment', 'https://matrix.example.test#', 'behind the "?" or "#"'],
  ['a password', 'https://alice:secret@matrix.example.test', 'a username or a password'],
  ['a port out of range', 'https://matrix.example.test:99999', 'is not an address'],
  ['no host', 'https://', 'is not an address'],
  ['a name alone', 'matrix.example.test', 'is not an address'],
  ['another protocol', 'ftp://matrix.example.test', 'is not an https:// address'],
  ['200,000 slashes', `https://matrix.example.test${'/'.repeat(200_000)}a`, 'an address of 200028 characters'],
  ['200,000 letters', 'a'.repeat(200_000), 'an address of 200000 characters'],
]

it.each(wrongAddresses)('says what is wrong with an address with %s', async (_name, baseUrl, words) => {
  const problems = await problemsOf({ [places.client]: at(baseUrl) })
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toContain(words)
  expect(problems[0]?.message).not.toContain('secret')
  expect(problems[0]?.hint).toMatch(/^Write "base_url": "https:\/\/matrix\.example\.(test|com)"$/)
})

const wrongServers: [unknown, string][] = [
  ['matrix.example.test:99999', 'whose port is not between 1 and 65535'],
  ['matrix.example.test:65536', 'whose port is not between 1 and 65535'],
  ['matrix.example.test:0', 'whose port is not between 1 and 65535'],
  ['matrix.example.test:8448 ', 'which is not a name with a port'],
  ['matrix.example.test:', 'which is not a name with a port'],
  ['999.1.1.1', 'which is not a name with a port'],
  ['[::::]:443', 'which is not a name with a port'],
  ['[::1', 'which is not a name with a port'],
  ['', 'which is not a name with a port'],
  ['a'.repeat(200_000), 'which is not a name with a port'],
  ['/'.repeat(200_000), 'which is not a name with a port'],
  ['\u{1b}[31mred\u{202e}\u{85}', 'which is not a name with a port'],
  [{ toString: 1 }, 'does not name a server'],
]

it.each(wrongServers)('says what is wrong with m.server: %p', async (server, words) => {
  const [problem, ...more] = await problemsOf({ [places.server]: delegatedTo(server) })
  expect(more).toEqual([])
  expect(problem?.message).toContain(words)
  expect(problem?.message.length).toBeLessThan(2000)
  expect(`${problem?.message}`).not.toMatch(/\p{C}/u)
  expect(problem?.severity).toBe('error')
})

const wrongAnswers: [string, Pages, string[], RegExp][] = [
  ['the CORS header twice', { [places.client]: cors('*, *') }, ['cors-twice'], /more than once \("\*, \*"\)/],
  [
    'CORS for one origin',
    { [places.client]: cors('https://element.example.test') },
    ['cors-of-one-origin'],
    /allows "https:\/\/element.example.test" alone/,
  ],
  ['CORS with an escape', { [places.client]: cors('\u{1b}[2J') }, ['cors-of-one-origin'], /allows "\\u001b\[2J" alone/],
  ['no CORS', { [places.client]: cors('') }, ['no-cors'], /has no Access-Control-Allow-Origin/],
  [
    'plain HTTP on port 8448',
    { [places.key]: { failed: 'ERR_SSL_WRONG_VERSION_NUMBER' } },
    ['without-tls'],
    /matrix.example.test:8448 answers without TLS/,
  ],
  [
    'plain HTTP on port 8448 that nobody named',
    { [places.server]: delegatedTo('matrix.example.test'), [places.key]: { failed: 'ERR_SSL_PACKET_LENGTH_TOO_LONG' } },
    ['without-tls'],
    /matrix.example.test:8448 answers without TLS/,
  ],
  [
    'a site that TLS does not know',
    { [places.key]: { failed: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' } },
    ['tls-refused'],
    /refuses the TLS connection/,
  ],
  ['no HTTP', { [places.key]: { failed: 'HPE_INVALID_CONSTANT' } }, ['not-http'], /does not answer with HTTP/],
  ['an early end', { [places.key]: { failed: 'ECONNRESET' } }, ['hung-up'], /closed the connection/],
  [
    'an answer without end',
    { [places.versions]: { failed: 'TOO_LARGE', limit: '256 KiB' } },
    ['too-large'],
    /versions sends more than 256 KiB/,
  ],
  [
    'an answer that drips',
    { [places.versions]: { failed: 'TOO_SLOW', limit: '10 s' } },
    ['too-slow'],
    /versions did not finish its answer within 10 s/,
  ],
  ['401 at the versions', { [places.versions]: { status: 401 } }, ['wrong-status'], /versions is not public: HTTP 401/],
  ['403 at the versions', { [places.versions]: { status: 403 } }, ['wrong-status'], /versions is not public: HTTP 403/],
  ['401 at the keys', { [places.key]: { status: 401 } }, ['wrong-status'], /server is not public: HTTP 401/],
  ['429 at the versions', { [places.versions]: { status: 429 } }, ['wrong-status'], /limits how often it answers/],
  ['versions that are none', { [places.versions]: { body: { versions: [] } } }, ['not-a-homeserver'], /No homeserver/],
  [
    'versions that are no text',
    { [places.versions]: { body: '{"versions": [{"toString": 1}]}' } },
    ['not-a-homeserver'],
    /No homeserver/,
  ],
  [
    'a byte order mark',
    { [places.client]: { body: bytes('\u{feff}', clientJson) } },
    ['byte-order-mark'],
    /client starts with a byte order mark/,
  ],
  [
    'a byte order mark for servers',
    { [places.server]: { body: bytes('\u{feff}', serverJson) } },
    ['byte-order-mark'],
    /server starts with a byte order mark/,
  ],
  ['UTF-16', { [places.client]: { body: Buffer.from(clientJson, 'utf16le') } }, ['not-utf8'], /is UTF-16, not UTF-8/],
  [
    'UTF-16 with its mark',
    { [places.client]: { body: utf16be(`\u{feff}${clientJson}`) } },
    ['not-utf8'],
    /is UTF-16, not UTF-8/,
  ],
  ['Latin-1', { [places.client]: { body: bytes('{"a": "', Buffer.of(0xe4), '"}') } }, ['not-utf8'], /is not UTF-8/],
  [
    'a server file that is always compressed',
    { [places.server]: encoded('gzip', gzipSync(serverJson)) },
    ['compressed'],
    /without being asked for that/,
  ],
  [
    'an encoding of its own',
    { [places.client]: encoded('constructor', bytes(clientJson)) },
    ['compressed'],
    /Content-Encoding constructor/,
  ],
  [
    'a file that only says it is compressed',
    { [places.client]: encoded('gzip', bytes(clientJson)) },
    ['compressed'],
    /is sent as compressed \(gzip\), but is not/,
  ],
  [
    'a small file that grows',
    { [places.client]: encoded('gzip', gzipSync(Buffer.alloc(4_000_000))) },
    ['too-large'],
    /more than 256 KiB when decompressed/,
  ],
  ['an empty file', { [places.client]: { body: '' } }, ['not-json'], /client is empty/],
  ['a control character', { [places.client]: { body: '\u{9b}31m' } }, ['not-json'], /begins with "\\u009b31m"/],
  [
    'a type of two lines',
    { [places.client]: { ...at('https://matrix.example.test'), headers: { 'content-type': 'text/\u{2028}x' } } },
    ['wrong-content-type'],
    /content type "text\/\\u2028x"/,
  ],
  [
    'no type',
    { [places.client]: { ...at('https://matrix.example.test'), headers: { 'content-type': '' } } },
    ['wrong-content-type'],
    /without a content type/,
  ],
]

it.each(wrongAnswers)('says what is wrong with %s', async (_name, change, codes, words) => {
  const problems = await problemsOf(change)
  expect(problems.map(({ code }) => code)).toEqual(codes)
  expect(problems[0]?.message).toMatch(words)
})

it('says how long redirects in a circle go on, and when they are too many', async () => {
  const redirect = (to: string): Page => ({ status: 302, headers: { location: to } })
  const circle = await problemsOf({ [places.client]: redirect(`https://${places.client}`) })
  expect(circle[0]?.message).toBe(`https://${places.client} redirects in a circle.`)
  let asked = 0
  const get = async () => ({
    status: 302,
    headers: { location: `https://example.test/${asked++}`, 'access-control-allow-origin': '*' },
    body: Buffer.of(),
  })
  const [client] = await checkDiscovery('example.test', { get, findSrv: async () => undefined })
  expect(client?.problems[0]?.message).toContain('redirects more than 20 times')
})

it('asks a redirect for the CORS header too', async () => {
  const moved: Page = { status: 302, headers: { location: '/moved', 'access-control-allow-origin': '' } }
  const problems = await problemsOf({ [places.client]: moved, 'example.test/moved': at('https://matrix.example.test') })
  expect(problems.map(({ code }) => code)).toEqual(['no-cors'])
  expect(problems[0]?.message).toContain(`The redirect of https://${places.client} has no`)
})

describe('what browsers read', () => {
  it.each([
    ['gzip', gzipSync(clientJson)],
    ['GZIP', gzipSync(clientJson)],
    ['x-gzip', gzipSync(clientJson)],
    ['br', brotliCompressSync(clientJson)],
    ['deflate', deflateSync(clientJson)],
    ['identity', bytes(clientJson)],
  ])('is fine when it is %s', async (encoding, body) => {
    expect(await problemsOf({ [places.client]: encoded(encoding, body) })).toEqual([])
  })

  it('is fine with slashes behind the address', async () => {
    const checks = await check({ [places.client]: at(`HTTPS://Matrix.Example.Test/${'/'.repeat(1000)}`) })
    expect(checks.flatMap(({ problems }) => problems)).toEqual([])
    expect(checks[0]?.found).toBe('https://matrix.example.test')
  })
})

describe('a server file that other servers cannot use, while port 8448 of the domain works', () => {
  const unusable: [string, Page | { failed: string }, string][] = [
    ['forbidden', { status: 403 }, 'wrong-status'],
    ['that fails', { status: 502 }, 'wrong-status'],
    ['a web page', { body: '<!DOCTYPE html><p>Hello', headers: { 'content-type': 'text/html' } }, 'html'],
    ['empty', { body: '' }, 'not-json'],
    ['without m.server', { body: {} }, 'wrong-shape'],
    ['with an address', delegatedTo('https://matrix.example.test'), 'not-a-server-name'],
    ['behind a closed port', { failed: 'ECONNREFUSED' }, 'refused'],
    ['with a byte order mark', { body: bytes('\u{feff}', serverJson) }, 'byte-order-mark'],
  ]

  it.each(unusable)('is worth a warning: %s', async (_name, page, code) => {
    const checks = await check({ ...works, [places.server]: page })
    const problems = checks.flatMap((one) => one.problems)
    expect(problems).toMatchObject([{ code, severity: 'warning' }])
    expect(problems[0]?.message).toContain('Other servers use example.test:8448 then, which works.')
    expect(checks.find(({ name }) => name === 'federation')?.found).toBe('answers as example.test')
  })

  it('is nothing when it is only missing', async () => {
    expect(await problemsOf({ ...works, [places.server]: undefined })).toEqual([])
  })

  it('says so too when something else is wrong there', async () => {
    const problems = await problemsOf({ [places.server]: undefined, [places.ownKey]: { failed: 'CERT_HAS_EXPIRED' } })
    expect(problems.map(({ code }) => code)).toEqual(['missing-file', 'certificate-expired'])
    expect(problems[0]?.message).not.toContain('no homeserver answers')
  })
})

describe('letter case', () => {
  it('of the domain that was typed does not count', async () => {
    expect(await problemsOf({}, 'Example.TEST')).toEqual([])
  })

  it('of the server itself counts in user IDs', async () => {
    const problems = await problemsOf({ [places.key]: { body: { server_name: 'Example.test' } } })
    expect(problems).toMatchObject([{ code: 'another-letter-case', severity: 'warning' }])
    expect(problems[0]?.hint).toContain('@alice:Example.test')
  })
})

describe('SRV records', () => {
  const bare: Pages = { [places.server]: delegatedTo('matrix.example.test') }

  it.each([
    [{ name: '', port: 0 }],
    [{ name: '.', port: 70_000 }],
    [{ name: 'a b', port: 443 }],
    [{ name: '\u{1b}', port: 443 }],
  ])('that nobody can connect to are reported: %j', async (record) => {
    const problems = await problemsOf(bare, 'example.test', record)
    expect(problems).toMatchObject([{ code: 'wrong-srv-record' }])
    expect(problems[0]?.message).not.toMatch(/\p{C}/u)
  })

  it('ask the host that they name', async () => {
    const record = { name: 'matrix.example.test.example.net', port: 443 }
    const network = {
      get: getFrom({
        ...healthySite,
        ...bare,
        'matrix.example.test.example.net/_matrix/key/v2/server': works[places.ownKey],
      }),
      findSrv: async () => record,
    }
    const asked: (string | undefined)[] = []
    const checks = await checkDiscovery('example.test', {
      ...network,
      get: async (wanted) => {
        if (wanted.url.pathname.startsWith('/_matrix/key')) asked.push(wanted.name)
        return network.get(wanted)
      },
    })
    expect(checks.flatMap(({ problems }) => problems)).toEqual([])
    expect(asked).toEqual(['matrix.example.test'])
  })
})

describe('Matrix Authentication Service', () => {
  const client: Page = {
    body: {
      'm.homeserver': { base_url: 'https://matrix.example.test' },
      'org.matrix.msc2965.authentication': { issuer: 'https://auth.example.test/' },
    },
  }
  const metadata: Page = { body: { issuer: 'https://auth.example.test/' } }

  it.each([
    ['has its metadata', { [places.authentication]: metadata }, []],
    [
      'has it where it was before Matrix 1.15',
      { 'matrix.example.test/_matrix/client/unstable/org.matrix.msc2965/auth_metadata': metadata },
      [],
    ],
    ['has none', {}, ['no-auth-metadata']],
    ['has something else', { [places.authentication]: { body: [] } }, ['no-auth-metadata']],
    ['fails', { [places.authentication]: { status: 502 } }, ['wrong-status']],
  ] satisfies [string, Pages, string[]][])('%s', async (_name, change, codes) => {
    const problems = await problemsOf({ ...change, [places.client]: client })
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })

  it('is looked for when the host file says that it has the accounts', async () => {
    const network = { get: getFrom(healthySite), findSrv: async () => undefined }
    const checks = await checkDiscovery('example.test', network, { mas: true })
    expect(checks.flatMap(({ problems }) => problems)).toMatchObject([{ code: 'no-auth-metadata' }])
  })
})

it.each(['example.test:8448', '203.0.113.5', '[::1]', '203.0.113.5:443'])(
  'looks up no server file for %s',
  async (domain) => {
    const checks = await check({}, domain)
    expect(checks.map(({ name }) => name)).not.toContain('server')
    expect(checks.map(({ name }) => name)).toContain('federation')
  },
)

it('compares 200,000 slashes with a host file in no time', () => {
  const found = `https://matrix.example.test${'/'.repeat(200_000)}a`
  const meant = { file: 'registrar.yml', address: 'matrix.example.test', server: 'matrix.example.test:8448' }
  const before = performance.now()
  const [checked] = compareWith(meant, [{ name: 'client', url: 'https://example.test', found, problems: [] }])
  expect(performance.now() - before).toBeLessThan(2000)
  expect(checked?.problems).toHaveLength(1)
})
