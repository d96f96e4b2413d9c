import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { readRecording } from '../../build/docs/recording.ts'
import { renderDocs } from '../../build/docs/render.ts'
import { validate } from '../../generator/library.ts'
import { nextSteps } from '../../generator/operations/next-steps.ts'
import { operations } from '../../generator/operations/index.ts'
import { modules, serverOptions } from '../../generator/render/modules.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', ...markdownBelow('docs')]

it('is committed as it is rendered (else: npm run role)', () => {
  const rendered = renderDocs()
  for (const [path, content] of Object.entries(rendered))
    expect(`${path}:\n${readFileSync(join(root, 'docs', path), 'utf8')}`).toBe(`${path}:\n${content}`)
  const committed = markdownBelow('docs/operations').map((path) => path.slice('docs/'.length))
  expect(Object.keys(rendered)).toEqual(expect.arrayContaining(committed))
})

it.each(operations.map((operation) => [operation.name, operation] as const))(
  'shows what %s prints, in the words of today (else: npm run record)',
  (name, operation) => {
    const words = [...Object.values(operation.messages), ...Object.values(nextSteps)].map(asPattern)
    if ('makes' in operation) words.push(/^Access token of \S+: \S+$/)
    if ('text' in operation) words.push(...operation.text.split('\n').map(asPattern))
    const recorded = readRecording().filter(({ command }) => command.startsWith(`registrar ${name} `.trimEnd()))
    expect(recorded).not.toEqual([])
    if ('finds' in operation) return
    for (const { output } of recorded)
      expect(output.split('\n').filter((line) => !words.some((pattern) => pattern.test(line)))).toEqual([])
  },
)

describe('the commands of README and docs/', () => {
  const typed = pages.flatMap((page) => commandsIn(readFileSync(join(root, page), 'utf8')))
  const justfile = readFileSync(join(root, 'test/golden/playbook-mas/justfile'), 'utf8')
  const recipes = [...justfile.matchAll(/^([a-z-]+)(?: .*)?:(?: \(.*\))?$/gm)].map(([, name = '']) => name)

  it('are found', () => {
    expect(typed.length).toBeGreaterThan(100)
  })

  it('are recipes that there are', () => {
    const named = typed.flatMap((command) => [...(/(?:^|\s)just ([a-z][a-z-]*)/.exec(command)?.slice(1) ?? [])])
    expect(recipes).toEqual(expect.arrayContaining(named))
  })

  it('are tags that there are', () => {
    const named = typed.flatMap((command) => [...(/--tags=([a-z-]+)/.exec(command)?.slice(1) ?? [])])
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
  })

  it('are scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
    const named = typed.flatMap((command) => [...command.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name))
    expect(named).toEqual(expect.arrayContaining(['build', 'demo', 'collection']))
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  const ours = typed.flatMap((command) => [...(/^registrar ([a-z].*)/.exec(command)?.slice(1) ?? [])])
  it.each([...new Set(ours)])('registrar %s has this command and these options', async (words) => {
    const [command = '', ...rest] = words.split(' ')
    const { exitCode, stdout } = await registrar([command, '--help'], { cwd: makeDirectory() })
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`Usage: registrar ${command} `)
    for (const option of rest.filter((word) => /^--?[a-z]/.test(word))) expect(stdout).toContain(option)
  })
})

it.each([...pages, 'ARCHITECTURE.md', 'SECURITY.md', 'schemas/README.md', 'roles/matrix_users/README.md'])(
  '%s links to files that are there',
  (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^https?:/.test(link))
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([])
  },
)

const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'
const { properties } = JSON.parse(readFileSync(join(root, 'schemas/host.schema.json'), 'utf8')) as {
  properties: object
}
/** Blocks that begin with a key of a host file; others are plays, or configurations of servers. */
const snippets = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => ({ page, yaml })),
)
const hostFiles = snippets.filter(({ yaml }) => (/^\w+/.exec(yaml)?.[0] ?? '') in properties)

it.each(hostFiles)('$page shows a host file that is valid', ({ page, yaml }) => {
  const { diagnostics } = validate(yaml.startsWith('version:') ? yaml : base + yaml, page)
  expect(diagnostics).toEqual([])
})

const tasks = snippets.flatMap(({ page, yaml }) =>
  [...yaml.matchAll(/^( *)- matrix_registrar\.accounts\.(\w+):\n((?:\1 {4}.*\n)*)/gm)].map(
    ([, , module = '', options = '']) => ({ page, module, options: parse(options) as object }),
  ),
)

it('finds tasks in README, docs/plays.md and the page of each operation', () => {
  const shown = new Set(tasks.map(({ page }) => page))
  const expected = ['README.md', 'docs/plays.md', ...operations.map(({ name }) => `docs/operations/${name}.md`)]
  expect([...shown].sort()).toEqual(expected.sort())
})

it.each(tasks)('$page shows options of $module that it has', ({ module, options }) => {
  const known = { ...modules[module], ...serverOptions }
  expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(options)))
})

/** What a page shows as code that is typed: lines of blocks, and code in its text. */
function commandsIn(page: string): string[] {
  return [...page.matchAll(/^ {4}(\S.*)$|`([^`\n]+)`|^\$ (.*)$/gm)]
    .map(([, line, code, typed]) => (line ?? code ?? typed ?? '').replace(/ {2,}#.*$/, ''))
    .filter((command) => /^(registrar|just|npm|ansible-playbook|MATRIX_PASSWORD=\S+) /.test(command))
}

function asPattern(words: string): RegExp {
  const plain = words.split(/%\(\w+\)s|\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${plain.join('.+')}$`)
}

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path))
}
