import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { isRenderedFile } from './is-rendered.ts'
import { readText } from './read-text.ts'

/** The usual names of the file with the hosts. */
export const hostsFiles = ['hosts', 'hosts.yml', 'hosts.yaml']

/** The inventory of a checkout: the file that was named, or the one in the directory that was named, else the only one that there is. */
export function chooseInventory(checkout: string, named?: string): string {
  const place = named ?? checkout
  const found = named === undefined ? inventoriesOf(checkout) : isDirectory(named) ? inventoriesIn(named) : [named]
  const [first, second] = found
  if (first === undefined || !existsSync(first)) throw noInventory(place, named !== undefined)
  if (second !== undefined) throw severalInventories(place, found)
  if (isRenderedFile(first)) throw ownInventory(first)
  return first
}

/** The inventory in a directory; undefined: there is none, or several and no way to choose. */
export function onlyInventoryIn(directory: string): string | undefined {
  const [first, second] = inventoriesIn(directory)
  return second === undefined ? first : undefined
}

/** Removes duplicates by resolving links. */
function inventoriesOf(checkout: string): string[] {
  const usual = join(checkout, 'inventory')
  const below = [usual, join(checkout, 'inventories')].flatMap((directory) =>
    namesIn(directory)
      .filter((name) => !/^\.|^(host|group)_vars$/.test(name))
      .map((name) => join(directory, name))
      .filter(isDirectory),
  )
  const files = [...inventoriesIn(usual), ...below.flatMap(inventoriesAmong)]
  return files.filter((file, index) => index === files.findIndex((other) => realpathSync(other) === realpathSync(file)))
}

/** The inventories in a directory for inventories; if none can be recognized by its name or its text, every file that could be one. */
function inventoriesIn(directory: string): string[] {
  const found = inventoriesAmong(directory)
  return found.length > 0 ? found : possible(directory)
}

function inventoriesAmong(directory: string): string[] {
  return possible(directory).filter(
    (file) => hostsFiles.some((name) => join(directory, name) === file) || hasHosts(file),
  )
}

/** Files that Ansible would read, without those whose name is not an inventory's. */
function possible(directory: string): string[] {
  return namesIn(directory)
    .filter(
      (name) =>
        /^[^.][^.]*$|\.(ya?ml|ini|py|sh)$/.test(name) && !/^(\.|justfile$|README|LICENSE|Makefile)|~$/.test(name),
    )
    .map((name) => join(directory, name))
    .filter(isFile)
}

/** Whether a text has the playbook's group, or is made for an inventory plugin, or is a program that Ansible asks for hosts. */
function hasHosts(file: string): boolean {
  const text = readText(file)
  return /^\[matrix_servers[\]:]|\bmatrix_servers["']?\s*:|^plugin:/m.test(text) || /^#!.*\n[^]*--list/.test(text)
}

function noInventory(place: string, isNamed: boolean): AppError {
  const what = !isNamed ? 'inventory/hosts in' : isDirectory(place) ? 'inventory in' : 'file'
  return new AppError('no-inventory', `There is no ${what} ${place}.`, {
    hint: 'Name the checkout of the playbook, the directory with its setup.yml, or the inventory with --inventory FILE.',
  })
}

function severalInventories(place: string, found: string[]): AppError {
  const shown = found.map((file) => relative('', file))
  return new AppError('several-inventories', `${place} has several inventories: ${shown.join(', ')}.`, {
    hint: `Name the one that you use, such as --inventory ${shown[0]}`,
  })
}

function ownInventory(file: string): AppError {
  return new AppError('own-inventory', `${file} was rendered by registrar, from a host file.`, {
    hint: 'Use that host file; its first lines name it.',
  })
}

function namesIn(directory: string): string[] {
  return isDirectory(directory) ? readdirSync(directory).sort() : []
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
