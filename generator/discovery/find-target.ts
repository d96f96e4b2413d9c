import { quoted } from './foreign-text.ts'
import { error, type Problem } from './problem.ts'
import { hasPort, isAddress, isServerName } from './server-name.ts'

/** What a DNS server knows of an SRV name: none, or one target. */
export type FindSrv = (name: string) => Promise<{ name: string; port: number } | undefined>

export interface Target {
  /** Where to connect: host and port. */
  connect: string
  /** The name on the expected certificate and in the Host header. */
  name: string
  /** Who named the port: the file, an SRV record, or nobody. */
  by: 'name' | 'srv' | 'default'
}

/** Where other servers connect to for a server name (server-server API, "Resolving server names", steps 3 to 6). */
export async function findTarget(server: string, findSrv: FindSrv): Promise<Target | { problem: Problem }> {
  if (hasPort(server)) return { connect: server, name: server, by: 'name' }
  for (const name of isAddress(server) ? [] : [`_matrix-fed._tcp.${server}`, `_matrix._tcp.${server}`]) {
    const found = await findSrv(name)
    if (!found) continue
    const connect = `${found.name}:${found.port}`
    return isServerName(connect) ? { connect, name: server, by: 'srv' } : { problem: wrongRecord(name, connect) }
  }
  return { connect: `${server}:8448`, name: server, by: 'default' }
}

function wrongRecord(name: string, connect: string): Problem {
  return error(
    'wrong-srv-record',
    `The SRV record ${name} names ${quoted(connect)}, where nobody can connect to.`,
    'Correct the record in your DNS, or remove it and name the server in the server file.',
  )
}
