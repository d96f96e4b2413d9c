import { jest } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mas, startMas } from '../lab/mas.ts'
import { poll } from '../lab/poll.ts'
import { askToken, type Exchange, getToken, runMasCli, send } from '../support/mas-client.ts'

jest.setTimeout(900_000)

/** test/fixtures/mas-recorded.json: what a running MAS answered, in order; it tells of which version and when. */
interface Recording {
  http: Recorded[]
  cli: { label: string; args: string[]; exit: number; stdout: string; stderr: string }[]
}

interface Recorded {
  label: string
  server: 'mas' | 'synapse'
  request: { method: string; path: string; headers: Record<string, string>; body: unknown }
  response: { status: number; content_type: string | null; body: unknown }
}

const recording = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/mas-recorded.json'), 'utf8'),
) as Recording

/** Synapse's database was new and still without an index that this needs: 500. Of an older one it is 200. */
const ofNewDatabase = ['reactivate']

let mas: Mas
let apiToken: string
/** Of the last login, personal session and request for a token. */
let loginToken = ''
let personalToken = ''
let lastToken = ''
/** Ids of the recording, and those that stand for them now. */
const ids = new Map<string, string>()

beforeAll(async () => {
  mas = await startMas({ registration: false }) // as that one was
  apiToken = await getToken(mas)
  ids.set('01JADM1NC11ENT000000000000', mas.adminApi.clientId)
})

afterAll(async () => {
  mas?.violations.splice(0) // there are malformed requests among them
  await mas?.stop()
})

const now = (text: string): string =>
  [...ids].reduce((result, [then, id]) => result.replaceAll(then, id), text.replaceAll('m.example.com', 'example.org'))

describe('the Admin API, the token endpoint and the homeserver', () => {
  it.each(
    recording.http
      .filter(({ label }) => !ofNewDatabase.includes(label))
      .map((recorded) => [recorded.label, recorded] as const),
  )('%s', async (_label, recorded) => {
    if (recorded.label === 'synapse: list users, no guests') await deactivated('rec-alice')
    const answer = await replay(recorded)
    remember(recorded, answer)
    const { status, content_type, body } = recorded.response
    expect({ status: answer.status, type: answer.contentType, body: normalize(answer.body) }).toEqual({
      status,
      type: content_type,
      body: normalize(JSON.parse(now(JSON.stringify(body)))),
    })
  })
})

describe('mas-cli', () => {
  it.each(recording.cli.map((recorded) => [recorded.label, recorded] as const))(
    '%s',
    async (_label, { args, exit, stdout, stderr }) => {
      const run = await runMasCli(mas, args.slice(1))
      expect({ exit: run.exitCode, stdout: run.stdout, stderr: logLines(run.stderr, exit) }).toEqual({
        exit,
        stdout: now(stdout),
        stderr: logLines(now(stderr), exit),
      })
    },
  )
})

/** Waits until the homeserver knows that the account is deactivated. */
async function deactivated(localpart: string): Promise<void> {
  const path = `/_synapse/mas/query_user?localpart=${localpart}`
  const ask = async () =>
    (await send(mas.synapse.url, 'GET', path, { token: mas.secret })).body as { is_deactivated: boolean }
  await poll(async () => (await ask()).is_deactivated, { what: `the deactivation of ${localpart}` })
}

function replay({ label, server, request }: Recorded): Promise<Exchange> {
  const { method, path, headers, body } = JSON.parse(now(JSON.stringify(request))) as Recorded['request']
  if (path === '/oauth2/token') {
    const client = label.includes('wrong secret') ? { ...mas.adminApi, clientSecret: 'wrong' } : mas.adminApi
    return askToken(mas.url, client, body as Record<string, string>)
  }
  const token = headers['Authorization'] ? tokenFor(label, server) : undefined
  const type = headers['content-type']
  return send(server === 'mas' ? mas.url : mas.synapse.url, method, path, {
    ...(token && { token }),
    ...(body === null
      ? {}
      : typeof body === 'string'
        ? { text: body, ...(type && { headers: { 'content-type': type } }) }
        : { body }),
  })
}

function tokenFor(label: string, server: Recorded['server']): string {
  if (label === 'garbage token') return 'garbage'
  if (label === 'users with a token that lacks the scope') return lastToken
  if (server === 'mas') return apiToken
  return label.startsWith('whoami') ? loginToken : personalToken
}

function remember({ response }: Recorded, answer: Exchange): void {
  const [then, today] = [response.body, answer.body] as ({
    data?: { id?: string; attributes?: { access_token?: string; token?: string } }
    access_token?: string
  } | null)[]
  if (then?.data?.id && today?.data?.id) ids.set(then.data.id, today.data.id)
  const generated = then?.data?.attributes?.token
  if (generated && today?.data?.attributes?.token) ids.set(generated, today.data.attributes.token)
  personalToken = today?.data?.attributes?.access_token ?? personalToken
  lastToken = today?.access_token ?? lastToken
  if (today?.access_token?.startsWith('mct_')) loginToken = today.access_token
}

/** Times, tokens and devices are never twice the same; of a body that could not be read, MAS tells the place. */
function normalize(body: unknown): unknown {
  if (typeof body === 'string') return body.replace(/^(Failed to [^:]*).*/, '$1')
  const text = JSON.stringify(body)
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:]+\.\d+Z"/g, '"<time>"')
    .replaceAll(/m[acp]t_[^"]+/g, '<token>')
    .replaceAll(/"device_id":"[^"]+"/g, '"device_id":"<device>"')
    .replaceAll(/"creation_ts":\d+/g, '"creation_ts":0')
    .replaceAll(/"last_seen_ts":\d+/g, '"last_seen_ts":null') // Synapse notes it after a minute or two
  return JSON.parse(text)
}

/** The log without times and ids; of what clap refuses, the first line. */
function logLines(stderr: string, exit: number): string[] {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('mas_storage'))
  if (exit === 2) return lines.slice(0, 1)
  return lines
    .map((line) => line.replace(/^\S+Z +([A-Z]+) mas_cli::commands::\w+:\d+ /, '$1 '))
    .map((line) =>
      line
        .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '<id>')
        .replaceAll(/mct_\S+/g, '<token>')
        .replace(/compat_session.device=\S+/, 'device'),
    )
    .map((line) => line.replace(/(token: )[A-Za-z0-9]{12} /, '$1<token> ').replace(/compat_access_token\.id=\S+ /, ''))
    .filter((line, index, all) => !(line.startsWith('Caused by') || all[index - 1]?.startsWith('Caused by')))
}
