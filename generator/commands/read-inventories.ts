import { basename, dirname, relative, resolve } from 'node:path'
import { onlyInventoryIn } from '../checkout/choose-inventory.ts'
import { inventoryPlace } from '../checkout/inventory-place.ts'
import { type Inventory, isEncrypted, isOpaque, type Variables, vaultedPrefix } from '../checkout/inventory.ts'
import { listMirror } from '../checkout/list-mirror.ts'
import { notRead } from '../checkout/read-by-ourselves.ts'
import { unreadable } from '../dialects/effective.ts'
import { AppError } from '../errors/app-error.ts'
import type { Source } from '../load/source.ts'
import { isInventory } from './files-of.ts'
import { ownVariables } from './own-variables.ts'
import type { ReadHost, ReadInventory } from '../variables/read-inventory.ts'
import { note as tellNote } from '../ui/verbosity.ts'

/** The inventories, for which groups each host is in; notes name those that could not be read. */
export async function readInventories(paths: string[], sources: Source[]): Promise<ReadInventory[]> {
  const whole = paths.filter(isInventory).map((path) => resolve(path))
  const ofGroups = sources.flatMap(({ file }) => {
    const place = inventoryPlace(file)
    return place?.kind === 'group_vars' ? [place.root] : []
  })
  const found: ReadInventory[] = []
  for (const root of new Set([...whole, ...ofGroups])) {
    const inventory = await readInventory(root, sources, whole.includes(root))
    if (inventory) found.push(inventory)
  }
  return found
}

async function readInventory(root: string, sources: Source[], isWhole: boolean): Promise<ReadInventory | undefined> {
  const file = onlyInventoryIn(root)
  if (file === undefined) return undefined
  const shown = relative('', file)
  try {
    const directory = basename(root) === 'inventory' ? dirname(root) : root
    const { inventory, by } = await listMirror(file, {}, { directory, shown })
    if (by === 'registrar')
      note(`Ansible is not installed here, so registrar read ${shown} itself; it does not know ${notRead}.`)
    const named = new Set(sources.flatMap(({ file: each }) => hostIn(root, each)))
    for (const host of named)
      if (!inventory.hosts.has(host)) note(`${shown} has no host ${host}, so Ansible does not read the files of that.`)
    const hosts = [...inventory.hosts.keys()].filter((host) => isWhole || named.size === 0 || named.has(host))
    return { root, ...ownVariables(file, shown), hosts: hosts.map((host) => readHost(host, inventory)) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    note(`${shown} was not used for groups, so every group's variables count for each host: ${error.message}`)
    return undefined
  }
}

function hostIn(root: string, file: string): string[] {
  const place = inventoryPlace(file)
  return place?.kind === 'host_vars' && place.root === root ? [place.name] : []
}

function readHost(name: string, { hosts, groups }: Inventory): ReadHost {
  const variables: Variables = hosts.get(name) ?? {}
  const names = Object.keys(variables)
  return {
    name,
    groups: new Set([...groups].flatMap(([group, members]) => (members.has(name) ? [group] : []))),
    values: Object.fromEntries(names.map((each) => [each, readable(variables[each])])),
    isCertain: !names.some((each) => each.startsWith(vaultedPrefix)),
  }
}

function readable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return isOpaque(value) ? unreadable : value
  if (isEncrypted(value)) return unreadable
  if ('__ansible_unsafe' in value) return value.__ansible_unsafe
  if (Array.isArray(value)) return value.map(readable)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readable(each)]))
}

function note(words: string): void {
  tellNote(`note: ${words}\n`)
}
