import { join, relative, resolve } from 'node:path'
import { readlinkSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { chooseInventory } from './choose-inventory.ts'
import { type Inventory, vaultedPrefix } from './inventory.ts'
import { isRenderedFile } from './is-rendered.ts'
import { linksOut } from './links-out.ts'
import { listWithVault } from './list-mirror.ts'
import { danglingLinks } from './mirror.ts'
import { notRead } from './read-by-ourselves.ts'
import { isVaulted, readText } from './read-text.ts'
import { variableFiles } from './variable-files.ts'

export interface Checkout {
  /** The inventory's file with the hosts. */
  file: string
  /** Nothing in it was decrypted. */
  inventory: Inventory
  /** The same with what Ansible has a vault's password for: to compare with, not to be written anywhere. */
  decrypted?: Inventory
  /** The files that Ansible reads for a host, of its groups first; those that registrar rendered are left out. */
  filesOf: (host: string) => string[]
  /** Where a variable of a host is set last. */
  placeOf: (host: string, name: string) => string
  /** What was left alone, and why. */
  notes: string[]
}

/** What Ansible reads in the inventory of a checkout of matrix-docker-ansible-deploy. Nothing is decrypted. */
export async function readCheckout(directory: string, named?: string): Promise<Checkout> {
  const file = chooseInventory(directory, named)
  if (isVaulted(readText(file))) throw encrypted(file)
  const shown = relative(directory, file)
  const root = join(file, '..')
  const options = { without: (path: string) => isRenderedFile(join(root, path)) }
  const place = { directory, shown: file }
  const { inventory: clear, shown: inventory, decrypted, by } = await listWithVault(file, options, place)
  const kinds = [...inventory.groups.keys(), 'all'].map((name) => ['group_vars', name] as const)
  const filesOfGroups = kinds.flatMap(([kind, name]) => variableFiles(join(root, kind), name))
  const filesOf = (host: string) =>
    [...filesOfGroups, ...variableFiles(join(root, 'host_vars'), host)].filter((path) => !isRenderedFile(path))
  return {
    file,
    inventory,
    ...(decrypted === undefined ? {} : { decrypted }),
    filesOf,
    placeOf: (host, name) => placeOf([file, ...filesOf(host)], name, directory) ?? shown,
    notes: [
      ...(by === 'ansible'
        ? []
        : [`Ansible is not installed here, so registrar read ${shown} itself; it does not know ${notRead}.`]),
      ...leftAlone(root, clear, directory),
    ],
  }
}

function encrypted(file: string): AppError {
  return new AppError('encrypted-inventory', `${file} is encrypted as a whole; registrar decrypts nothing.`, {
    hint: 'Write the host file yourself: registrar init --domain example.com',
  })
}

/** Notes on files that only Ansible reads, broken links, and links out of the inventory. */
function leftAlone(root: string, { hosts, groups }: Inventory, directory: string): string[] {
  const names = (kind: string, all: Iterable<string>) =>
    [...all].flatMap((name) => variableFiles(join(root, kind), name))
  const files = [...names('group_vars', ['all', ...groups.keys()]), ...names('host_vars', hosts.keys())]
  const shown = (file: string) => relative(directory, file)
  const vaulted = [...hosts.values()].flatMap((variables) =>
    Object.entries(variables).flatMap(([name, path]) => (name.startsWith(vaultedPrefix) ? [String(path)] : [])),
  )
  return [
    ...danglingLinks(root).map(
      (link) => `${shown(link)} is a link to ${readlinkSync(link)}, which does not exist; Ansible ignores it.`,
    ),
    ...linksOut(files),
    ...files
      .filter(isRenderedFile)
      .map((file) => `${shown(file)} was rendered by registrar from a host file, and was left out.`),
    ...[...new Set(vaulted)].map((path) => `${shown(join(root, path))} is encrypted, and was left alone.`),
  ]
}

/** The last place where one of these files sets a variable: a line of YAML, or a word of an INI inventory. */
function placeOf(files: string[], name: string, directory: string): string | undefined {
  const pattern = new RegExp(`(^|[\\s{"'])${name}["']?\\s*[:=]`)
  for (const file of [...files].reverse()) {
    const line = readText(file)
      .split('\n')
      .findIndex((text) => !/^\s*#/.test(text) && pattern.test(text))
    if (line >= 0) return `${relative(directory, resolve(file))}:${line + 1}`
  }
  return undefined
}
