import { formats } from '../../generator/errors/format.ts'
import { countOf } from '../../generator/errors/first-hundred.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSources } from '../../generator/validate/validate-sources.ts'
import { isExhaustive } from '../support/exhaustive.ts'

const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'
const size = isExhaustive ? 1_048_000 : 65_536

/** As much of something as fits into a host file. */
function full(before: string, piece: (index: number) => string, after = ''): string {
  const pieces = [before]
  for (let length = before.length, index = 0; length < size; index += 1) {
    const next = piece(index)
    pieces.push(next)
    length += next.length
  }
  return `${pieces.join('')}${after}`
}

const files: Record<string, () => string> = {
  'a key that is repeated': () => full(base, () => 'a: 1\n'),
  'unknown keys': () => full(base, (index) => `k${index}: 1\n`),
  'misspelt keys': () => full(`${base}users:\n`, (index) => `  - { username: u${index}, admn: true }\n`),
  'wrong usernames': () => full(`${base}users:\n`, (index) => `  - { username: U u${index} }\n`),
  'an account that is repeated': () => full(`${base}users:\n`, () => '  - { username: u }\n'),
  'unknown variables': () => full(`${base}extra_vars:\n`, (index) => `  matrix_synapse_fooo_${index}: 1\n`),
  'own variables': () => full(`${base}extra_vars:\n`, (index) => `  my_${index}: 1\n`),
  'aliases of nothing': () => full(`${base}a: [`, () => '*a, ', ']'),
  'anchors and aliases': () => full(`${base}a: [`, (index) => `&a${index} 1, *a${index}, `, ']'),
  tags: () => full(`${base}a: [`, () => '!x 1, ', ']'),
  'words in a list': () => full(`${base}registration: { mode: [`, () => 'x, ', '] }\n'),
  'open brackets': () => full('', () => '['),
  'closed brackets': () => full('', () => ']'),
  'nested lists': () => full('', () => '- '),
  commas: () => full('[', () => ','),
  quotes: () => full('', () => '"'),
  colons: () => full('', () => ': '),
  documents: () => full('', () => '---\n'),
  'one long word': () => full('', () => 'x'),
}

it.each(Object.keys(files))('%s: a large file is judged in time in proportion to its size', (name) => {
  const text = files[name]?.() ?? ''
  const start = process.cpuUsage()
  const { diagnostics } = validateSources([parseSource('registrar.yml', text)])
  const told = formats.pretty(diagnostics, () => text)
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20) // by far, where it grows with the square
  expect(diagnostics.length).toBeLessThanOrEqual(101)
  expect(told.length).toBeLessThan(100_000)
})

it('counts what it does not show', () => {
  const text = `${base}users:\n${Array.from({ length: 20_000 }, (_, index) => `  - { username: u${index}, admn: true }\n`).join('')}`
  const { diagnostics } = validateSources([parseSource('registrar.yml', text)])
  expect(countOf(diagnostics)).toBe(20_000)
  expect(diagnostics.at(-1)).toMatchObject({
    code: 'more-problems',
    severity: 'error',
    message: 'From here on there are 19900 more problems.',
  })
})
