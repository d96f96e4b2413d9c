import { checkCors } from './check-cors.ts'
import { explainNoReply } from './explain-no-reply.ts'
import { explainStatus } from './explain-status.ts'
import { shortened } from './foreign-text.ts'
import type { Get, Reply } from './get.ts'
import { error, type Problem } from './problem.ts'
import { readJson } from './read-json.ts'
import { isServerName } from './server-name.ts'

interface Fetched {
  /** The parsed JSON; undefined if there is none. */
  data?: unknown
  /** Of the last answer. */
  status?: number
  problems: Problem[]
}

interface Reader {
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
  if (reply.status !== 200) return { status: reply.status, problems: [...problems, explainStatus(reply.status, url)] }
  const read = readJson(reply, url, reader.by)
  return { status: 200, ...read, problems: [...problems, ...read.problems] }
}

interface Followed {
  reply?: Reply
  url: URL
  problems: Problem[]
}

/** As many as browsers follow. */
const mostRedirects = 20

const longestLocation = 8000

async function follow(start: URL, { get, by, name }: Reader): Promise<Followed> {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const since = performance.now()
  for (let url = start; ;) {
    if (seen.has(url.href)) return { url, problems: [...problems, redirectLoop(start)] }
    if (seen.size > mostRedirects) return { url, problems: [...problems, tooManyRedirects(start)] }
    seen.add(url.href)
    const isFirst = url === start
    const reply = await get({
      url,
      mayCompress: by === 'browsers',
      ...(isFirst ? {} : { since }),
      ...(isFirst && name !== undefined ? { name } : {}),
    })
    if ('failed' in reply) return { url, problems: [...problems, explainNoReply(reply, url)] }
    if (by === 'browsers' && problems.length === 0)
      problems.push(...checkCors(reply, url, isRedirect(reply) ? 'redirect' : 'answer'))
    if (!isRedirect(reply)) return { reply, url, problems }
    const next = locationOf(reply, url)
    if (!next || !isServerName(next.host)) return { url, problems: [...problems, redirectToNowhere(url)] }
    if (next.protocol !== 'https:') return { url, problems: [...problems, withoutTls(url, next)] }
    url = next
  }
}

function isRedirect({ status }: Reply): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function locationOf({ headers }: Reply, url: URL): URL | undefined {
  const location = [headers['location']].flat()[0]
  if (location === undefined || location.length > longestLocation || !URL.canParse(location, url.href)) return undefined
  return new URL(location, url)
}

function redirectLoop(start: URL): Problem {
  return error(
    'redirect-loop',
    `${shortened(start.href)} redirects in a circle.`,
    `In the web server of ${start.host}, exclude /.well-known/matrix/ from the redirects.`,
  )
}

function tooManyRedirects(start: URL): Problem {
  return error(
    'redirect-loop',
    `${shortened(start.href)} redirects more than ${mostRedirects} times, which is as often as browsers follow.`,
    `In the web server of ${start.host}, exclude /.well-known/matrix/ from the redirects.`,
  )
}

function redirectToNowhere(url: URL): Problem {
  return error(
    'redirect-to-nowhere',
    `${shortened(url.href)} redirects without naming an address.`,
    `Correct the redirect in the web server of ${url.host}.`,
  )
}

function withoutTls(from: URL, to: URL): Problem {
  return error(
    'redirect-without-tls',
    `${shortened(from.href)} redirects to ${shortened(to.href)}, which is not encrypted.`,
    `In the web server of ${from.host}, redirect to https:// instead.`,
  )
}
