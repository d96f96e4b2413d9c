import { isDeepStrictEqual } from 'node:util'
import { type Inventory, type Variables, vaultedPrefix } from './inventory.ts'

/** A variable that Ansible would read differently; undefined: not set. */
export interface Difference {
  host: string
  name: string
  before: unknown
  after: unknown
}

/** What Ansible reads differently in another inventory, including groups and hosts. The number of encrypted files must be the same. */
export function differences(before: Inventory, after: Inventory): Difference[] {
  const hosts = new Set([...before.hosts.keys(), ...after.hosts.keys()])
  return [...hosts].flatMap((host) => {
    const [was, is] = [described(before, host), described(after, host)]
    const names = new Set([...Object.keys(was), ...Object.keys(is)])
    return [...names]
      .filter((name) => !isDeepStrictEqual(was[name], is[name]))
      .map((name) => ({ host, name, before: was[name], after: is[name] }))
  })
}

/** The variables of a host, and beside them its groups and how many encrypted files it has. */
function described({ hosts, groups }: Inventory, host: string): Variables {
  const variables = hosts.get(host)
  if (variables === undefined) return {}
  const [encrypted, clear] = [true, false].map((which) =>
    Object.entries(variables).filter(([name]) => name.startsWith(vaultedPrefix) === which),
  )
  return {
    ...Object.fromEntries(clear ?? []),
    'the groups of this host': [...groups].flatMap(([name, members]) => (members.has(host) ? [name] : [])).sort(),
    'encrypted files': encrypted?.length,
  }
}
