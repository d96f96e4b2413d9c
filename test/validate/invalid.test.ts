import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { codes } from '../../generator/errors/codes.ts'
import { github, json, pretty } from '../../generator/errors/format.ts'
import { loadHostFile } from '../../generator/load/load-host-file.ts'
import { validateSources } from '../../generator/validate/validate-sources.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const fixtures = join(import.meta.dirname, '../fixtures/invalid')
const names = readdirSync(fixtures)
  .filter((name) => /\.(yml|d)$/.test(name))
  .sort()

function check(paths: string[]) {
  const sources = paths.map((path) => ({ ...loadHostFile(path) }))
  const { diagnostics } = validateSources(sources)
  const texts = new Map(sources.map(({ file, text }) => [file, text]))
  return { diagnostics, readText: (file: string) => texts.get(file) ?? '' }
}

/** What a person sees for a fixture: the file NAME.yml, or several in NAME.d. */
function seen(name: string): string {
  const path = join(fixtures, name)
  const paths = name.endsWith('.d') ? readdirSync(path).map((file) => join(path, file)) : [path]
  const { diagnostics, readText } = check(paths.map((file) => relative(process.cwd(), file)))
  return pretty(diagnostics, readText)
}

describe('what a person sees', () => {
  it.each(names)('of %s', (name) => {
    const expected = join(fixtures, name.replace(/\.(yml|d)$/, '.txt'))
    const text = seen(name)
    if (!existsSync(expected) && !process.env['CI']) writeFileSync(expected, text)
    expect(text).toBe(readFileSync(expected, 'utf8'))
  })

  it('is shown for every code', () => {
    const shown = new Set(names.map((name) => name.replace(/\.(yml|d)$/, '')))
    const made = new Set(['missing-file', 'not-a-file', 'too-large', 'unreadable-file', 'not-text'])
    expect(Object.keys(codes).filter((code) => !shown.has(code) && !made.has(code))).toEqual([])
    for (const name of names) expect(seen(name)).toContain(`[${name.replace(/\.(yml|d)$/, '')}]`)
  })
})

describe('a file that cannot be a host file', () => {
  const directory = makeDirectory({ 'big.yml': `# ${'x'.repeat(10 * 1024 * 1024)}` })
  mkdirSync(join(directory, 'd.yml'))
  writeFileSync(join(directory, 'binary.yml'), Buffer.from([0x76, 0x3a, 0x20, 0x31, 0x0a, 0x61, 0xff, 0xfe]))
  writeFileSync(join(directory, 'nul.yml'), 'version: 1\ndomain: a\0b\n')

  const answers: [string, string, number, number][] = [
    ['absent.yml', 'missing-file', 1, 1],
    ['d.yml', 'not-a-file', 1, 1],
    ['big.yml', 'too-large', 1, 1],
    ['binary.yml', 'not-text', 2, 2],
    ['nul.yml', 'not-text', 2, 10],
  ]

  it.each(answers)('%s is answered with %s', (name, code, line, column) => {
    const { diagnostics } = check([join(directory, name)])
    expect(diagnostics).toMatchObject([{ code, place: { line, column } }])
  })
})

describe('habits of YAML 1.1', () => {
  const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'
  const words: [string, boolean][] = [
    ['yes', true],
    ['On', true],
    ['no', false],
    ['off', false],
  ]

  it.each(words)('%s is the boolean that it means', (word, value) => {
    const path = join(makeDirectory({ 'a.yml': `${base}connection:\n  kind: ssh\n  become:\n    enabled: ${word}\n` }), 'a.yml')
    const { configs, diagnostics } = validateSources([loadHostFile(path)])
    expect(diagnostics).toEqual([])
    expect(configs[0]?.config.connection?.become?.enabled).toBe(value)
  })

  it('a byte order mark does no harm', () => {
    const path = join(makeDirectory({ 'a.yml': `\ufeff${base}` }), 'a.yml')
    expect(validateSources([loadHostFile(path)]).diagnostics).toEqual([])
  })
})

describe('formats for programs', () => {
  const path = join(makeDirectory({ 'a,b.yml': 'version: 1\ndomian: "100%"\n' }), 'a,b.yml')

  it('JSON has every field', () => {
    const { diagnostics, readText } = check([path])
    const parsed = JSON.parse(json(diagnostics, readText)) as Record<string, unknown>[]
    expect(parsed[0]).toMatchObject({ file: path, line: 1, column: 1, severity: 'error' })
    expect(Object.keys(parsed[0] ?? {}).sort()).toEqual(['code', 'column', 'file', 'hint', 'length', 'line', 'message', 'severity'])
  })

  it('GitHub gets its workflow commands, escaped', () => {
    const { diagnostics, readText } = check([path])
    expect(github(diagnostics, readText).split('\n')[0]).toMatch(/^::error file=.*a%2Cb\.yml,line=1,col=1,endColumn=2,title=[a-z-]+::/)
  })
})
