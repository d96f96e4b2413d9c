import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { vaultedPrefix } from './inventory.ts'
import { isVaulted, readText } from './read-text.ts'

/** An inventory that is another one with changes. */
interface Mirror {
  /** Its file with the hosts. */
  file: string
  /** How many of its files are encrypted as a whole. */
  vaulted: number
  remove(): void
}

export interface MirrorOptions {
  /** Paths, relative to the inventory's directory, that are left out. */
  without?: (path: string) => boolean
  /** Files that are added or replaced: path and content. */
  added?: { path: string; content: string }[]
  /** Ansible is to decrypt what is encrypted, with the password that it has. */
  decrypted?: boolean
}

/**
 * What an inventory would be: a directory of this user alone with links to what stays. A file that is encrypted as a whole
 * is one variable there, so that Ansible reads the rest without a password, and nothing is decrypted.
 */
export function mirrorInventory(
  file: string,
  { without = () => false, added = [], decrypted = false }: MirrorOptions,
): Mirror {
  const root = mkdtempSync(join(tmpdir(), 'registrar-inventory-'))
  const source = dirname(resolve(file))
  const replaced = new Set(added.map(({ path }) => path))
  let vaulted = 0
  const link = (path: string) => {
    const target = join(source, path)
    if (without(path) || replaced.has(path)) return
    mkdirSync(dirname(join(root, path)), { recursive: true })
    const isEncrypted = isFile(target) && isVaulted(readText(target))
    if (isEncrypted) vaulted += 1
    if (isEncrypted && !decrypted)
      writeFileSync(join(root, path), `{"${vaultedPrefix}${vaulted}": ${JSON.stringify(path)}}\n`)
    else symlinkSync(target, join(root, path))
  }
  const walk = (path: string, above: string[]) => {
    const target = join(source, path)
    const real = realpathSync(target)
    if (above.includes(real)) return
    const names = readdirSync(target)
    if (names.length === 0) mkdirSync(join(root, path), { recursive: true }) // it hides PATH.yml from Ansible
    for (const name of names)
      if (isDirectory(join(target, name))) walk(join(path, name), [...above, real])
      else link(join(path, name))
  }
  link(basename(file))
  for (const directory of ['group_vars', 'host_vars']) if (isDirectory(join(source, directory))) walk(directory, [])
  for (const { path, content } of added) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return { file: join(root, basename(file)), vaulted, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Links below host_vars/ and group_vars/ that lead nowhere: Ansible passes over them. */
export function danglingLinks(directory: string): string[] {
  const below = (path: string): string[] =>
    isDirectory(path) && !lstatSync(path).isSymbolicLink()
      ? readdirSync(path).flatMap((name) => below(join(path, name)))
      : !existsSync(path) && lstatSync(path, { throwIfNoEntry: false })
        ? [path]
        : []
  return ['group_vars', 'host_vars'].flatMap((name) => below(join(directory, name)))
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
