import { LineCounter } from 'yaml'
import { pretty } from '../../../generator/errors/format.ts'
import { countOf } from '../../../generator/errors/first-hundred.ts'
import { parseSource } from '../../../generator/load/parse-source.ts'
import { mostParts } from '../../../generator/load/read-yaml.ts'
import { validateSources } from '../../../generator/validate/validate-sources.ts'
import { isExhaustive } from '../../support/exhaustive.ts'
import { full, growth, tooMuchGrowth } from '../../support/growth.ts'

const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'
const size = isExhaustive ? 262_000 : 8_192

const files: Record<string, (size: number) => string> = {
  'a key that is repeated': (size) => full(size, base, () => 'a: 1\n'),
  'unknown keys': (size) => full(size, base, (index) => `k${index}: 1\n`),
  'misspelt keys': (size) => full(size, `${base}users:\n`, (index) => `  - { username: u${index}, admn: true }\n`),
  'wrong usernames': (size) => full(size, `${base}users:\n`, (index) => `  - { username: U u${index} }\n`),
  'an account that is repeated': (size) => full(size, `${base}users:\n`, () => '  - { username: u }\n'),
  'unknown variables': (size) => full(size, `${base}extra_vars:\n`, (index) => `  matrix_synapse_fooo_${index}: 1\n`),
  'own variables': (size) => full(size, `${base}extra_vars:\n`, (index) => `  my_${index}: 1\n`),
  'aliases of nothing': (size) => full(size, `${base}a: [`, () => '*a, ', ']'),
  'anchors and aliases': (size) => full(size, `${base}a: [`, (index) => `&a${index} 1, *a${index}, `, ']'),
  tags: (size) => full(size, `${base}a: [`, () => '!x 1, ', ']'),
  'words in a list': (size) => full(size, `${base}registration: { mode: [`, () => 'x, ', '] }\n'),
  'open brackets': (size) => full(size, '', () => '['),
  'closed brackets': (size) => full(size, '', () => ']'),
  'nested lists': (size) => full(size, '', () => '- '),
  commas: (size) => full(size, '[', () => ','),
  quotes: (size) => full(size, '', () => '"'),
  colons: (size) => full(size, '', () => ': '),
  documents: (size) => full(size, '', () => '---\n'),
  'lists in a list': (size) => full(size, `${base}a:\n`, () => `  - ${'['.repeat(90)}${']'.repeat(90)}\n`),
  'lists that are closed': (size) => `${base}a: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  'one within the other': (size) =>
    Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, index) => `${' '.repeat(index)}a:\n`).join(''),
  'files of users': (size) => full(size, `${base}users_files: [`, (index) => `x${index}.yml, `, ']\n'),
  'a text over many lines': (size) => full(size, `${base}a: "x\n`, () => 'x\n', '"\n'),
  'one long word': (size) => full(size, '', () => 'x'),
}

it.each(Object.keys(files))('%s: a file is judged in time in proportion to its size', (name) => {
  const judge = (size: number) => {
    const text = files[name]?.(size) ?? ''
    const { diagnostics } = validateSources([parseSource('registrar.yml', text)])
    const reported = pretty(diagnostics, () => text)
    expect(diagnostics.length).toBeLessThanOrEqual(102)
    expect(reported.length).toBeLessThan(100_000)
  }
  expect(growth(judge, size)).toBeLessThan(tooMuchGrowth)
})

it('says where it stopped when there is more than it reads, and what came before', () => {
  const { diagnostics } = validateSources([parseSource('registrar.yml', `${base}${'a: 1\n'.repeat(200_000)}`)])
  expect(diagnostics).toHaveLength(101)
  expect(diagnostics[0]).toMatchObject({ code: 'duplicate-key', place: { line: 6 } })
  expect(countOf(diagnostics)).toBeGreaterThan(50_000)
})

it('reads more of a file of users than of a host file', () => {
  const [count, most] = isExhaustive ? [30_000, mostParts] : [1500, mostParts / 20] // the whole bound is reached above
  const text = Array.from({ length: count }, (_, index) => `- { username: u${index} }\n`).join('')
  expect(parseSource('users.yml', text, 32 * most).diagnostics).toEqual([])
  expect(parseSource('registrar.yml', text.repeat(3), most).diagnostics).toMatchObject([{ code: 'too-large' }])
})

it('puts thousands of problems of thousands of files in order', () => {
  const problem = { code: 'missing-file', severity: 'error', message: 'x', hint: 'x' } as const
  const usersFiles = Array.from({ length: 20_000 }, (_, index) => {
    const file = `u${index}.yml`
    const diagnostics = [{ ...problem, place: { file, line: 1, column: 1, length: 0 } }]
    return { file, text: '', lineCounter: new LineCounter(), diagnostics }
  })
  const source = { ...parseSource('registrar.yml', base), usersFiles }
  const start = process.cpuUsage()
  const { diagnostics } = validateSources([source])
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10) // each with each took minutes
  expect(diagnostics.slice(0, 2).map(({ place }) => place.file)).toEqual(['u0.yml', 'u1.yml'])
})

it('counts what it does not show', () => {
  const count = isExhaustive ? 20_000 : 2000
  const text = `${base}users:\n${Array.from({ length: count }, (_, index) => `  - { username: u${index}, admn: true }\n`).join('')}`
  const { diagnostics } = validateSources([parseSource('registrar.yml', text)])
  expect(countOf(diagnostics)).toBe(count)
  expect(diagnostics.at(-1)).toMatchObject({
    code: 'more-problems',
    severity: 'error',
    message: `From here on there are ${count - 100} more problems.`,
  })
})
