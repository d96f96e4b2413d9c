import type { Check } from './check.ts'
import { checkAuthentication } from './check-authentication.ts'
import { checkBaseUrl } from './check-base-url.ts'
import { checkHomeserver } from './check-homeserver.ts'
import { fetchJson } from './fetch-json.ts'
import type { Get } from './get.ts'
import { error, type Problem } from './problem.ts'
import { propertyOf } from './property-of.ts'

interface Client {
  get: Get
  /** Accounts are at Matrix Authentication Service; the client file may say so too. */
  mas: boolean
}

/** What clients read to find the homeserver of a domain (client-server API, "Well-known URI"), and that homeserver. */
export async function checkClient(hostname: string, { get, mas }: Client): Promise<Check[]> {
  const url = `https://${hostname}/.well-known/matrix/client`
  const { data, problems } = await fetchJson(url, { get, by: 'browsers' })
  if (data === undefined) return [{ name: 'client', url, problems }]
  const read = readClient(data, url)
  if ('problem' in read) return [{ name: 'client', url, problems: [...problems, read.problem] }]
  const file = { name: 'client', url, found: read.address, problems: [...problems, ...checkIdentityServer(data, url)] }
  const homeserver = await checkHomeserver(read.address, get)
  const logsInElsewhere = mas || propertyOf(data, 'org.matrix.msc2965.authentication') !== undefined
  if (!logsInElsewhere || homeserver.found === undefined) return [file, homeserver]
  return [file, homeserver, await checkAuthentication(read.address, get)]
}

function readClient(data: unknown, url: string): { address: string } | { problem: Problem } {
  const baseUrl = propertyOf(propertyOf(data, 'm.homeserver'), 'base_url')
  if (typeof baseUrl === 'string') return checkBaseUrl(baseUrl, url)
  return {
    problem: error(
      'wrong-shape',
      `${url} does not name a homeserver.`,
      'Write in it: {"m.homeserver": {"base_url": "https://matrix.example.com"}}',
    ),
  }
}

/** Optional, but when it is there and wrong, clients give up (FAIL_ERROR). */
function checkIdentityServer(data: unknown, url: string): Problem[] {
  const server = propertyOf(data, 'm.identity_server')
  const address = propertyOf(server, 'base_url')
  if (server === undefined || (typeof address === 'string' && URL.canParse(address))) return []
  return [
    error(
      'wrong-shape',
      `${url} has an m.identity_server without the address of one.`,
      'Leave m.identity_server out, or write {"base_url": "https://..."} in it.',
    ),
  ]
}
