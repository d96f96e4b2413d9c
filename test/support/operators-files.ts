import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Release } from '../../generator/dialects/releases.ts'
import { changesByName, namesOf } from '../../generator/dialects/names.ts'
import type { Source } from '../../generator/load/source.ts'
import { isReadable, loadVariables, parseVariables, variablesOf } from '../../generator/variables/load-variables.ts'

const written = join(import.meta.dirname, '../fixtures/operators')

/** Files as operators have written them since 2019, and 40 of any names that the playbook has or had: the same in each run. */
export function operatorsFiles(): Source[] {
  const byHand = readdirSync(written).map((name) => ({ ...loadVariables(join(written, name)), file: name }))
  const drawn = fc.sample(drawnNames(), { seed: 20261127, numRuns: 40 })
  return [...byHand, ...drawn.map((names, index) => parseVariables(`drawn-${index}.yml`, textOf(names)))]
}

/** Of readable files, the names that they set. */
export function namesIn(source: Source): string[] {
  return isReadable(source) ? variablesOf(source).map(({ name }) => name) : []
}

/** Every name that the playbook's tables speak of; of a beginning, one name that has it. */
export function oldNames(): string[] {
  return [...changesByName().keys()].map((name) => name.replace('*', 'enabled'))
}

function drawnNames(): fc.Arbitrary<string[]> {
  const some = (names: Iterable<string>, maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength })
  const ofRelease = (release: Release) => some(namesOf(release), 25)
  return fc
    .tuple(some(oldNames(), 25), fc.oneof(...(['2024-10', '2025-06', '2026-08'] as const).map(ofRelease)))
    .map(([old, known]) => [...new Set([...old, ...known])])
}

function textOf(names: string[]): string {
  return ['matrix_domain: example.org', ...names.map((name) => `${name}: "{{ mine }}"`), ''].join('\n')
}
