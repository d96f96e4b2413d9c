import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Release, releases } from '../../generator/dialects/releases.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { parseVariables } from '../../generator/variables/load-variables.ts'
import { migrateVariables } from '../../generator/variables/migrate-variables.ts'
import { askPlaybook } from './judge.ts'
import { checkoutOf } from './named-checkout.ts'
import { namesIn, oldNames, operatorsFiles } from './operators-files.ts'

/** Verdicts of a checkout of the playbook: each name, and whether it refuses it. */
export type Verdicts = ReadonlyMap<string, boolean>

const file = join(import.meta.dirname, '../fixtures/variables/verdicts.txt')

/** The playbook's own words where REGISTRAR_MDAD names a checkout of the release, else those that were recorded. */
export async function verdictsOf(release: Release): Promise<Verdicts> {
  const checkout = checkoutOf(release)
  return checkout === undefined ? recordedVerdicts(release) : askVerdicts(release, checkout)
}

/** Asks a checkout of every old name, and of what operators' files say before and after `migrate`. */
export async function askVerdicts(release: Release, checkout: string): Promise<Verdicts> {
  const files = operatorsFiles()
  const migrated = files.map((source) => migrateVariables(source, releaseNames(release)).text)
  const after = migrated.flatMap((text) => namesIn(parseVariables('vars.yml', text)))
  const names = [...new Set([...oldNames(), ...files.flatMap(namesIn), ...after])].filter((name) => /^\w+$/.test(name))
  const refused = await askPlaybook(checkout, names)
  return new Map(names.map((name) => [name, refused.has(name)]))
}

function recordedVerdicts(release: Release): Verdicts {
  const letterAt = releases.indexOf(release)
  const rows = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean) : []
  return new Map(
    rows.flatMap((row) => {
      const [name = '', letters = ''] = row.split(' ')
      return letters[letterAt] === '.' ? [] : [[name, letters[letterAt] === 'r']]
    }),
  )
}

/** A name, and for each release: r: refused, t: taken, a dot: not asked. */
export function recordVerdicts(release: Release, verdicts: Verdicts): void {
  const all = new Map(releases.map((each) => [each, each === release ? verdicts : recordedVerdicts(each)]))
  const names = [...new Set([...all.values()].flatMap((each) => [...each.keys()]))].sort()
  const letter = (each: Release, name: string) => ({ true: 'r', false: 't' })[String(all.get(each)?.get(name))] ?? '.'
  const rows = names.map((name) => `${name} ${releases.map((each) => letter(each, name)).join('')}`)
  writeFileSync(file, [`# ${releases.join(' ')}`, ...rows, ''].join('\n'))
}
