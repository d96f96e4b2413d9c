import { jest } from '@jest/globals'
import { releases } from '../../generator/dialects/releases.ts'
import { namesOf } from '../../generator/dialects/names.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import type { Source } from '../../generator/load/source.ts'
import { checkVariables } from '../../generator/variables/check-variables.ts'
import { parseVariables } from '../../generator/variables/load-variables.ts'
import { migrateVariables } from '../../generator/variables/migrate-variables.ts'
import { removeDirectories } from '../support/directory.ts'
import { compareExtraction, hashOf, recordedComparisons } from '../support/extraction.ts'
import { checkoutOf } from '../support/named-checkout.ts'
import { namesIn, oldNames, operatorsFiles } from '../support/operators-files.ts'
import { type Verdicts, verdictsOf } from '../support/verdicts.ts'

jest.setTimeout(3_600_000) // a checkout that is named is asked, which takes minutes
afterAll(removeDirectories)

const files = operatorsFiles()
const lineOf = ({ text }: Source, line: number) => text.split('\n')[line - 1] ?? ''

it('there are more than 100 files', () => expect(files.length).toBeGreaterThan(100))

describe.each(releases)('release %s', (release) => {
  const known = releaseNames(release)
  const names = namesOf(release)
  const checked = files.map((source) => ({ source, found: checkVariables([source], known) }))
  let verdicts: Verdicts

  beforeAll(async () => {
    verdicts = await verdictsOf(release)
  })

  /** The name that a problem is about: what stands at its place. */
  const named = checked.flatMap(({ source, found }) =>
    found.map((each) => {
      const { line, column, length } = each.place
      return { ...each, source, name: lineOf(source, line).slice(column - 1, column - 1 + length) }
    }),
  )
  const isRefused = (name: string) => verdicts.get(name) === true

  it('the playbook was asked of every name', () =>
    expect([...oldNames(), ...files.flatMap(namesIn)].filter((name) => !verdicts.has(name))).toEqual([]))

  it('no name is flagged that the playbook defines', () => {
    const codes = ['unknown-variable', 'renamed-variable', 'removed-variable']
    expect(named.filter(({ code, name }) => codes.includes(code) && names.has(name)).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it('every name that the playbook refuses is flagged', () => {
    const missed = checked.flatMap(({ source, found }) => {
      const reported = new Set(found.map(({ message }) => message.split(' ')[0]))
      return namesIn(source).filter((name) => isRefused(name) && !reported.has(name) && !isFlagged(source, name))
    })
    expect(missed).toEqual([])
  })

  function isFlagged({ file }: Source, name: string): boolean {
    return named.some((each) => each.source.file === file && each.name === name)
  }

  it('what is suggested is what was meant, and nothing that the playbook refuses', () => {
    for (const { name, hint, source, place } of named) {
      const [, guess, successor] = /^(?:Did you mean (\w+)\?|Write (\w+); )/.exec(hint) ?? []
      const [, meant] = /# meant: (\w+)$/.exec(lineOf(source, place.line)) ?? []
      if (guess !== undefined) expect({ name, guess }).toEqual({ name, guess: meant })
      if (successor !== undefined)
        expect({ name, successor, refused: isRefused(successor) }).toMatchObject({ refused: false })
    }
  })

  it('after migrate the playbook refuses only what was left to a person', () => {
    for (const source of files) {
      const { text, left } = migrateVariables(source, known)
      const migrated = parseVariables(source.file, text)
      const refused = namesIn(migrated).filter(isRefused)
      const reported = left.map(({ message }) => message.split(' ')[0])
      expect({ file: source.file, refused: refused.filter((name) => !reported.includes(name)) }).toEqual({
        file: source.file,
        refused: [],
      })
    }
  })

  it('the table of names has every variable that Ansible’s own reader finds', async () => {
    const checkout = checkoutOf(release)
    const found = checkout === undefined ? recordedComparisons()[release] : await compareExtraction(release, checkout)
    expect(found?.defined).toBeGreaterThan(6000)
    expect(found).toMatchObject({ missing: [], table: hashOf(release) })
  })
})
