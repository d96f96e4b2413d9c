import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../errors/app-error.ts'
import type { Inventory, Variables } from './inventory.ts'
import { type Listed, listInventory } from './list-inventory.ts'
import { mirrorInventory, type MirrorOptions } from './mirror.ts'

export interface Place {
  /** Where Ansible runs, whose ansible.cfg counts. */
  directory: string
  /** The inventory's file, as messages name it. */
  shown: string
}

/** What Ansible would read in an inventory with changes. */
export async function listMirror(
  file: string,
  options: MirrorOptions,
  { directory, shown }: Place,
): Promise<Listed & { vaulted: number }> {
  const mirror = mirrorInventory(file, options)
  try {
    return { ...(await listInventory(mirror.file, directory, { shown })), vaulted: mirror.vaulted }
  } finally {
    mirror.remove()
  }
}

/** The same with what files hold that are encrypted as a whole; undefined: Ansible has no password at hand that opens them. */
export async function listDecrypted(
  file: string,
  options: MirrorOptions,
  place: Place,
): Promise<Inventory | undefined> {
  try {
    const { inventory, by } = await listMirror(file, { ...options, decrypted: true }, place)
    return by === 'ansible' ? inventory : undefined
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** An inventory without what was decrypted: a variable that encrypted files set counts as encrypted itself. */
export function withoutDecrypted(clear: Inventory, decrypted: Inventory): Inventory {
  const hosts = [...decrypted.hosts].map(([host, variables]): [string, Variables] => {
    const known = clear.hosts.get(host) ?? {}
    const hidden = (name: string) =>
      isDeepStrictEqual(known[name], variables[name]) ? known[name] : { __ansible_vault: '' }
    return [host, Object.fromEntries(Object.keys(variables).map((name) => [name, hidden(name)]))]
  })
  return { hosts: new Map(hosts), groups: decrypted.groups }
}
