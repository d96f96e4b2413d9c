import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { codes } from '../../generator/errors/codes.ts'
import { github, pretty, recordsOf } from '../../generator/errors/format.ts'
import { loadHostFile } from '../../generator/load/load-host-file.ts'
import { validateSources } from '../../generator/validate/validate-sources.ts'
import { newestRelease } from '../../generator/dialects/releases.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { checkVariables } from '../../generator/variables/check-variables.ts'
import { loadVariables } from '../../generator/variables/load-variables.ts'
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

/** What a person sees for a fixture: the host file NAME.yml, several in NAME.d, or the playbook's variables in NAME.vars.yml. */
function seen(name: string): string {
  const path = join(fixtures, name)
  if (name.endsWith('.vars.yml')) return seenVariables(relative(process.cwd(), path))
  const paths = name.endsWith('.d') ? readdirSync(path).map((file) => join(path, file)) : [path]
  const { diagnostics, readText } = check(paths.map((file) => relative(process.cwd(), file)))
  return pretty(diagnostics, readText)
}

function seenVariables(path: string): string {
  const source = loadVariables(path)
  return pretty(checkVariables([source], releaseNames(newestRelease)), () => source.text)
}

describe('what a person sees', () => {
  it.each(names)('of %s', (name) => {
    const expected = join(fixtures, name.replace(/(\.vars)?\.(yml|d)$/, '.txt'))
    const text = seen(name)
    if (!existsSync(expected) && !process.env['CI']) writeFileSync(expected, text)
    expect(text).toBe(readFileSync(expected, 'utf8'))
  })

  const states: [string, (path: string) => void][] = [
    ['missing-file', () => undefined],
    ['not-a-file', (path) => mkdirSync(path)],
    ['not-text', (path) => writeFileSync(path, Buffer.from([0x76, 0x3a, 0x20, 0x31, 0x0a, 0x61, 0xff, 0xfe]))],
    ['too-large', (path) => writeFileSync(path, `# ${'x'.repeat(10 * 1024 * 1024)}`)],
    ['unreadable-file', (path) => symlinkSync(path, path)],
    ['more-problems', (path) => writeFileSync(path, 'a: 1\n'.repeat(25_000))],
  ]

  it.each(states)('of a path that is %s', (code, make) => {
    const directory = makeDirectory({})
    make(join(directory, 'host.yml'))
    const { diagnostics, readText } = check([join(directory, 'host.yml')])
    const text = pretty(diagnostics, readText).replaceAll(`${directory}/`, '')
    const expected = join(fixtures, `${code}.txt`)
    if (!existsSync(expected) && !process.env['CI']) writeFileSync(expected, text)
    expect(text).toBe(readFileSync(expected, 'utf8'))
    expect(text).toContain(`[${code}]`)
  })

  it('is shown for every code', () => {
    const shown = readdirSync(fixtures).filter((name) => name.endsWith('.txt'))
    expect(shown.sort()).toEqual(
      Object.keys(codes)
        .map((code) => `${code}.txt`)
        .sort(),
    )
    for (const name of names) expect(seen(name)).toContain(`[${name.replace(/(\.vars)?\.(yml|d)$/, '')}]`)
  })
})

it('says of a list that cannot be read where it is named', () => {
  const directory = makeDirectory({
    'a.yml':
      'version: 1\ndomain: a.b\nhost: c.d\nhomeserver: synapse\nusers_files:\n  - { file: none.yml }\n  - none.yml\n  - dir\n  - empty.yml\n',
    'empty.yml': '',
  })
  mkdirSync(join(directory, 'dir'))
  const reported = check([join(directory, 'a.yml')]).diagnostics.map(
    ({ place: { file, line, column, length }, message }) =>
      `${file}:${line}:${column}+${length} ${message}`.replaceAll(`${directory}/`, ''),
  )
  expect(reported).toEqual([
    'a.yml:6:13+8 The file none.yml, which this line names, was not found.',
    'a.yml:7:5+8 The file none.yml, which this line names, was not found.',
    'a.yml:8:5+3 dir is a directory.',
    'empty.yml:1:1+1 This file is empty.',
  ])
})

it('says where in a binary file text ends', () => {
  const path = join(makeDirectory({ 'nul.yml': 'version: 1\ndomain: a\0b\n' }), 'nul.yml')
  expect(check([path]).diagnostics).toMatchObject([{ code: 'not-text', place: { line: 2, column: 10 } }])
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
    const path = join(
      makeDirectory({ 'a.yml': `${base}connection:\n  kind: ssh\n  become:\n    enabled: ${word}\n` }),
      'a.yml',
    )
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
    const parsed = recordsOf(check([path]).diagnostics)
    expect(parsed[0]).toMatchObject({ file: path, line: 1, column: 1, severity: 'error' })
    expect(Object.keys(parsed[0] ?? {}).sort()).toEqual([
      'code',
      'column',
      'file',
      'hint',
      'length',
      'line',
      'message',
      'severity',
    ])
  })

  it('GitHub gets its workflow commands, escaped', () => {
    const { diagnostics, readText } = check([path])
    expect(github(diagnostics, readText).split('\n')[0]).toMatch(
      /^::error file=.*a%2Cb\.yml,line=1,col=1,endColumn=2,title=[a-z-]+::/,
    )
    const place = { file: 'a.yml', line: 1, column: 1, length: 1 }
    const reported = { code: 'syntax', severity: 'error', place, message: '100%\n::warning::x', hint: 'a\rb' } as const
    expect(github([reported], () => '')).toMatch(/::100%25%0A::warning::x a%0Db\n$/)
  })
})

it('of several errors on a line of YAML, only the first is reported', () => {
  const directory = makeDirectory({ 'host.yml': 'version: 1\nusers:\n  - username: john\n\t- username: anna\n' })
  const { diagnostics } = check([join(directory, 'host.yml')])
  expect(diagnostics.map(({ code, place }) => `${code} ${place.line}`)).toEqual(['tab 4'])
})
