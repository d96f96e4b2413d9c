import type { Check } from './check.ts'
import { propertyOf } from './check-client.ts'
import { isOutOfReach } from './explain-no-reply.ts'
import { fetchJson } from './fetch-json.ts'
import type { Get } from './get.ts'
import { error, type Problem } from './problem.ts'

/** What a DNS server knows of an SRV name: none, or one target. */
export type FindSrv = (name: string) => Promise<{ name: string; port: number } | undefined>

export interface Federation {
  get: Get
  findSrv: FindSrv
}

/** How other servers find a domain (server-server API, "Resolving server names"), and who answers them there. */
export async function checkServer(domain: string, { get, findSrv }: Federation): Promise<Check[]> {
  const url = `https://${domain}/.well-known/matrix/server`
  if (hasPort(domain)) return [await checkFederation(domain, { connect: domain, name: domain, assumed: false }, get)]
  const { data, status, problems } = await fetchJson(url, { get, by: 'servers' })
  const delegated = propertyOf(data, 'm.server')
  if (typeof delegated === 'string' && isServerName(delegated)) {
    return [
      { name: 'server', url, found: delegated, problems },
      await checkFederation(domain, await resolveServer(delegated, findSrv), get),
    ]
  }
  if (data !== undefined) return [{ name: 'server', url, problems: [...problems, wrongServer(delegated, url)] }]
  return withoutFile(domain, { url, status, problems }, { get, findSrv })
}

/** Without the file, other servers go on to SRV records and then to port 8448 of the domain itself; that may be meant. */
async function withoutFile(
  domain: string,
  { url, status, problems }: { url: string; status: number | undefined; problems: Problem[] },
  { get, findSrv }: Federation,
): Promise<Check[]> {
  const federation = await checkFederation(domain, await resolveServer(domain, findSrv), get)
  const works = federation.problems.length === 0
  if (works && status === 404)
    return [{ name: 'server', url, found: 'not there, and not needed', problems: [] }, federation]
  const hint = `Let the web server of ${domain} serve {"m.server": "matrix.${domain}:443"} there, with the name and the port of the homeserver.`
  const told = problems.map((problem) =>
    problem.code === 'missing-file'
      ? {
          ...problem,
          message: `${problem.message} So other servers try ${federation.url.split('/')[2] ?? domain}, where nothing answers.`,
          hint,
        }
      : problem,
  )
  return [{ name: 'server', url, problems: told }, ...(works ? [federation] : [])]
}

interface Target {
  /** Where to connect: host and port. */
  connect: string
  /** Whose certificate is expected, and what the Host header says. */
  name: string
  /** Nobody named the port: it is the default. */
  assumed: boolean
}

async function resolveServer(server: string, findSrv: FindSrv): Promise<Target> {
  if (hasPort(server)) return { connect: server, name: server, assumed: false }
  const found = isAddress(server)
    ? undefined
    : ((await findSrv(`_matrix-fed._tcp.${server}`)) ?? (await findSrv(`_matrix._tcp.${server}`)))
  if (found) return { connect: `${found.name}:${found.port}`, name: server, assumed: false }
  return { connect: `${server}:8448`, name: server, assumed: true }
}

async function checkFederation(domain: string, { connect, name, assumed }: Target, get: Get): Promise<Check> {
  const hostname = name.replace(/:\d+$/, '')
  const viaSrv = !connect.startsWith(hostname)
  const url = `https://${connect}/_matrix/key/v2/server`
  const { data, status, problems } = await fetchJson(url, { get, by: 'servers', ...(viaSrv ? { name: hostname } : {}) })
  const check = { name: 'federation', url }
  if (assumed && problems.some(isOutOfReach)) return { ...check, problems: [assumedPort(connect)] }
  const calledItself = propertyOf(data, 'server_name')
  if (calledItself === domain) return { ...check, found: `answers as ${domain}`, problems: [] }
  if (typeof calledItself === 'string') return { ...check, problems: [anotherServer(connect, calledItself, domain)] }
  if (status === undefined || status >= 500) return { ...check, problems }
  return {
    ...check,
    problems: [
      error(
        'not-a-homeserver',
        `No homeserver answers other servers at ${connect}.`,
        'Correct m.server in the server file; or the reverse proxy there does not pass /_matrix on to the federation API, or that is turned off.',
      ),
    ],
  }
}

function assumedPort(connect: string): Problem {
  const host = connect.replace(/:8448$/, '')
  const hint = `Name the port, as in {"m.server": "${host}:443"}; or open port 8448 on ${host}.`
  return error(
    'port-8448-assumed',
    `Other servers connect to ${connect}, since no port is named, and nothing answers there.`,
    hint,
  )
}

function anotherServer(connect: string, calledItself: string, domain: string): Problem {
  return error(
    'another-server',
    `The homeserver at ${connect} is ${calledItself}, not ${domain}.`,
    "Correct m.server in the server file; or the homeserver's own server_name is wrong, which cannot be changed once it has accounts.",
  )
}

function wrongServer(delegated: unknown, url: string): Problem {
  if (typeof delegated !== 'string')
    return error('wrong-shape', `${url} does not name a server.`, 'Write in it: {"m.server": "matrix.example.com:443"}')
  const host = URL.canParse(delegated) ? new URL(delegated).host : ''
  return error(
    'not-a-server-name',
    `${url} names ${JSON.stringify(delegated)}, which is not a name with a port.`,
    `Write "m.server": "${host || 'matrix.example.com'}${/:\d+$/.test(host) ? '' : ':443'}", without https:// and without a path.`,
  )
}

function isServerName(text: string): boolean {
  return /^([A-Za-z0-9.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/.test(text)
}

function hasPort(server: string): boolean {
  return /:\d{1,5}$/.test(server) && !server.endsWith(']')
}

function isAddress(server: string): boolean {
  return server.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(server)
}
