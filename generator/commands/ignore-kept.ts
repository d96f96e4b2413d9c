import { appendFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFileOr } from '../files/read-file.ts'
import type { NewFile } from './write-new.ts'

/** Keeps files that may hold secrets out of git, unless the repository encrypts them: a line for each in its .gitignore. */
export function ignoreKept(files: NewFile[], out: string): void {
  const kept = files.filter(({ isKept, text }) => isKept && !text.startsWith('$ANSIBLE_VAULT;'))
  if (kept.length === 0) return
  if (encrypts(out)) {
    process.stderr.write(
      'This repository encrypts files (.gitattributes): see that it encrypts the files written above.\n',
    )
    return
  }
  const ignore = join(out, '.gitignore')
  const before = existsSync(ignore) ? read(ignore) : ''
  const known = new Set(before.split(/\r?\n/))
  const lines = kept.map(({ path }) => `/${escape(path)}`).filter((line) => !known.has(line))
  if (lines.length === 0) return
  const begin = before === '' || before.endsWith('\n') ? '' : '\n'
  appendFileSync(ignore, `${begin}# May hold secrets; kept as they were\n${lines.join('\n')}\n`)
  process.stderr.write('.gitignore: the files that may hold secrets are kept out of git\n')
}

/** git-crypt, and whatever else encrypts by a filter, here or above. */
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
