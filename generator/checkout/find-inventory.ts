import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** The usual names of the file with the hosts, in the order in which they are looked for. */
export const hostsFiles = ['hosts', 'hosts.yml', 'hosts.yaml']

/** The inventory in a directory: hosts, hosts.yml, or the only other file there that can be one. undefined: there is none. */
export function findInventory(directory: string): string | undefined {
  const usual = hostsFiles.map((name) => join(directory, name)).find(isFile)
  if (usual !== undefined) return usual
  const others = filesIn(directory)
  const [first, second] = others
  if (second === undefined) return first && join(directory, first)
  throw new AppError(
    'several-inventories',
    `${directory} has several files that may be the inventory: ${others.join(', ')}.`,
    { hint: 'Name the one that you use with --inventory FILE.' },
  )
}

/** What Ansible would not pass over either, and what is no inventory by its name. */
function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter(
        (name) =>
          /^[^.][^.]*$|\.(ya?ml|ini|py|sh)$/.test(name) && !/^(\.|justfile$|README|LICENSE|Makefile)|~$/.test(name),
      )
      .filter((name) => isFile(join(directory, name)))
      .sort()
  } catch {
    return []
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
