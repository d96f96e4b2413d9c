import { promises } from 'node:dns'
import type { FindSrv } from './find-target.ts'

/** The SRV record of a name that counts: the one of the lowest priority. A name server that does not answer has none. */
export const findSrv: FindSrv = async (name) => {
  const resolver = new promises.Resolver({ timeout: 3000, tries: 1 })
  const records = await resolver.resolveSrv(name).catch(() => [])
  return records.sort((a, b) => a.priority - b.priority)[0]
}
