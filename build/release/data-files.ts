import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Change, parseChange, writeChange } from '../../generator/dialects/changes.ts'
import type { ReleaseData } from './read-release.ts'

/** Writes a release into the data of the program: a column of two tables, and the changes that it tells of. */
export function writeRelease(directory: string, { date, names, roles, changes }: ReleaseData): void {
  const at = (file: string) => join(directory, file)
  const variables = [...names].filter(([name]) => /^[a-z]\w*$/.test(name))
  const dates = writeTable(at('variables.txt'), date, variables)
  writeTable(
    at('roles.txt'),
    date,
    roles.map(({ prefix, isSeen }) => [prefix, isSeen ? 'y' : '?']),
  )
  writeChanges(at('changes.txt'), changes, { isNewest: date === dates.at(-1) })
}

/** Replaces the column of a date; the dates that the table has then, oldest first. */
function writeTable(file: string, date: string, letters: [string, string][]): string[] {
  const [head = '', ...rows] = linesOf(file)
  const before = head.split(' ').slice(1)
  const dates = [...new Set([...before, date])].sort()
  const added = new Map(letters)
  const old = new Map(rows.map((row) => row.split(' ') as [string, string]))
  const lines = [...new Set([...old.keys(), ...added.keys()])].sort().map((name) => {
    const letter = (each: string) => (each === date ? added.get(name) : old.get(name)?.[before.indexOf(each)]) ?? '.'
    return `${name} ${dates.map(letter).join('')}`
  })
  const kept = lines.filter((line) => !/ \.+$/.test(line))
  writeFileSync(file, [`# ${dates.join(' ')}`, ...kept, ''].join('\n'))
  return dates
}

/** The newest release knows best what became of a name; an older one adds what the newest does not speak of any more. */
function writeChanges(file: string, changes: Change[], { isNewest }: { isNewest: boolean }): void {
  const before = new Map(linesOf(file).map((line) => [line.split(' ')[0] ?? '', parseChange(line)]))
  const all = new Map(before)
  for (const change of changes) {
    const known = before.get(change.old)
    const since = known && known.since < change.since ? known.since : change.since
    if (!known || isNewest) all.set(change.old, { ...change, since })
    else all.set(change.old, { ...known, since })
  }
  const sorted = [...all.values()].sort((a, b) => (a.old < b.old ? -1 : 1))
  writeFileSync(file, [...sorted.map(writeChange), ''].join('\n'))
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}
