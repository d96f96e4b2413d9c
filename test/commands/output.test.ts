import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { copyExample } from '../support/examples.ts'
import { faultsOf } from '../support/once/output-documents.ts'

afterAll(removeDirectories)

const cwd = copyExample('native-local')
const wrong = makeDirectory({ 'registrar.yml': 'version: 1\ndomian: example.com\n' })

describe('--output', () => {
  it.each([
    ['generate', ['generate', '--check'], cwd],
    ['validate', ['validate'], wrong],
    ['clean', ['clean', '--dry-run'], cwd],
    ['a failure', ['plan'], wrong],
    ['a refusal', ['lock-user', 'jo hn'], cwd],
    ['a wrong option', ['setup-access', '--yes', '--keep', 'here'], cwd],
  ])('%s is one document in JSON and YAML', async (_what, words, directory) => {
    const run = (...more: string[]) => registrar([...words, ...more], { cwd: directory })
    const json = await run('--output', 'json')
    const yaml = await run('--output', 'yaml')
    const short = await run('--json')
    expect(json.stdout.startsWith('{\n  "format_version": 1,')).toBe(true)
    expect(faultsOf(json.stdout)).toEqual([])
    expect(parse(yaml.stdout)).toEqual(JSON.parse(json.stdout))
    expect(short.stdout).toBe(json.stdout)
  })

  it('lists the files that init and import write', async () => {
    const directory = makeDirectory({ 'vars.yml': 'matrix_domain: example.com\nmy_own: 1\n' })
    const init = await registrar(['init', '--domain', 'example.com', '--output', 'yaml'], { cwd: directory })
    expect(parse(init.stdout)).toEqual({
      format_version: 1,
      root: directory,
      written: true,
      files: [{ path: 'registrar.yml', action: 'create' }],
      next: ['registrar register-user john', 'registrar generate'],
    })
    const words = ['import', 'vars.yml', '--out', 'workspace', '--json']
    const imported = await registrar(words, { cwd: directory })
    expect(JSON.parse(imported.stdout)).toMatchObject({
      root: join(directory, 'workspace'),
      files: [{ path: 'registrar.yml' }, { path: expect.stringContaining('kept.yml') as string }],
      moved: 1,
      stayed: ['my_own'],
    })
    expect(JSON.parse((await registrar(words, { cwd: directory })).stdout)).toMatchObject({ class: 'exists' })
  })

  it('has what migrate rewrites, and what is left', async () => {
    const directory = makeDirectory({
      'vars.yml': 'matrix_client_element_version: v1\nmatrix_playbook_reverse_proxy_type: playbook-managed-nginx\n',
    })
    const run = async (...more: string[]) => {
      const { exitCode, stdout } = await registrar(['migrate', 'vars.yml', '--to', '2026-08', '--json', ...more], {
        cwd: directory,
      })
      return { exitCode, ...(JSON.parse(stdout) as object) }
    }
    const left = [{ line: 2, message: expect.stringContaining('playbook-managed-nginx') as string }]
    const shown = await run('--diff')
    expect(shown).toMatchObject({ exitCode: 1, to: '2026-08', written: false, files: [{ file: 'vars.yml', left }] })
    expect(await run()).toMatchObject({ exitCode: 1, written: true, files: [{ left }] })
  })

  it.each([
    [['list-users', '--json', '--csv'], '--json and --csv'],
    [['list-users', '--output', 'yaml', '--json'], '--output yaml and --json'],
    [['validate', '--output', 'table', '--format', 'github'], '--output table and --format github'],
    [['lock-user', 'john', '-q', '-v'], '--quiet and --verbose'],
  ])('%j contradicts itself', async (words, both) => {
    expect(await registrar(words, { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: `error: ${both} contradict each other.\n  Keep one of the two.\n`,
    })
  })

  it('takes the same format twice', async () => {
    const { exitCode, stdout } = await registrar(['validate', '--json', '--output', 'json', '--format', 'json'], {
      cwd,
    })
    expect({ exitCode, reported: JSON.parse(stdout) as unknown }).toEqual({
      exitCode: 0,
      reported: { format_version: 1, diagnostics: [] },
    })
  })

  it.each(['generate', 'plan', 'list-users'])('%s --help has -o for the format alone', async (name) => {
    const { stdout } = await registrar([name, '--help'], { cwd })
    expect(stdout.match(/-o, .*?>/g)).toEqual(['-o, --output <format>'])
  })

  it('-o is short for it, and still for --out where it names no format', async () => {
    const directory = makeDirectory()
    const init = (...more: string[]) => registrar(['init', '--domain', 'example.com', ...more], { cwd: directory })
    expect(parse((await init('-o', 'yaml', '-o', 'here')).stdout)).toMatchObject({ root: join(directory, 'here') })
    expect((await init('-o', 'csv')).stderr).toContain('--output is "csv".')
  })

  it('refuses a format that a command does not have', async () => {
    const { exitCode, stderr } = await registrar(['lock-user', 'john', '-o', 'csv'], { cwd })
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('table, json, yaml') })
  })
})

describe('--quiet', () => {
  it('leaves only what was asked for', async () => {
    expect(await registrar(['validate', '-q'], { cwd })).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await registrar(['generate', '--check', '--quiet'], { cwd })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: '',
    })
  })

  it('leaves errors, too', async () => {
    const { exitCode, stderr } = await registrar(['plan', '-q'], { cwd: wrong })
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('domian') })
  })
})

/** What these print is a script, or help. */
const withoutOutput = ['completion', 'help']

it('every other command takes --output table, json and yaml', async () => {
  const { stdout } = await registrar(['complete', '--', ''], { cwd })
  const commands = stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])
  const without: string[] = []
  for (const name of commands) {
    const offered = await registrar(['complete', '--', name, '--output', ''], { cwd })
    const formats = offered.stdout.split('\t\n')
    if (!['table', 'json', 'yaml'].every((format) => formats.includes(format))) without.push(name)
  }
  expect(without.toSorted()).toEqual(withoutOutput.toSorted())
})

it('every class is listed in the documentation', () => {
  const listed = readFileSync(join(import.meta.dirname, '../../docs/json.md'), 'utf8')
  const folder = join(import.meta.dirname, '../../generator')
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
  const classes = [...source.matchAll(/new AppError\(\s*'([a-z_-]+)'/g)].map(([, code = '']) =>
    code.replaceAll('-', '_'),
  )
  expect(classes.length).toBeGreaterThan(20)
  expect([...new Set(classes)].filter((name) => !listed.includes(`\`${name}\``))).toEqual([])
})
