import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../errors/app-error.ts'
import type { Inventory, Variables } from './inventory.ts'
import { type Listed, listInventory } from './list-inventory.ts'
import { mirrorInventory, type MirrorOptions } from './mirror.ts'

interface Place {
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

interface ListedWithVault extends Listed {
  /** Nothing in it was decrypted; variables from encrypted files are marked as encrypted, where their names can be read. */
  shown: Inventory
  /** The same with what files hold that are encrypted as a whole; undefined: there are none, or Ansible does not have their password. */
  decrypted?: Inventory
}

/** What Ansible would read, with what is encrypted and without. */
export async function listWithVault(file: string, options: MirrorOptions, place: Place): Promise<ListedWithVault> {
  const { vaulted, ...listed } = await listMirror(file, options, place)
  const decrypted = vaulted > 0 && listed.by === 'ansible' ? await listDecrypted(file, options, place) : undefined
  if (decrypted === undefined) return { ...listed, shown: listed.inventory }
  return { ...listed, decrypted, shown: withoutDecrypted(listed.inventory, decrypted) }
}

async function listDecrypted(file: string, options: MirrorOptions, place: Place): Promise<Inventory | undefined> {
  try {
    const { inventory, by } = await listMirror(file, { ...options, decrypted: true }, place)
    return by === 'ansible' ? inventory : undefined
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** A variable that encrypted files set counts as encrypted itself. */
function withoutDecrypted(clear: Inventory, decrypted: Inventory): Inventory {
  const hosts = [...decrypted.hosts].map(([host, variables]): [string, Variables] => {
    const readable = clear.hosts.get(host) ?? {}
    const hidden = (name: string) =>
      isDeepStrictEqual(readable[name], variables[name]) ? readable[name] : { __ansible_vault: '' }
    return [host, Object.fromEntries(Object.keys(variables).map((name) => [name, hidden(name)]))]
  })
  return { hosts: new Map(hosts), groups: decrypted.groups }
}
