import { newestRelease } from '../../../generator/dialects/releases.ts'
import { releaseNames } from '../../../generator/dialects/playbook-names.ts'
import { countOf } from '../../../generator/errors/first-hundred.ts'
import { checkVariables } from '../../../generator/variables/check-variables.ts'
import { parseVariables } from '../../../generator/variables/load-variables.ts'
import { isExhaustive } from '../../support/exhaustive.ts'
import { full, growth, tooMuchGrowth } from '../../support/growth.ts'

const size = isExhaustive ? 262_000 : 8_192
const known = releaseNames(newestRelease)
const check = (text: string) => checkVariables([parseVariables('vars.yml', text)], known)

const texts: Record<string, (size: number) => string> = {
  'a variable that is repeated': (size) => full(size, '', () => 'a: 1\n'),
  'unknown variables': (size) => full(size, '', (index) => `matrix_synapse_fooo_${index}: 1\n`),
  'own variables that are used': (size) => full(size, '', (index) => `my_${index}: "{{ my_${index} }}"\n`),
  'aliases of one value': (size) => full(size, 'x: &x { y: 1 }\n', (index) => `b${index}: *x\n`),
  'aliases of nothing': (size) => full(size, 'a: [', () => '*a, ', ']'),
  'merge keys': (size) => full(size, 'x: &x { y: 1 }\n', (index) => `b${index}: { <<: *x }\n`),
  'a text that goes on at the margin': (size) => full(size, 'a: "x\n', () => 'x\n', '"\n'),
  'texts that go on at the margin': (size) => full(size, '', (index) => `a${index}: "x\ny"\n`),
  'a list that goes on at the margin': (size) => full(size, 'a: [\n', () => '1,\n', ']\n'),
  'lists that go on at the margin': (size) => full(size, '', (index) => `a${index}: [1,\n2]\n`),
  'a list that is never closed': (size) => full(size, 'a: [\n', () => 'b,\n'),
  'a text that is never closed': (size) => full(size, 'a: "b\n', () => 'b\n'),
  'open brackets': (size) => full(size, 'a: ', () => '['),
  'lists in lists': (size) => full(size, 'a: ', () => '- '),
  'tabs in a list': (size) => full(size, '', () => 'a: [\t1,\t2]\n'),
  'one long template': (size) => full(size, 'a: "{{ ', () => 'matrix_a ', '}}"\n'),
}

it.each(Object.keys(texts))('%s: variables are checked in time in proportion to their size', (name) => {
  expect(growth((size) => check(texts[name]?.(size) ?? ''), size)).toBeLessThan(tooMuchGrowth)
})

it.each([
  ['a: "x\ny"\nb: [1,\n2]\nc: {d: 1,\n}\n', { a: 'x y', b: [1, 2], c: { d: 1 } }],
  ['a: \'it\'\'s\n"x"\'\nb: "\\"\nx"\n', { a: 'it\'s "x"', b: '" x' }],
  ['a:\n  b: [1,\n 2, "x\ny"]\nc: 3\n', { a: { b: [1, 2, 'x y'] }, c: 3 }],
  ['a: [1,\r\n2]\r\n', { a: [1, 2] }],
  ['a: "x # y\nz"\nb: it\'s\nc: |\n  "x\nd: 1\n', { a: 'x # y z', b: "it's", c: '"x\n', d: 1 }],
])('%j goes on at the margin as PyYAML reads it', (text, data) => {
  const { document, diagnostics } = parseVariables('vars.yml', text)
  expect(diagnostics).toEqual([])
  expect(document?.toJS()).toEqual(data)
})

it('says where it stopped when there is more than it reads, and how many problems came before', () => {
  const found = check('a: 1\n'.repeat(200_000))
  expect(found).toHaveLength(101)
  expect(found[0]).toMatchObject({ code: 'duplicate-key', place: { line: 2 } })
  expect(countOf(found)).toBeGreaterThan(50_000)
})

it('refuses what is nested deeper than it reads, with the place', () => {
  expect(check(`a: ${'['.repeat(100_000)}`)).toMatchObject([{ code: 'syntax', place: { line: 1, column: 103 } }])
})
