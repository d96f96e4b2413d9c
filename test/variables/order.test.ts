import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const open = 'matrix_synapse_enable_registration: true\n'
const token = (needed: boolean) => `matrix_synapse_registration_requires_token: ${needed}\n`

const check = (files: Record<string, string>, words: string[], below = '.') =>
  registrar(['check-vars', ...words, '--format', 'json'], { cwd: join(makeDirectory(files), below) })

/** Files, the order in which they are named, where, and whether Ansible's order opens the server. */
const orders: [string, Record<string, string>, string[], string, boolean][] = [
  [
    'names',
    { 'host_vars/a/1.yml': token(false), 'host_vars/a/2.yml': open + token(true) },
    ['host_vars/a/2.yml', 'host_vars/a/1.yml'],
    '.',
    false,
  ],
  [
    'names',
    { 'host_vars/a/1.yml': token(true), 'host_vars/a/2.yml': open + token(false) },
    ['host_vars/a/2.yml', 'host_vars/a/1.yml'],
    '.',
    true,
  ],
  [
    'names, in the directory',
    { 'host_vars/a/1.yml': token(true), 'host_vars/a/2.yml': open + token(false) },
    ['2.yml', '1.yml'],
    'host_vars/a',
    true,
  ],
  [
    'a directory before a file',
    { 'host_vars/a/b/z.yml': token(true), 'host_vars/a/b.yml': open + token(false) },
    ['host_vars/a/b.yml', 'host_vars/a/b/z.yml'],
    '.',
    true,
  ],
  [
    'groups before hosts',
    { 'group_vars/all.yml': token(true), 'host_vars/a.yml': open + token(false) },
    ['host_vars/a.yml', 'group_vars/all.yml'],
    '.',
    true,
  ],
  [
    'all before other groups',
    { 'group_vars/all.yml': token(true), 'group_vars/aaa.yml': open + token(false) },
    ['group_vars/aaa.yml', 'group_vars/all.yml'],
    '.',
    true,
  ],
  [
    'groups by their names',
    {
      'group_vars/x.yml': open + token(false),
      'group_vars/y/1.json': '{"matrix_synapse_registration_requires_token": true}',
    },
    ['group_vars/y', 'group_vars/x.yml'],
    '.',
    false,
  ],
  [
    'no inventory: as they are named',
    { 'b.yml': token(true), 'a.yml': open + token(false) },
    ['b.yml', 'a.yml'],
    '.',
    true,
  ],
  [
    'a file that is named twice',
    { 'host_vars/a/1.yml': token(true), 'host_vars/a/2.yml': open + token(false) },
    ['host_vars/a', 'host_vars/a/1.yml'],
    '.',
    true,
  ],
]

it.each(orders)('files count in the order of Ansible: %s', async (_what, files, words, below, isOpen) => {
  const { stdout } = await check(files, words, below)
  const found = (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code)
  expect(found).toEqual(isOpen ? ['server-does-not-start'] : [])
})

/** Files, which of them is named, and what is reported. */
const hidden: [string, Record<string, string>, string, RegExp][] = [
  [
    'a file beside a directory',
    { 'host_vars/a.yml': open, 'host_vars/a/vars.yml': 'b: 1\n' },
    'host_vars',
    /reads the directory host_vars\/a instead.*mv host_vars\/a.yml host_vars\/a\//,
  ],
  [
    'the same, named itself',
    { 'host_vars/a.yml': open, 'host_vars/a/vars.yml': 'b: 1\n' },
    'host_vars/a.yml',
    /reads the directory host_vars\/a instead/,
  ],
  [
    'the file of a group',
    { 'group_vars/all.yml': open, 'group_vars/all/x': 'b: 1\n' },
    'group_vars',
    /reads the directory group_vars\/all instead/,
  ],
  [
    'another ending',
    { 'host_vars/a.yaml': open, 'host_vars/a.yml': 'b: 1\n' },
    'host_vars/a.yaml',
    /reads host_vars\/a.yml instead.*Keep one/,
  ],
  [
    'a copy',
    { 'host_vars/a/vars.yml~': open, 'host_vars/a/vars.yml': 'b: 1\n' },
    'host_vars/a/vars.yml~',
    /because of its name/,
  ],
  [
    'a directory with a dot',
    { 'host_vars/a/vars.d/x.yml': open, 'host_vars/a/vars.yml': 'b: 1\n' },
    'host_vars',
    /because of its name/,
  ],
]

it.each(hidden)(
  'a file that Ansible does not read is reported as that, and counts for nothing: %s',
  async (_what, files, named, words) => {
    const { exitCode, stdout, stderr } = await check(files, [named])
    const { diagnostics: found } = JSON.parse(stdout) as {
      diagnostics: { code: string; message: string; hint: string }[]
    }
    expect(found.map(({ code }) => code)).toEqual(['not-checked'])
    expect(`${found[0]?.message} ${found[0]?.hint}`).toMatch(words)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('1 file not checked.')
  },
)

it('hosts of two inventories are not one', async () => {
  const { stdout } = await check(
    { 'x/host_vars/a.yml': open, 'y/host_vars/a.yml': token(true), 'y/group_vars/all.yml': token(true) },
    ['x', 'y'],
  )
  expect((JSON.parse(stdout) as { diagnostics: { file: string }[] }).diagnostics.map(({ file }) => file)).toEqual([
    'x/host_vars/a.yml',
  ])
})

test.each([
  ['a file', ['inventory/host_vars/a/vars.yml']],
  ['a directory', ['inventory/host_vars/a']],
])('a link out of the inventory is followed, as Ansible follows it, and named: %s', async (_what, named) => {
  const root = makeDirectory({ 'elsewhere/vars.yml': open, 'inventory/hosts': '' })
  const [at] = named as [string]
  mkdirSync(dirname(join(root, at)), { recursive: true })
  symlinkSync(join(root, 'elsewhere', at.endsWith('.yml') ? 'vars.yml' : '.'), join(root, at))
  const { stderr, stdout } = await registrar(['check-vars', 'inventory/host_vars'], { cwd: root })
  expect(stderr).toContain(
    `note: inventory/host_vars/a/vars.yml is a link to ${join(root, 'elsewhere/vars.yml')}, outside of ${join(root, 'inventory')}; Ansible reads it all the same.\n`,
  )
  expect(stdout).toContain('matrix_synapse_enable_registration')
})

test('a link within the inventory is not worth a word', async () => {
  const root = makeDirectory({ 'inventory/shared/vars.yml': token(true) })
  mkdirSync(join(root, 'inventory/host_vars'))
  symlinkSync('../shared', join(root, 'inventory/host_vars/a'))
  const { stderr } = await registrar(['check-vars', 'inventory/host_vars'], { cwd: root })
  expect(stderr).not.toContain('is a link')
})
