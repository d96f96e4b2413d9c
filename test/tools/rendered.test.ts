import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { execa } from 'execa'
import { installAnsible, installJust, installLinters } from '../lab/install.ts'
import { findPython } from '../lab/python.ts'
import { differingAnsibles } from '../support/ansible-versions.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { copyExample, examples } from '../support/examples.ts'
import { toYaml } from '../../generator/render/yaml.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

async function run(bin: string, words: string[], cwd: string) {
  const path = [bin, process.env['PATH']].join(delimiter)
  const { exitCode, all } = await execa(join(bin, words[0] ?? ''), words.slice(1), {
    cwd,
    env: { PATH: path, NO_COLOR: '1', ANSIBLE_ROLES_PATH: join(cwd, 'roles') },
    all: true,
    reject: false,
    stdin: 'ignore',
  })
  return { exitCode, all }
}

/** A directory with every example, rendered; the role, which is the same in all, stands beside them, once. */
let root: string

beforeAll(async () => {
  root = makeDirectory()
  for (const [index, name] of examples.entries()) {
    const cwd = join(root, name)
    cpSync(copyExample(name), cwd, { recursive: true })
    expect(await registrar(['generate'], { cwd })).toMatchObject({ exitCode: 0 })
    const roles = join(cwd, 'roles')
    if (index === 0) renameSync(roles, join(root, 'roles'))
    expect(readTree(index === 0 ? join(root, 'roles') : roles)).toEqual(readTree(join(root, 'roles')))
    rmSync(roles, { recursive: true, force: true })
  }
})

const plays = examples.map((name) => join(name, 'setup.yml'))
const inventories = examples.map((name) => join(name, 'inventory'))

it('pleases ansible-lint, profile production', async () => {
  const words = ['--offline', '--nocolor', '--strict', '--profile', 'production', ...plays, ...inventories, 'roles']
  const { exitCode, all: reported } = await run(await installLinters(), ['ansible-lint', ...words], root)
  expect(exitCode === 0 ? '' : reported).toBe('')
})

it('pleases yamllint as it comes', async () => {
  const words = ['--strict', ...plays, ...inventories, 'roles']
  const { exitCode, all: reported } = await run(await installLinters(), ['yamllint', ...words], root)
  expect(exitCode === 0 ? '' : reported).toBe('')
})

it.each(differingAnsibles)('renders to plays that ansible-core %s reads', async (version) => {
  const hosts = inventories.flatMap((inventory) => ['-i', join(inventory, 'hosts')])
  const words = ['ansible-playbook', ...hosts, ...plays, '--syntax-check']
  const { exitCode, all: reported } = await run(await installAnsible(version), words, root)
  expect(exitCode === 0 ? '' : reported).toBe('')
})

describe.each(examples)('the justfile of %s', (name) => {
  it('is formatted as just formats it', async () => {
    const { exitCode, all: reported } = await execa(await installJust(), ['--fmt', '--check', '--unstable'], {
      cwd: join(root, name),
      all: true,
      reject: false,
    })
    expect(exitCode === 0 ? '' : reported).toBe('')
  })

  it('never lets just interpolate a secret', async () => {
    const { stdout } = await execa(await installJust(), ['--dump', '--dump-format', 'json'], { cwd: join(root, name) })
    const { recipes } = JSON.parse(stdout) as {
      recipes: Record<string, { parameters: { name: string; export: boolean }[]; body: unknown }>
    }
    const recipe = recipes['register-user']
    expect(recipe?.parameters).toMatchObject(
      ['username', 'password', 'admin', 'extra_args'].map((parameter) => ({ name: parameter, export: true })),
    )
    expect(JSON.stringify(recipe?.body)).not.toContain('"variable","password"')
  })
})

it('writes every string so that PyYAML reads it back, and Ansible does not evaluate it', async () => {
  const samples = Array.from({ length: 3000 }, (_, index) => sample(index))
  const values = Object.fromEntries(samples.map((text, index) => [`k${index}`, text]))
  const keys = Object.fromEntries([...new Set(samples)].map((text, index) => [text, index]))
  const root = makeDirectory({
    'values.yml': `${toYaml(values)}\n`,
    'keys.yml': `${toYaml(keys)}\n`,
    'values.json': JSON.stringify(values),
    'keys.json': JSON.stringify(keys),
  })
  const script = `
import json, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_constructor('!unsafe', lambda loader, node: loader.construct_scalar(node))
for name in ('values', 'keys'):
    read = yaml.load(open(name + '.yml', encoding='utf-8'), Loader=Loader)
    meant = json.load(open(name + '.json', encoding='utf-8'))
    wrong = [k for k in meant if read.get(k) != meant[k]]
    assert not wrong, [(k, meant[k], read.get(k)) for k in wrong[:5]]
`
  const { exitCode, all } = await run(await installLinters(), ['python', '-c', script], root)
  expect(exitCode === 0 ? '' : all).toBe('')
})

const fragments = [
  'no',
  'Yes',
  'on',
  'y',
  '~',
  'null',
  '<<',
  '=',
  '1:30',
  '0x1f',
  '1_000',
  '1e3',
  '.5',
  '-',
  '- a',
  '? b',
  ': ',
  ' #',
  '#',
  "'",
  '"',
  '\\',
  '{{ x }}',
  '{% y %}',
  '{#',
  '!',
  '&a',
  '*a',
  '%',
  '@',
  '`',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',
  '\n',
  '\r',
  '\t',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u00e9',
  '\u{1f600}',
  'a',
  'word',
  ' ',
  '2024-01-01',
  '\x7f',
  '\x1b',
]

/** A string of such fragments, the same in each run. */
function sample(seed: number): string {
  let state = seed * 2654435761 + 1
  const next = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % limit
  }
  return Array.from({ length: 1 + next(4) }, () => fragments[next(fragments.length)]).join('')
}

it('is Python that 3.9 compiles', async () => {
  const python = await findPython({ atLeast: 9, atMost: 9 })
  const files = join(import.meta.dirname, '../../roles/matrix_users/files')
  const programs = readdirSync(files).filter((name) => name.endsWith('.py'))
  const { exitCode, all } = await execa(
    python.path,
    ['-c', 'import sys; [compile(open(each).read(), each, "exec") for each in sys.argv[1:]]', ...programs],
    { cwd: files, all: true, reject: false },
  )
  expect(exitCode === 0 ? '' : all).toBe('')
})

it('knows nothing of the lab', () => {
  for (const [path, content] of Object.entries(readTree(root))) {
    if (path.endsWith('words.json')) continue // of passwords; one of them is lab
    expect(
      `${path}: ${/127\.0\.0\.1:(?!8008)\d+|\/tmp\/|\.cache|\blab\b|localhost\/matrix|\/root\//.exec(content)?.[0]}`,
    ).toBe(`${path}: undefined`)
  }
})
