import { explainNoReply } from './explain-no-reply.ts'
import { type Get, origin, type Reply } from './get.ts'
import { error, type Problem, warning } from './problem.ts'

export interface Fetched {
  /** What the JSON says; undefined when there is none. */
  data?: unknown
  /** Of the last answer. */
  status?: number
  problems: Problem[]
}

export interface Reader {
  get: Get
  /** Who reads it: programs in browsers need CORS and the right type, servers do not. */
  by: 'browsers' | 'servers'
  /** The name that the certificate is for, when that is not the URL's. */
  name?: string
}

/** A JSON file as clients or servers get it, with everything that would trouble them. */
export async function fetchJson(address: string, reader: Reader): Promise<Fetched> {
  const { reply, url, problems } = await follow(new URL(address), reader)
  if (!reply) return { problems }
  if (reply.status !== 200) return { status: reply.status, problems: [...problems, explainStatus(reply, url)] }
  return { status: 200, ...readJson(reply, url, reader, problems) }
}

interface Followed {
  reply?: Reply
  url: URL
  problems: Problem[]
}

/** As many as browsers follow. */
const mostRedirects = 20

async function follow(start: URL, reader: Reader): Promise<Followed> {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (let url = start; ;) {
    if (seen.has(url.href) || seen.size > mostRedirects) return { url, problems: [...problems, redirectLoop(start)] }
    seen.add(url.href)
    const reply = await reader.get({
      url,
      ...(reader.name !== undefined && url === start ? { name: reader.name } : {}),
    })
    if ('failed' in reply) return { url, problems: [...problems, explainNoReply(reply.failed, url)] }
    if (reader.by === 'browsers' && !problems.some(({ code }) => code === 'no-cors'))
      problems.push(...checkCors(reply, url))
    if (!isRedirect(reply)) return { reply, url, problems }
    const next = locationOf(reply, url)
    if (!next)
      return {
        url,
        problems: [
          ...problems,
          error(
            'redirect-to-nowhere',
            `${url.href} redirects without saying where.`,
            `Mend the redirect in the web server of ${url.host}.`,
          ),
        ],
      }
    if (next.protocol !== 'https:') return { url, problems: [...problems, withoutTls(url, next)] }
    url = next
  }
}

function isRedirect({ status }: Reply): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function locationOf({ headers }: Reply, url: URL): URL | undefined {
  const location = [headers['location']].flat()[0]
  return location !== undefined && URL.canParse(location, url.href) ? new URL(location, url) : undefined
}

function redirectLoop(start: URL): Problem {
  return error(
    'redirect-loop',
    `${start.href} redirects in a circle.`,
    `In the web server of ${start.host}, except /.well-known/matrix/ from the redirects.`,
  )
}

function withoutTls(from: URL, to: URL): Problem {
  return error(
    'redirect-without-tls',
    `${from.href} redirects to ${to.href}, which is not encrypted.`,
    `In the web server of ${from.host}, redirect to https:// instead.`,
  )
}

/** Browsers ask it of every answer on the way, redirects included (Fetch standard, "CORS check"). */
function checkCors(reply: Reply, url: URL): Problem[] {
  const allowed = reply.headers['access-control-allow-origin']
  if (allowed === '*' || allowed === origin || reply.status >= 400) return []
  const what = isRedirect(reply) ? 'The redirect at' : 'The answer of'
  return [
    error(
      'no-cors',
      `${what} ${url.href} has no Access-Control-Allow-Origin, so clients in a browser may not read it.`,
      `Let the web server of ${url.host} add the header Access-Control-Allow-Origin: *`,
    ),
  ]
}

function explainStatus({ status }: Reply, url: URL): Problem {
  if (status === 404 || status === 410)
    return error('missing-file', `There is nothing at ${url.href}.`, `Let the web server of ${url.host} serve it.`)
  const why = status === 401 || status === 403 ? 'asks for permission' : status >= 500 ? 'fails' : 'answers oddly'
  return error(
    'wrong-status',
    `${url.href} ${why}: HTTP ${status}, instead of 200.`,
    `See the log of the web server of ${url.host}${status >= 502 ? ', and whether what it passes requests to is running' : ''}.`,
  )
}

function readJson(
  { body, headers }: Reply,
  url: URL,
  { by }: Reader,
  problems: Problem[],
): { data?: unknown; problems: Problem[] } {
  const type = [headers['content-type']].flat()[0] ?? 'none'
  try {
    return { data: JSON.parse(body) as unknown, problems: [...problems, ...checkType(type, url, by)] }
  } catch (cause) {
    const isHtml = /^\s*<(!doctype|html|head)/i.test(body)
    const problem = isHtml
      ? error(
          'html',
          `${url.href} is a web page, not JSON.`,
          `The web server of ${url.host} shows its page for every path; except /.well-known/matrix/ from that.`,
        )
      : error(
          'not-json',
          `${url.href} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
          'Mend the file; commas and quotes are the usual suspects.',
        )
    return { problems: [...problems, problem] }
  }
}

/** Servers must take any type (server-server API, "Resolving server names"); some clients do not. */
function checkType(type: string, url: URL, by: Reader['by']): Problem[] {
  if (/^application\/json *(;|$)/i.test(type)) return []
  const say = by === 'browsers' ? error : warning
  return [
    say(
      'wrong-content-type',
      `${url.href} is served with the content type ${type}, not application/json.`,
      `Set the type of /.well-known/matrix/ in the web server of ${url.host}; strict clients such as Element X refuse it otherwise.`,
    ),
  ]
}
