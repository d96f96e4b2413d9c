import { appendFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFileOr } from '../files/read-file.ts'
import type { NewFile } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

/** Keeps files that may hold secrets out of git, but for those that the repository encrypts: a line for each in .gitignore. */
export async function ignoreKept(files: NewFile[], out: string): Promise<void> {
  const secret = files.flatMap(({ path, isKept, text }) =>
    isKept && !text.startsWith('$ANSIBLE_VAULT;') ? [path] : [],
  )
  const encrypted = secret.length > 0 && encrypts(out) ? await encryptedBy(out, secret) : new Set<string>()
  if (encrypted.size > 0) note(`Git encrypts, by .gitattributes: ${[...encrypted].join(', ')}\n`)
  const ignore = join(out, '.gitignore')
  const before = existsSync(ignore) ? read(ignore) : ''
  const known = new Set(before.split(/\r?\n/))
  const lines = secret
    .filter((path) => !encrypted.has(path))
    .map((path) => `/${escape(path)}`)
    .filter((line) => !known.has(line))
  if (lines.length === 0) return
  const begin = before === '' || before.endsWith('\n') ? '' : '\n'
  appendFileSync(ignore, `${begin}# May hold secrets; kept as they were\n${lines.join('\n')}\n`)
  note('.gitignore: the files that may hold secrets are kept out of git\n')
}

/** Those of the paths that git itself says it encrypts; none where there is no git to ask. */
async function encryptedBy(directory: string, paths: string[]): Promise<Set<string>> {
  const { execa } = await import('execa') // other commands start without
  const words = ['check-attr', '-z', 'filter', '--', ...paths]
  const { stdout, failed } = await execa('git', words, { cwd: directory, reject: false, timeout: 10_000 })
  if (failed) return new Set()
  const told = stdout.split('\0') // path, attribute, value; and so on
  return new Set(paths.filter((path) => encryption.test(told[told.indexOf(path) + 2] ?? '')))
}

const encryption = /crypt|sops|age/

/** Whether git-crypt, or whatever else encrypts by a filter, is named here or above. */
function encrypts(directory: string): boolean {
  const file = join(directory, '.gitattributes')
  if (existsSync(file) && /filter=\S*(crypt|sops|age)/.test(read(file))) return true
  return dirname(directory) === directory || existsSync(join(directory, '.git')) ? false : encrypts(dirname(directory))
}

function read(file: string): string {
  return readFileOr('The files were written; keep those that may hold secrets out of git.', file, 1).toString()
}

/** What gitignore would take for a pattern. */
function escape(path: string): string {
  return path.replace(/[[\]*?!#\\ ]/g, '\\$&')
}
