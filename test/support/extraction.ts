import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { type Release, releases } from '../../generator/dialects/releases.ts'
import { namesOf } from '../../generator/dialects/names.ts'
import { installAnsible } from '../lab/install.ts'

/** How Ansible's own reader of files and our table of names compare. */
interface Comparison {
  /** How many variables Ansible's reader found. */
  defined: number
  /** Of these, the ones that our table lacks. */
  missing: string[]
  /** Stands for the table that was compared. */
  table: string
}

const file = join(import.meta.dirname, '../fixtures/variables/extraction.json')

/** Reads a checkout a second time, by other means than `npm run release`. */
export async function compareExtraction(release: Release, checkout: string): Promise<Comparison> {
  const python = join(await installAnsible('newest'), 'python')
  const { stdout } = await execa(python, [join(import.meta.dirname, 'defined_names.py'), checkout])
  const defined = JSON.parse(stdout) as string[]
  const names = namesOf(release)
  return { defined: defined.length, missing: defined.filter((name) => !names.has(name)), table: hashOf(release) }
}

/** What stands for a release's column of the table; a comparison that was recorded is of that one alone. */
export function hashOf(release: Release): string {
  return createHash('sha256')
    .update([...namesOf(release)].sort().join('\n'))
    .digest('hex')
}

export function recordedComparisons(): Partial<Record<Release, Comparison>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Release, Comparison>>) : {}
}

export function recordComparison(release: Release, comparison: Comparison): void {
  const all = { ...recordedComparisons(), [release]: comparison }
  const inOrder = Object.fromEntries(releases.map((each) => [each, all[each]]))
  writeFileSync(file, `${JSON.stringify(inOrder, null, 2)}\n`)
}
