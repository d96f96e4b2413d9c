import type { Check } from './check.ts'
import { checkClient } from './check-client.ts'
import { checkServer } from './check-server.ts'
import { checkSupport } from './check-support.ts'
import type { FindSrv } from './find-target.ts'
import type { Get } from './get.ts'
import { hostnameOf } from './server-name.ts'

interface Network {
  get: Get
  findSrv: FindSrv
}

export interface Expected {
  /** Matrix Authentication Service owns the accounts, by the host file. */
  mas?: boolean
}

/** Everything that clients and other servers look up to find the homeserver of a domain, as they do it. */
export async function checkDiscovery(
  domain: string,
  { get, findSrv }: Network,
  { mas = false }: Expected = {},
): Promise<Check[]> {
  const hostname = hostnameOf(domain)
  const [client, server, support] = await Promise.all([
    checkClient(hostname, { get, mas }),
    checkServer(domain, { get, findSrv }),
    checkSupport(hostname, get),
  ])
  return [...client, ...server, support]
}
