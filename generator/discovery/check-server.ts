import type { Check } from './check.ts'
import { checkFederation } from './check-federation.ts'
import { isOutOfReach } from './explain-no-reply.ts'
import { fetchJson } from './fetch-json.ts'
import { type FindSrv, findTarget } from './find-target.ts'
import { quoted } from './foreign-text.ts'
import type { Get } from './get.ts'
import { error, type Problem } from './problem.ts'
import { propertyOf } from './property-of.ts'
import { hasPort, isAddress, isServerName } from './server-name.ts'

interface Federation {
  get: Get
  findSrv: FindSrv
}

/** How other servers find a domain (server-server API, "Resolving server names"), and who answers them there. */
export async function checkServer(domain: string, { get, findSrv }: Federation): Promise<Check[]> {
  const url = `https://${domain}/.well-known/matrix/server`
  if (hasPort(domain) || isAddress(domain))
    return [await checkFederation(domain, await findTarget(domain, findSrv), get)]
  const { data, problems } = await fetchJson(url, { get, by: 'servers' })
  const delegated = propertyOf(data, 'm.server')
  if (typeof delegated === 'string' && isServerName(delegated)) {
    const federation = await checkFederation(domain, await findTarget(delegated, findSrv), get)
    return [{ name: 'server', url, found: delegated, problems }, federation]
  }
  const wrong = data === undefined ? problems : [...problems, wrongServer(delegated, url)]
  return withoutFile(domain, { name: 'server', url, problems: wrong }, { get, findSrv })
}

/** Without a file that they can read, other servers go on to SRV records and to port 8448 of the domain itself. */
async function withoutFile(domain: string, file: Check, { get, findSrv }: Federation): Promise<Check[]> {
  const federation = await checkFederation(domain, await findTarget(domain, findSrv), get)
  const isMissing = file.problems.some(({ code }) => code === 'missing-file')
  const address = federation.url.split('/')[2] ?? domain
  if (!hasErrors(federation)) {
    if (isMissing) return [{ ...file, found: 'not there, and not needed', problems: [] }, federation]
    return [{ ...file, problems: file.problems.map((problem) => asWarning(problem, address)) }, federation]
  }
  const nothing = federation.problems.some(({ code }) => code === 'port-8448-assumed' || code === 'not-a-homeserver')
  const problems = file.problems.map((problem) =>
    problem.code === 'missing-file' ? missing(problem, domain, nothing ? address : undefined) : problem,
  )
  return [{ ...file, problems: problems }, ...(nothing || federation.problems.some(isOutOfReach) ? [] : [federation])]
}

function hasErrors({ problems }: Check): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

function asWarning(problem: Problem, address: string): Problem {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message} Other servers use ${address} then, which works.`,
  }
}

function missing(problem: Problem, domain: string, unanswered: string | undefined): Problem {
  const then = unanswered === undefined ? '' : ` So other servers try ${unanswered}, where no homeserver answers.`
  return {
    ...problem,
    message: `${problem.message}${then}`,
    hint: `Let the web server of ${domain} serve {"m.server": "matrix.${domain}:443"} there, with the name and the port of the homeserver.`,
  }
}

function wrongServer(delegated: unknown, url: string): Problem {
  if (typeof delegated !== 'string')
    return error('wrong-shape', `${url} does not name a server.`, 'Write in it: {"m.server": "matrix.example.com:443"}')
  return error(
    'not-a-server-name',
    `${url} names ${quoted(delegated)}, ${whyNot(delegated)}.`,
    `Write "m.server": "${nearest(delegated)}", without https:// and without a path.`,
  )
}

function whyNot(delegated: string): string {
  const port = /^[^/:]+:(\d+)$/.exec(delegated.slice(0, 300))?.[1]
  return port === undefined ? 'which is not a name with a port' : `whose port is not between 1 and 65535`
}

/** The likely intended value: the host of an address, with a port. */
function nearest(delegated: string): string {
  const text = delegated.trim()
  const host = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).host : text.replace(/:\d+$/, '')
  const withPort = hasPort(host) ? host : `${host}:443`
  return isServerName(withPort) ? withPort : 'matrix.example.com:443'
}
