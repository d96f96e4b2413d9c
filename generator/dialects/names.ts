import { existsSync, readFileSync } from 'node:fs'
import type { Release } from './dialect.ts'
import { dialects } from './index.ts'

/** `names/` beside this file and, seen from the bundled program, in the package; read only when a name is judged. */
const directory = ['./names/', '../generator/dialects/names/', '../../generator/dialects/names/'].map(
  (path) => new URL(path, import.meta.url),
)

const read = new Map<Release, ReadonlySet<string>>()

/** Every name that a release's roles define. */
export function namesOf(release: Release): ReadonlySet<string> {
  const known = read.get(release)
  if (known) return known
  const file = directory.map((url) => new URL(`${dialects[release].date}.txt`, url)).find((url) => existsSync(url))
  if (!file) throw new Error(`the name list of ${release} is not in this package`)
  const names = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  read.set(release, names)
  return names
}
