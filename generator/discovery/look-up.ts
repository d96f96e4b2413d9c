import type { Check } from './check.ts'
import { checkDiscovery, type Expected } from './check-discovery.ts'
import { findSrv } from './find-srv.ts'
import { type Connecting, getter } from './get.ts'

/** What clients and other servers find, over the network. */
export async function lookUp(domain: string, connecting: Connecting, expected: Expected = {}): Promise<Check[]> {
  return checkDiscovery(domain, { get: getter(connecting), findSrv }, expected)
}
