import type { Check } from './check.ts'
import { fetchJson } from './fetch-json.ts'
import type { Get } from './get.ts'
import { error, type Problem } from './problem.ts'

/** What clients read to find the homeserver of a domain (client-server API, "Well-known URI"), and that homeserver. */
export async function checkClient(hostname: string, get: Get): Promise<Check[]> {
  const url = `https://${hostname}/.well-known/matrix/client`
  const { data, problems } = await fetchJson(url, { get, by: 'browsers' })
  const { baseUrl, problems: wrong } = data === undefined ? { problems: [] } : readClient(data, url)
  const file: Check = {
    name: 'client',
    url,
    ...(baseUrl === undefined ? {} : { found: baseUrl }),
    problems: [...problems, ...wrong],
  }
  return [file, ...(baseUrl === undefined ? [] : [await checkHomeserver(baseUrl, get)])]
}

function readClient(data: unknown, url: string): { baseUrl?: string; problems: Problem[] } {
  const baseUrl = propertyOf(propertyOf(data, 'm.homeserver'), 'base_url')
  if (typeof baseUrl !== 'string')
    return {
      problems: [
        error(
          'wrong-shape',
          `${url} does not name a homeserver.`,
          'Write in it: {"m.homeserver": {"base_url": "https://matrix.example.com"}}',
        ),
      ],
    }
  if (!URL.canParse(baseUrl))
    return {
      problems: [
        error(
          'wrong-shape',
          `${url} names ${JSON.stringify(baseUrl)} as the homeserver, which is not an address.`,
          `Write "base_url": "https://${baseUrl.replace(/^\W*/, '')}"`,
        ),
      ],
    }
  const { protocol, pathname, host } = new URL(baseUrl)
  if (protocol !== 'https:')
    return {
      problems: [
        error(
          'address-without-tls',
          `${url} names ${baseUrl} as the homeserver, which is not encrypted; browsers refuse it.`,
          `Write "base_url": "https://${host}"`,
        ),
      ],
    }
  const problems = /^\/_matrix(\/|$)/.test(pathname)
    ? [
        error(
          'address-with-path',
          `${url} names ${baseUrl} as the homeserver, but clients add /_matrix themselves.`,
          `Write "base_url": "https://${host}"`,
        ),
      ]
    : []
  return problems.length > 0 ? { problems } : { baseUrl, problems: [...checkIdentityServer(data, url)] }
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

async function checkHomeserver(baseUrl: string, get: Get): Promise<Check> {
  const url = `${baseUrl.replace(/\/+$/, '')}/_matrix/client/versions`
  const { data, status, problems } = await fetchJson(url, { get, by: 'browsers' })
  const versions = propertyOf(data, 'versions')
  if (Array.isArray(versions)) return { name: 'homeserver', url, found: `Matrix ${String(versions.at(-1))}`, problems }
  if (status === undefined || status >= 500) return { name: 'homeserver', url, problems }
  const notOne = error(
    'not-a-homeserver',
    `No homeserver answers at ${baseUrl}.`,
    `Correct base_url in the client file; or the reverse proxy of ${new URL(url).host} does not pass /_matrix on.`,
  )
  return { name: 'homeserver', url, problems: [notOne] }
}

export function propertyOf(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
}
