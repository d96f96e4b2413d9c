import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import fc from 'fast-check'
import { newestRelease } from '../../generator/dialects/releases.ts'
import { quoteIni } from '../../generator/quoting/ini.ts'
import { quoteJinja } from '../../generator/quoting/jinja.ts'
import { quoteRecipe, shellCommand } from '../../generator/quoting/shell.ts'
import { installJust, installLinters } from '../lab/install.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runCommand } from '../support/workspace.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

/** What means something to a shell, to just, Jinja, YAML, an inventory, or Ansible. */
const fragments = [
  ...[
    "'",
    '"',
    '\\',
    '`',
    '$',
    '$(id)',
    '${HOME}',
    '!',
    '!!',
    '*',
    '?',
    '~',
    '#',
    ' #',
    '&',
    ';',
    '|',
    '<',
    '>',
    '(',
    ')',
  ],
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '{{{{',
    '{{ 7 * 7 }}',
    '{%',
    '%}',
    '{#',
    '#}',
    '[',
    ']',
    '=',
    ':',
    ': ',
    ',',
    '%',
    '@',
    '+',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u{1}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
  ],
  ...[
    'True',
    'None',
    '1',
    '010',
    '1e3',
    '0x1f',
    '-',
    '--',
    '- ',
    '.',
    '/',
    '\\n',
    '\\u0041',
    '\\x41',
    'a',
    'é',
    'e\u{301}',
    '😀',
  ],
]
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((all) => all.replaceAll('\0', '')),
  },
)
const texts = [
  ...new Set(
    fc
      .sample(text, { numRuns: isExhaustive ? 5000 : 500, seed: 20261128 })
      .filter((each) => !/\p{Surrogate}/u.test(each)),
  ),
]
const base64 = (each: string) => Buffer.from(each).toString('base64')

it('a word of a recipe is what bash gets, and just evaluates nothing in it', async () => {
  const words = texts.map((each) => `    printf '%s\\0' ${quoteRecipe(each)}\n`).join('')
  const root = makeDirectory({ justfile: `show:\n    #!/usr/bin/env bash\n${words}` })
  const { stdout } = await execa(await installJust(), ['show'], { cwd: root, stripFinalNewline: false })
  expect(stdout.split('\0').slice(0, -1)).toEqual(texts)
})

describe.each(['2.16', 'newest'] as const)('ansible-core %s', (ansible) => {
  it('reads a value on the line of a host as the text that it is', async () => {
    const root = makeDirectory({ hosts: texts.map((each, index) => `h${index} x=${quoteIni(each)}\n`).join('') })
    const { output } = await runCommand('ansible-inventory', ['-i', 'hosts', '--list'], root, { ansible })
    const { _meta } = JSON.parse(output.slice(output.indexOf('{'))) as {
      _meta: { hostvars: Record<string, { x: unknown }> }
    }
    const read = texts.map((_, index) => unwrapped(_meta.hostvars[`h${index}`]?.x))
    expect(read).toEqual(texts)
  })

  it('takes a text in an expression as it is, and a command in a lookup word by word', async () => {
    const jinja = texts.map((each) => `{{ ${quoteJinja(each)} | b64encode }}`)
    const some = texts.filter((_, index) => index % 5 === 0)
    const commands = some.map(
      (each) => `{{ lookup('pipe', ${quoteJinja(shellCommand(['printf', '%s.', each]))}) | b64encode }}`,
    )
    const root = makeDirectory({ 'vars.json': JSON.stringify({ jinja, commands }), 'play.yml': play })
    const { output } = await runAnsible(root, ['-i', 'localhost,', 'play.yml', '-e', '@vars.json'], { ansible })
    expect(output).toContain('failed=0')
    const seen = JSON.parse(readFileSync(join(root, 'seen'), 'utf8')) as { jinja: string[]; commands: string[] }
    expect(seen.jinja).toEqual(texts.map(base64))
    expect(seen.commands).toEqual(some.map((each) => base64(`${each}.`)))
  })
})

const play = `---
- hosts: localhost
  connection: local
  gather_facts: false
  tasks:
    - ansible.builtin.copy:
        content: "{{ {'jinja': jinja, 'commands': commands} | to_json }}"
        dest: "{{ playbook_dir }}/seen"
        mode: "0600"
`

/** Text that Ansible must not evaluate stands in a mapping of its own in older lists. */
function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '__ansible_unsafe' in value ? value.__ansible_unsafe : value
}

it('whatever a host file is called and wherever its checkout is, the rendered files mean the same', async () => {
  const roots = ['registrar.yml', ...texts.filter((each) => !each.includes('/')).slice(0, 60)].map(workspaceOf)
  const just = await installJust()
  const recipes: string[] = []
  for (const { root } of roots) {
    const { stdout } = await execa(just, ['--dump', '--dump-format', 'json'], { cwd: root })
    const dump = JSON.parse(stdout) as { recipes: Record<string, { body: unknown[] }> }
    recipes.push(JSON.stringify(Object.entries(dump.recipes).map(([name, { body }]) => [name, body.length])))
    await execa(just, ['--fmt', '--check'], { cwd: root })
  }
  expect(new Set(recipes).size).toBe(1)
  const python = join(await installLinters(), 'python')
  const { stdout } = await execa(python, ['-c', readAll, ...roots.map(({ root }) => root)])
  const read = JSON.parse(stdout) as { path: string; rest: unknown }[]
  expect(read.map(({ path }) => path)).toEqual(
    roots.map(({ name }) => `{{ inventory_dir ~ ${quoteJinja(`/../${name}`)} }}`),
  )
  expect(new Set(read.map(({ rest }) => JSON.stringify(rest))).size).toBe(1)
})

function workspaceOf(name: string) {
  const plan = localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/dev/null' })
  const deployment = { kind: 'playbook' as const, release: newestRelease, checkout: name }
  return { name, root: makeWorkspace([{ ...plan, deployment, source: name, sources: [{ path: name, sha256: 'x' }] }]) }
}

/** Every YAML file of each directory as PyYAML reads it, but for the path of the host file, which is reported apart. */
const readAll = `
import json, pathlib, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_constructor('!unsafe', lambda loader, node: loader.construct_scalar(node))
found = []
for root in map(pathlib.Path, sys.argv[1:]):
    path = None
    rest = {}
    for file in sorted(root.rglob('*.yml')):
        if 'roles' in file.parts:
            continue
        data = yaml.load(file.read_bytes(), Loader=Loader)
        if isinstance(data, dict) and 'matrix_users_sources' in data:
            path = data.pop('matrix_users_sources')[0]['path']
        rest[str(file.relative_to(root))] = data
    found.append({'path': path, 'rest': rest})
json.dump(found, sys.stdout)
`
