import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { directoryOf, type InventoryPlace } from './inventory-place.ts'

/** Why Ansible does not read a file, and what to do about it. */
export interface PassedOver {
  message: string
  hint: string
}

/** Why Ansible does not read a file that is there, in host_vars/ or group_vars/. */
export function whyPassedOver(file: string, place: InventoryPlace): PassedOver {
  const path = resolve(file)
  const first = firstOf(directoryOf(place), place)
  if (first === undefined || path.startsWith(first + sep)) return byItsName
  const shown = relative('', first)
  return statSync(first).isDirectory()
    ? {
        message: `Ansible does not read this file: it reads the directory ${shown} instead.`,
        hint: `Move the file into it, and run this again: mv ${relative('', path)} ${shown}/`,
      }
    : { message: `Ansible does not read this file: it reads ${shown} instead.`, hint: 'Keep one of the two.' }
}

/** Ansible silently ignores a broken link. */
export function whyDangling(target: string): PassedOver {
  return {
    message: `Ansible does not read this file: it is a link to ${target}, which does not exist.`,
    hint: 'Restore that file, or remove the link.',
  }
}

const byItsName: PassedOver = {
  message: 'Ansible does not read this file because of its name.',
  hint: 'In host_vars/ and group_vars/ it reads files that end in .yml, .yaml, .json or have no ending. Names must not begin with a dot or end with ~; names of directories must not contain a dot.',
}

/** The first of the names that Ansible tries for a host or a group. */
function firstOf(directory: string, { name }: InventoryPlace): string | undefined {
  return ['', '.yml', '.yaml', '.json'].map((ending) => join(directory, name + ending)).find((path) => existsSync(path))
}
