import { isMap, isSeq } from 'yaml'
import { resolve } from 'node:path'
import { findHostFiles } from '../load/find-host-files.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import type { Source } from '../load/source.ts'
import type { Declared } from './offer.ts'

/** The names in the host files that a command with these arguments would read, even if the files have errors. */
export function declaredNames(words: string[]): Declared {
  const directory = resolve(valueOf(['-C'], words) ?? '.')
  const file = valueOf(['-f', '--file'], words)
  const host = valueOf(['-H', '--host'], words)
  const sources = () =>
    (file === undefined ? findHostFiles(directory) : [file]).map((name) => loadHostFile(resolve(directory, name)))
  const ofHost = () => sources().filter((source) => host === undefined || textAt(source, 'host') === host)
  return {
    hosts: () => sources().flatMap((source) => textAt(source, 'host') ?? []),
    users: () =>
      ofHost().flatMap((source) =>
        [source, ...(source.usersFiles ?? [])].flatMap((each) => texts(each, 'users', 'username')),
      ),
    groups: () => ofHost().flatMap((source) => texts(source, 'users_files', 'group')),
  }
}

/** The value of an option, as a separate word or after =, which bash makes a word of its own. */
function valueOf(flags: string[], words: string[]): string | undefined {
  const at = words.findIndex((word) => flags.includes(word.replace(/=.*/s, '')))
  const [word = '', next, afterwards] = words.slice(at < 0 ? words.length : at)
  if (word.includes('=')) return word.slice(word.indexOf('=') + 1)
  return next === '=' ? afterwards : next
}

function textAt({ document }: Source, key: string): string | undefined {
  const value = isMap(document?.contents) ? document.contents.get(key) : undefined
  return typeof value === 'string' ? value : undefined
}

/** The texts of a key in each entry of a list. */
function texts({ document }: Source, list: string, key: string): string[] {
  const entries = isMap(document?.contents) ? document.contents.get(list) : undefined
  if (!isSeq(entries)) return []
  const values = entries.items.map((entry) => (isMap(entry) ? entry.get(key) : undefined))
  return values.filter((value) => typeof value === 'string')
}
