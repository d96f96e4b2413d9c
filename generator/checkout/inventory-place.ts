import { join, resolve, sep } from 'node:path'

/** Where Ansible looks for the variables of a host or a group. */
export interface InventoryPlace {
  /** The directory of the inventory. */
  root: string
  kind: 'group_vars' | 'host_vars'
  /** The host or the group. */
  name: string
}

/** Whose variables a file has by its path: host_vars/HOST.yml, or anything below host_vars/HOST/. undefined: it is elsewhere. */
export function inventoryPlace(file: string): InventoryPlace | undefined {
  const parts = resolve(file).split(sep)
  const at = Math.max(parts.lastIndexOf('group_vars'), parts.lastIndexOf('host_vars'))
  const next = parts[at + 1]
  if (at < 0 || next === undefined) return undefined
  return {
    root: parts.slice(0, at).join(sep) || sep,
    kind: parts[at] === 'host_vars' ? 'host_vars' : 'group_vars',
    name: nameOf(next),
  }
}

/** The directory with the variables of all hosts, or of all groups. */
export function directoryOf({ root, kind }: InventoryPlace): string {
  return join(root, kind)
}

/** The host or group that an entry of host_vars/ or group_vars/ is for. */
export function nameOf(entry: string): string {
  return entry.replace(/\.(ya?ml|json)$/, '')
}
