import { createServer as createTcpServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { checkDiscovery } from '../../generator/discovery/check-discovery.ts'
import { getter } from '../../generator/discovery/get.ts'
import { makeAuthority } from '../lab/certificates.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\naccess-control-allow-origin: *\r\n'

const bomb = gzipSync(Buffer.alloc(4_000_000))

/** What goes over the connection once something was asked, and what is reported. */
const hostile: [string, (socket: Socket) => unknown, RegExp][] = [
  ['an answer without end', (socket) => flood(socket, `${ok}\r\n`), /too-large .*sends more than 256 KiB/],
  ['headers without end', (socket) => flood(socket, `${ok}x: `), /too-large .*16 KiB of headers/],
  ['a chunk without end', (socket) => flood(socket, `${ok}transfer-encoding: chunked\r\n\r\nfffffff\r\n`), /too-large/],
  ['a byte now and then', (socket) => drip(socket, `${ok}\r\n`), /too-slow .*within 2 s/],
  [
    'nothing but "continue"',
    (socket) => drip(socket, 'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 100 Continue\r\n\r\n'),
    /too-slow/,
  ],
  ['an answer to something else', (socket) => socket.end('220 mail.example.test ESMTP\r\n'), /not-http/],
  [
    'control characters',
    (socket) => socket.end(`HTTP/1.1 200 \u{1b}[2J\r\n\u{1b}: \u{9b}\r\n\r\n`),
    /not-http|not-json/,
  ],
  [
    'another protocol',
    (socket) => socket.end('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    /hung-up|wrong-status/,
  ],
  ['an end in the headers', (socket) => socket.end(ok), /hung-up|not-http/],
  ['an end in the body', (socket) => socket.end(`${ok}content-length: 500\r\n\r\n{`), /hung-up/],
  ['an end in a chunk', (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\nff\r\n{`), /hung-up/],
  ['an end at once', (socket) => socket.destroy(), /hung-up/],
  ['two lengths', (socket) => socket.end(`${ok}content-length: 1\r\ncontent-length: 2\r\n\r\n{}`), /not-http/],
  ['a negative length', (socket) => socket.end(`${ok}content-length: -1\r\n\r\n{}`), /not-http/],
  [
    'the CORS header twice',
    (socket) => socket.end(`${ok}access-control-allow-origin: *\r\n\r\n{}`),
    /cors-twice .*"\*, \*"/,
  ],
  ['a small file that grows', (socket) => sendBytes(socket, bomb), /too-large .*decompressed/],
  [
    'redirects one after another',
    (socket) => redirect(socket, `/${(redirects++).toString()}`),
    /redirect-loop .*20 times/,
  ],
  [
    'redirects that take their time',
    (socket) => setTimeout(() => redirect(socket, `/${redirects++}`), 600),
    /too-slow .*within 2 s, redirects included/,
  ],
]

let redirects = 0

function flood(socket: Socket, head: string): void {
  socket.write(head)
  const more = () => {
    while (!socket.destroyed && socket.write('a'.repeat(65_536)));
    socket.once('drain', more)
  }
  more()
}

function drip(socket: Socket, head: string, drop = ' '): void {
  socket.write(head)
  const dripping = setInterval(() => socket.write(drop), 50)
  socket.on('close', () => clearInterval(dripping))
}

function sendBytes(socket: Socket, body: Buffer): void {
  socket.write(`${ok}content-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`)
  socket.end(body)
}

function redirect(socket: Socket, to: string): void {
  socket.end(`HTTP/1.1 302 Found\r\naccess-control-allow-origin: *\r\nlocation: ${to}\r\n\r\n`)
}

let server: Server
let answer: (socket: Socket) => unknown
let ca: string

beforeAll(async () => {
  const root = await makeAuthority(makeDirectory())
  ca = root.cert
  server = createServer(await root.issue('hostile', { names: ['example.test'] }), (socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  server.close()
  removeDirectories()
})

async function lookUp(port: number, timeout: number) {
  const connectTo = [{ host: '', port: '', toHost: '127.0.0.1', toPort: `${port}` }]
  const get = getter({ connectTo, timeout, ca })
  const checks = await checkDiscovery('example.test', { get, findSrv: async () => undefined })
  return checks.flatMap(({ problems }) => problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`))
}

const portOf = (listening: { address(): unknown }) => (listening.address() as AddressInfo).port

it.each(hostile)('says what is wrong with %s', async (_name, hostility, words) => {
  answer = hostility
  const problems = await lookUp(portOf(server), /too-slow/.test(words.source) ? 2000 : 30_000)
  expect(problems.find((problem) => words.test(problem)) ?? problems).toEqual(expect.stringMatching(words))
  expect(problems.join('')).not.toMatch(/\p{C}|undefined|\[object/u)
})

it('says of plain HTTP that TLS is missing', async () => {
  const plain = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'))
  })
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  const problems = await lookUp(portOf(plain), 10_000)
  plain.close()
  expect(problems[0]).toMatch(/^without-tls example.test:443 answers without TLS/)
})

it('survives 300 answers with random bytes in them', async () => {
  const random = seeded(8448)
  answer = (socket) => socket.end(mangled(random))
  for (let run = 0; run < 60; run++) {
    const problems = await lookUp(portOf(server), 10_000)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('')).not.toMatch(/\p{C}|\[object/u)
  }
})

/** An answer with a few bytes that are not what they were. */
function mangled(random: () => number): Buffer {
  const bytes = Buffer.from(
    `${ok}location: https://example.test/a\r\n\r\n{"m.homeserver": {"base_url": "https://a.test"}}`,
  )
  for (let changes = random() % 8; changes >= 0; changes--) bytes[random() % bytes.length] = random() % 256
  return random() % 4 === 0 ? bytes.subarray(0, random() % bytes.length) : bytes
}

/** The same numbers in each run (a linear congruential generator; its upper bits). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 12
  }
}
