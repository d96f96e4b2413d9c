import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { checkDiscovery } from '../../../generator/discovery/check-discovery.ts'
import { compareWith } from '../../../generator/discovery/compare.ts'
import type { Get, NoReply, Reply } from '../../../generator/discovery/get.ts'
import type { Problem } from '../../../generator/discovery/problem.ts'
import { isExhaustive } from '../../support/exhaustive.ts'

/** Of web servers; each is asked five times or so. */
const runs = isExhaustive ? 10_000 : 2_500

/** As fc.string of the unit 'binary', which makes a table of all code points first. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points))

/** What breaks readers: control characters, what prototypes have, what regular expressions are slow with. */
const words = fc.oneof(
  {
    weight: 200,
    arbitrary: fc.constantFrom('', ' ', '/', '.', ':', '[', '[::1]', '*', 'null', '__proto__', 'toString'),
  },
  {
    weight: 200,
    arbitrary: fc.constantFrom('\u{1b}[2J', '\u{9b}m', '\u{202e}', '\u{2028}', '\u{feff}', '\0', '\r\n', '\ud800'),
  },
  { weight: 200, arbitrary: fc.constantFrom('::error::x', '```', 'example.test', ':8448', ':99999', ':0', '/_matrix') },
  {
    weight: 300,
    arbitrary: fc.constantFrom('https://', 'http://', 'https:', 'https://m.test', 'https://a.test/b?c#d'),
  },
  { weight: 100, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constantFrom('/', 'a', ' ', '\\', '.', '[', '{', '"').map((one) => one.repeat(200_000)) },
)
const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''))
const keys = fc.constantFrom(
  'm.homeserver',
  'base_url',
  'm.server',
  'server_name',
  'versions',
  'issuer',
  'contacts',
  'role',
  'toString',
  '__proto__',
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(null, true, 0, -1, 1e308),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
})).value

const document = fc.oneof(
  text.map((base_url) => ({ 'm.homeserver': { base_url } })),
  json.map((base_url) => ({ 'm.homeserver': { base_url }, 'm.identity_server': base_url })),
  text.map((server) => ({ 'm.server': server })),
  json.map((server) => ({ 'm.server': server })),
  json.map((name) => ({ server_name: name })),
  json.map((versions) => ({ versions: [versions] })),
  json.map((contacts) => ({ contacts: [contacts] })),
  fc.constant({ 'm.homeserver': { base_url: 'https://m.test' }, 'org.matrix.msc2965.authentication': {} }),
  fc.constantFrom({ 'm.server': 'm.test' }, { server_name: 'example.test' }, { versions: ['v1.11'] }),
  json,
)
const body = fc.oneof(
  { weight: 6, arbitrary: document.map((data) => Buffer.from(JSON.stringify(data))) },
  { weight: 1, arbitrary: document.map((data) => Buffer.from(`\u{feff}${JSON.stringify(data)}`, 'utf16le')) },
  { weight: 1, arbitrary: document.map((data) => Buffer.from(`\u{feff}${JSON.stringify(data)}`)) },
  { weight: 1, arbitrary: document.map((data) => gzipSync(JSON.stringify(data))) },
  { weight: 1, arbitrary: text.map((page) => Buffer.from(page)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('['.repeat(250_000), '{"a":'.repeat(50_000)).map((deep) => Buffer.from(deep)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 50 }) },
)
const headers = fc.record(
  {
    'content-type': fc.oneof(
      fc.constantFrom('application/json', 'text/html', `application/json${' '.repeat(10_000)}x`),
      text,
    ),
    'access-control-allow-origin': fc.oneof(fc.constantFrom('*', '*, *', 'https://a.test', 'null'), text),
    'content-encoding': fc.oneof(fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'toString', 'zstd'), text),
    location: fc.oneof(fc.constantFrom('/', '//', 'https://example.test', 'http://a.test', 'https://[::1]:0/'), text),
  },
  { requiredKeys: [] },
)
const reply: fc.Arbitrary<Reply> = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant(200) },
    { weight: 2, arbitrary: fc.constantFrom(301, 302, 303, 307, 308) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }) },
  ),
  headers,
  body,
})
const noReply: fc.Arbitrary<NoReply> = fc.record({
  failed: fc.oneof(
    fc.constantFrom('TOO_SLOW', 'TOO_LARGE', 'ETIMEDOUT', 'EPROTO', 'HPE_INVALID_CONSTANT', 'toString'),
    text,
  ),
})
const answer = fc.oneof({ weight: 9, arbitrary: reply }, { weight: 1, arbitrary: noReply })
const record = fc.option(fc.record({ name: text, port: fc.integer({ min: -1, max: 70_000 }) }), { nil: undefined })

let answered = 0

/** Answers in turn, and from the start again: so redirects may go in a circle. */
function getterOf(answers: (Reply | NoReply)[]): Get {
  let asked = 0
  return async () => {
    answered++
    return answers[asked++ % answers.length] ?? { failed: 'ENOTFOUND' }
  }
}

const raw = /\p{C}|\[object/u

function isSaid({ message, hint, code }: Problem): boolean {
  const isSentence = /^\S.{10,}[.)"}]/.test(message) && hint !== '' && code.length > 0
  return isSentence && message.length + hint.length < 2500 && !raw.test(message) && !raw.test(hint)
}

it('survives thousands of hostile answers, each domain in under 2 seconds, and says of each what is wrong', async () => {
  let slowest = 0 // seconds of the processor, so that a loaded machine does not count
  const property = fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), record, async (answers, srv) => {
    const before = process.cpuUsage()
    const checks = await checkDiscovery('example.test', { get: getterOf(answers), findSrv: async () => srv })
    compareWith({ file: 'registrar.yml', address: 'm.test', server: 'm.test:8448' }, checks)
    const { user, system } = process.cpuUsage(before)
    slowest = Math.max(slowest, (user + system) / 1_000_000)
    const unsaid = checks.flatMap(({ problems }) => problems).filter((problem) => !isSaid(problem))
    if (unsaid.length > 0) throw new Error(`not in words: ${JSON.stringify(unsaid)}`)
    if (checks.some(({ found = '', url }) => raw.test(`${found} ${url}`))) throw new Error(JSON.stringify(checks))
    const isWhole = checks.some(({ name, found }) => name === 'homeserver' && found !== undefined)
    if (!isWhole && checks.every(({ problems }) => problems.length === 0)) throw new Error('no problem was reported')
  })
  await fc.assert(property, { numRuns: runs, seed: 8448, endOnFailure: true })
  expect(answered).toBeGreaterThan(3 * runs)
  expect(slowest).toBeLessThan(2)
}, 300_000)
