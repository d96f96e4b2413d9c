import type { Check } from './check.ts'
import { checkClient } from './check-client.ts'
import { checkServer, type FindSrv } from './check-server.ts'
import { checkSupport } from './check-support.ts'
import type { Get } from './get.ts'

/** Everything that clients and other servers look up to find the homeserver of a domain, as they do it. */
export async function checkDiscovery(domain: string, network: { get: Get; findSrv: FindSrv }): Promise<Check[]> {
  const hostname = domain.replace(/:\d+$/, '')
  const [client, server, support] = await Promise.all([
    checkClient(hostname, network.get),
    checkServer(domain, network),
    checkSupport(hostname, network.get),
  ])
  return [...client, ...server, support]
}
