import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Authority } from '../../generator/authorities/authority.ts'
import { authorities } from '../../generator/authorities/index.ts'
import { operations } from '../../generator/operations/index.ts'
import { failures } from '../../generator/operations/failures.ts'
import { modules, presets } from '../../generator/render/modules.ts'
import { modulesOf } from '../../generator/render/program.ts'
import { roleOptions } from '../../generator/render/role-options.ts'
import { renderRole } from '../../generator/render/role.ts'

const committed = join(import.meta.dirname, '../../roles/matrix_users')
const rendered = new Map(renderRole().map(({ path, content }) => [path, content]))

describe('the role', () => {
  it('is committed as it is rendered (else: npm run role)', () => {
    const files = readdirSync(committed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const contents = files.map((file) => [
      join(file.parentPath, file.name).slice(committed.length + 1),
      readFileSync(join(file.parentPath, file.name), 'utf8'),
    ])
    expect(Object.fromEntries(contents)).toEqual(Object.fromEntries(rendered))
  })

  it('copies every module that the host commands import', () => {
    const textOf = (path: string) => readFileSync(join(committed, 'files', path), 'utf8')
    const imported = (text: string) =>
      [...text.matchAll(/^from (?:matrix_registrar)?\.(\w+) import/gm)].map(([, name = '']) => name)
    const needed = new Set(imported(textOf('host_command.py')))
    for (const name of needed) for (const each of imported(textOf(`matrix_registrar/${name}.py`))) needed.add(each)
    const copied = [
      ...(rendered.get('tasks/install_host_commands.yml') ?? '').matchAll(/^ +- matrix_registrar\/(\w+)\.py$/gm),
    ].map(([, name]) => name)
    expect(copied).toEqual([...needed].sort())
  })

  it('has the same defaults as its modules have without it', () => {
    const defaults = parse(rendered.get('defaults/main.yml') ?? '') as Record<string, unknown>
    const shared = Object.keys(presets).map((name) => [name, defaults[`matrix_users_${name}`]])
    expect(Object.fromEntries(shared)).toEqual(presets)
  })

  it.each([...rendered].filter(([path]) => path.endsWith('.yml')))('has YAML in %s', (_path, text) => {
    expect(parse(text)).toBeTruthy()
  })

  it('documents each module, and does what it says', () => {
    for (const name of Object.keys(modules))
      for (const folder of ['library', 'action_plugins']) expect([...rendered.keys()]).toContain(`${folder}/${name}.py`)
    const plugins = [...rendered].filter(([path]) => path.startsWith('action_plugins/'))
    const files = plugins.map(([, text]) => /^from matrix_registrar\.(\w+) import/m.exec(text)?.[1])
    for (const file of files) expect([...rendered.keys()]).toContain(`files/matrix_registrar/${file}.py`)
  })

  it('has no typographic quotes, which ansible-test refuses in a collection', () => {
    for (const [path, content] of rendered) expect(`${path}: ${content}`).not.toMatch(/[\u2018\u2019\u201c\u201d]/)
  })

  it('knows nothing of any host or lab', () => {
    for (const [path, content] of rendered)
      expect(`${path}: ${content}`).not.toMatch(/\/tmp\/|\/root\/|\.cache|127\.0\.0\.1:(?!8008)|registrar-lab/)
  })

  it('gives no task a secret: each is only given what to do, and the plugins read the rest from variables', () => {
    const tasks = (rendered.get('tasks/main.yml') ?? '').split(/^- name: /m).slice(1)
    const modules = tasks.map((task) => task.split('\n').slice(1, -1).join('\n').trimEnd())
    const operation = /^ {2}matrix_operation:\n {4}operation: [a-z-]+\n {2}tags: \[never, [a-z-]+\]$/
    expect(modules.filter((module) => operation.test(module))).toHaveLength(operations.length)
    expect(modules.filter((module) => !operation.test(module))).toHaveLength(2)
    expect(rendered.get('tasks/main.yml')).not.toMatch(/password:|secret|\{\{/)
  })
})

describe('what each server can do', () => {
  const files = join(import.meta.dirname, '../../roles/matrix_users/files/matrix_server')
  const method = (name: string) => `    def ${name.replaceAll('-', '_')}(self, `
  const cells = Object.entries(authorities as Record<string, Authority>).flatMap(([server, authority]) =>
    operations.map(({ name }) => ({ server, name, refusal: authority.refused[name] })),
  )

  it.each(cells)('$name at $server is done, or refused with a reason and another way', ({ server, name, refusal }) => {
    const program = modulesOf([server])
      .map((each) => readFileSync(join(files, `${each}.py`), 'utf8'))
      .join('')
    if (refusal)
      expect(refusal).toEqual({ refused: expect.stringMatching(/^\w.*[^.]$/), hint: expect.stringMatching(/\.$/) })
    else expect(program).toContain(method(name))
  })
})

it('tells only extra variables that the rendered play reads', () => {
  const words = JSON.stringify([failures, operations])
  const named = [...words.matchAll(/--extra-vars=(\w+)=/g)].map((match) => match[1] ?? '')
  const read = ['username', 'password', 'admin', 'generate_password', ...roleOptions.map(({ name }) => name)]
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !read.includes(name))).toEqual([])
})
