import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inventoryPlace, nameOf } from './inventory-place.ts'
import { variableFiles } from './variable-files.ts'

/** The files that may count for a host together with this one, without itself: its own, and those of groups; of a group, all. */
export function filesBeside(file: string): string[] {
  const place = inventoryPlace(file)
  if (place === undefined) return []
  const { root, kind, name } = place
  const hosts = kind === 'host_vars' ? [name] : namesIn(join(root, 'host_vars'))
  return [
    ...namesIn(join(root, 'group_vars')).flatMap((group) => variableFiles(join(root, 'group_vars'), group)),
    ...hosts.flatMap((host) => variableFiles(join(root, 'host_vars'), host)),
  ].filter((each) => each !== resolve(file))
}

/** Whether two files may count for one host; those in no inventory do in one directory. */
export function countTogether(one: string, other: string): boolean {
  const [first, second] = [inventoryPlace(one), inventoryPlace(other)]
  if (!first || !second) return !first && !second && dirname(resolve(one)) === dirname(resolve(other))
  if (first.root !== second.root) return false
  return first.kind === 'group_vars' || second.kind === 'group_vars' || first.name === second.name
}

function namesIn(directory: string): string[] {
  try {
    return [...new Set(readdirSync(directory).map(nameOf))]
  } catch {
    return [] // not there, or not a directory
  }
}
