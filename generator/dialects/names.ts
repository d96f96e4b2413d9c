import { existsSync, readFileSync } from 'node:fs'
import { type Change, newerChanges, parseChange } from './changes.ts'
import { dialects, type Release } from './releases.ts'
import type { Role } from './roles.ts'

/** b: true or false, s: text, n: number, l: list, c: list that is empty (some take a mapping too), m: mapping, "?": unknown. ".": the release does not have the name. */
export type VariableType = 'b' | 's' | 'n' | 'l' | 'c' | 'm' | '?'

/** `names/` beside this file and, seen from the bundled program, in the package; read only when a name is judged. */
const directories = ['./names/', '../generator/dialects/names/', '../../generator/dialects/names/'].map(
  (path) => new URL(path, import.meta.url),
)

const read = new Map<string, unknown>()

/** Every variable that a release's roles define or use, with the type of its default. */
export function variablesOf(release: Release): ReadonlyMap<string, VariableType> {
  return once(`variables ${release}`, () => column('variables.txt', release) as ReadonlyMap<string, VariableType>)
}

/** Every name that a release's roles define or use. */
export function namesOf(release: Release): ReadonlySet<string> {
  return once(`names ${release}`, () => new Set(variablesOf(release).keys()))
}

/** The roles of a release; those with "?" were not to be had at the version that it asks for. */
export function rolesOf(release: Release): readonly Role[] {
  return once(`roles ${release}`, () =>
    [...column('roles.txt', release)].map(([prefix, seen]) => ({ prefix, isSeen: seen === 'y' })),
  )
}

/** What the playbook refuses, by name. */
export function changesByName(): ReadonlyMap<string, Change> {
  return once('changes', () => {
    const changes = [...newerChanges, ...textOf('changes.txt').split('\n').filter(Boolean).map(parseChange)]
    return new Map(changes.map((change) => [change.old, change]))
  })
}

/** The changes of prefixes, the longest first. */
export function changesOfBeginnings(): readonly (readonly [string, Change])[] {
  return once('changes of beginnings', () =>
    [...changesByName().values()]
      .filter(({ old }) => old.endsWith('*'))
      .sort((a, b) => b.old.length - a.old.length)
      .map((change) => [change.old.slice(0, -1), change] as const),
  )
}

/** A table has a name and a letter for each release on its lines; the first line has the releases. */
function column(file: string, release: Release): Map<string, string> {
  const text = textOf(file)
  const index = text.slice(0, text.indexOf('\n')).split(' ').slice(1).indexOf(dialects[release].date)
  if (index < 0) throw new Error(`${file} does not have ${release}`)
  const found = new Map<string, string>()
  // Some thousand lines, at every start of check-vars: none is copied but for its name.
  for (let start = text.indexOf('\n') + 1; start > 0 && start < text.length; start = text.indexOf('\n', start) + 1) {
    const space = text.indexOf(' ', start)
    const letter = text[space + 1 + index] ?? '.'
    if (letter !== '.') found.set(text.slice(start, space), letter)
  }
  return found
}

function textOf(file: string): string {
  const found = directories.map((url) => new URL(file, url)).find((url) => existsSync(url))
  if (!found) throw new Error(`${file} is not in this package`)
  return readFileSync(found, 'latin1') // letters, digits and underscores alone
}

function once<T>(key: string, make: () => T): T {
  if (!read.has(key)) read.set(key, make())
  return read.get(key) as T // what was made under this key
}
