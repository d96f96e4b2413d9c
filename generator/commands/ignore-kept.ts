import { appendFileSync, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readFileOr } from '../files/read-file.ts'
import { keepOutOfGit } from '../secrets/generated-password.ts'
import type { NewFile } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

/** Adds files that may contain secrets to .gitignore, except those that the repository encrypts. */
export async function ignoreKept(files: NewFile[], out: string): Promise<void> {
  const secret = files.flatMap(({ path, isKept, text }) =>
    isKept && !text.startsWith('$ANSIBLE_VAULT;') ? [path] : [],
  )
  const encrypted = secret.length > 0 && encrypts(out) ? await encryptedBy(out, secret) : new Set<string>()
  if (encrypted.size > 0) note(`Git encrypts, by .gitattributes: ${[...encrypted].join(', ')}\n`)
  const ignore = join(out, '.gitignore')
  const before = existsSync(ignore) ? read(ignore) : ''
  const existing = new Set(before.split(/\r?\n/))
  const lines = secret
    .filter((path) => !encrypted.has(path))
    .map((path) => `/${escape(path)}`)
    .filter((line) => !existing.has(line))
  if (lines.length === 0) return
  const begin = before === '' || before.endsWith('\n') ? '' : '\n'
  appendFileSync(ignore, `${begin}# May hold secrets; kept as they were\n${lines.join('\n')}\n`)
  note('.gitignore: the files that may hold secrets are kept out of git\n')
}

/** Keeps a new file with secrets out of git, by the .gitignore of its directory. */
export async function hideFromGit(path: string): Promise<void> {
  const directory = dirname(path)
  keepOutOfGit(directory)
  const ignore = join(directory, '.gitignore')
  const isHidden = existsSync(ignore) && /^\*$/m.test(read(ignore))
  if (!isHidden) await ignoreKept([{ path: basename(path), text: '', isKept: true }], directory)
}

/** The paths that git encrypts, by its attributes; none without git. */
async function encryptedBy(directory: string, paths: string[]): Promise<Set<string>> {
  const { execa } = await import('execa') // other commands start without
  const words = ['check-attr', '-z', 'filter', '--', ...paths]
  const { stdout, failed } = await execa('git', words, { cwd: directory, reject: false, timeout: 10_000 })
  if (failed) return new Set()
  const attributes = stdout.split('\0') // path, attribute, value; and so on
  return new Set(paths.filter((path) => encryption.test(attributes[attributes.indexOf(path) + 2] ?? '')))
}

const encryption = /crypt|sops|age/

/** Whether git-crypt, or another encrypting filter, is set up here or above. */
function encrypts(directory: string): boolean {
  const file = join(directory, '.gitattributes')
  if (existsSync(file) && /filter=\S*(crypt|sops|age)/.test(read(file))) return true
  return dirname(directory) === directory || existsSync(join(directory, '.git')) ? false : encrypts(dirname(directory))
}

function read(file: string): string {
  return readFileOr('The files were written; keep those that may hold secrets out of git.', file, 1).toString()
}

/** Characters that gitignore reads as a pattern. */
function escape(path: string): string {
  return path.replace(/[[\]*?!#\\ ]/g, '\\$&')
}
