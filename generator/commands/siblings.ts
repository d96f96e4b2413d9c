import { relative, resolve } from 'node:path'
import { countTogether, filesBeside } from '../checkout/files-beside.ts'
import type { Source } from '../load/source.ts'
import { isEncrypted, isReadable, loadVariables } from '../variables/load-variables.ts'
import type { Sibling } from '../variables/staying-names.ts'
import { note } from '../ui/verbosity.ts'

interface Siblings {
  /** Files that apply to the same hosts as the file. */
  of: (file: string) => Sibling[]
  /** Other files, which are not rewritten. */
  beside: Source[]
}

/** Finds the files that apply to a host together with those that are rewritten; notes name those that cannot be read. */
export function siblings(rewritten: Source[]): Siblings {
  const ours = new Set(rewritten.map(({ file }) => resolve(file)))
  const beside = new Set(rewritten.flatMap(({ file }) => filesBeside(file)).filter((file) => !ours.has(file)))
  const sources = [...beside].map((file) => loadVariables(relative('', file)))
  const all = [
    ...rewritten.map((source) => ({ source, isRewritten: true })),
    ...sources.map((source) => ({ source, isRewritten: false })),
  ]
  const useful = all.filter(({ source }) => isReadable(source) && !isEncrypted(source))
  for (const { source, isRewritten } of all) if (!isRewritten) tellUnread(source)
  return {
    of: (file) =>
      useful.filter(({ source }) => resolve(source.file) !== resolve(file) && countTogether(source.file, file)),
    beside: sources,
  }
}

function tellUnread(source: Source): void {
  const why = isEncrypted(source) ? 'is encrypted' : isReadable(source) ? undefined : 'cannot be read'
  if (why) note(`note: ${source.file} ${why}; it may set the same variables.\n`)
}
