import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const open = 'matrix_synapse_enable_registration: true\n'
const token = 'matrix_synapse_registration_requires_token: true\n'
const hosts = '[matrix_servers]\na\n[others]\nb\n'
const yaml =
  'all:\n  vars: { x: 1 }\n  children:\n    matrix_servers:\n      vars:\n        matrix_synapse_enable_registration: true\n      hosts: { a: , b: { matrix_synapse_registration_requires_token: true } }\n'

type Files = Record<string, string>

/** Without Ansible on the PATH: our own reader judges. */
const check = (files: Files, words = ['.']) =>
  registrar(['check-vars', ...words, '--format', 'json'], { cwd: makeDirectory(files), env: withoutAnsible })

interface Reported {
  diagnostics: { code: string; file: string; line: number }[]
}

/** These inventories name no version of the playbook; that is judged elsewhere. */
const problemsIn = (json: string) =>
  (JSON.parse(json) as Reported).diagnostics.filter(({ code }) => code !== 'unread-changes')

/** An inventory, what is named of it, and the places of what would not start. */
const inventories: [string, Files, string[], string[]][] = [
  [
    'a group that the host is not in',
    { hosts, 'group_vars/others.yml': token, 'host_vars/a.yml': open },
    ['.'],
    ['host_vars/a.yml:1'],
  ],
  ['a group that it is in', { hosts, 'group_vars/matrix_servers.yml': token, 'host_vars/a.yml': open }, ['.'], []],
  [
    'directories that are named',
    { hosts, 'group_vars/others.yml': token, 'host_vars/a/x.yml': open },
    ['group_vars', 'host_vars'],
    ['host_vars/a/x.yml:1'],
  ],
  [
    'a group above',
    { hosts: `${hosts}[up:children]\nmatrix_servers\n`, 'group_vars/up.yml': token, 'host_vars/a.yml': open },
    ['.'],
    [],
  ],
  [
    'variables of a group',
    { hosts: `${hosts}[matrix_servers:vars]\nmatrix_synapse_enable_registration=True\n`, 'host_vars/a.yml': 'x: 1\n' },
    ['.'],
    ['hosts:6'],
  ],
  [
    'a host line',
    { hosts: '[matrix_servers]\na matrix_synapse_registration_requires_token=True\n', 'host_vars/a.yml': open },
    ['.'],
    [],
  ],
  [
    'a host line that opens',
    { hosts: '[matrix_servers]\na matrix_synapse_enable_registration=True\n', 'group_vars/all.yml': 'x: 1\n' },
    ['.'],
    ['hosts:2'],
  ],
  ['YAML', { 'hosts.yml': yaml, 'group_vars/all.yml': 'x: 1\n' }, ['.'], ['hosts.yml:6']],
  ['a file of the group beside', { 'hosts.yml': yaml, 'group_vars/matrix_servers.yml': token }, ['.'], []],
  [
    'two hosts, one group',
    { hosts: '[matrix_servers]\na\nb\n', 'group_vars/matrix_servers.yml': open },
    ['.'],
    ['group_vars/matrix_servers.yml:1'],
  ],
  [
    'ansible_group_priority',
    {
      hosts: '[x]\na\n[y]\na\n[x:vars]\nansible_group_priority=5\n',
      'group_vars/x.yml': token,
      'group_vars/y.yml': `${open}matrix_synapse_registration_requires_token: false\n`,
    },
    ['.'],
    [],
  ],
  [
    'the other group first',
    {
      hosts: '[x]\na\n[y]\na\n[y:vars]\nansible_group_priority=5\n',
      'group_vars/x.yml': token,
      'group_vars/y.yml': `${open}matrix_synapse_registration_requires_token: false\n`,
    },
    ['.'],
    ['group_vars/y.yml:1'],
  ],
]

it.each(inventories)('each host is judged with its own groups: %s', async (_what, files, words, places) => {
  const { stdout, stderr } = await check(files, words)
  const found = problemsIn(stdout).map(({ file, line }) => `${file}:${line}`)
  expect({ found, stderr }).toEqual({
    found: places,
    stderr: expect.stringContaining('note: Ansible is not installed here'),
  })
})

it('an old name in the file with the hosts is reported with its line', async () => {
  const { stdout } = await check({
    hosts: '[matrix_servers]\n# matrix_mailer_enabled=1\na matrix_mailer_enabled=False\n',
    'group_vars/all.yml': 'x: 1\n',
  })
  expect(problemsIn(stdout)).toMatchObject([{ code: 'renamed-variable', file: 'hosts', line: 3, column: 3 }])
})

it('says which host the inventory does not have, and which inventory only Ansible can read', async () => {
  const gone = await check({ hosts, 'host_vars/a.yml': 'x: 1\n', 'host_vars/gone.yml': open })
  expect(gone).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('hosts has no host gone') })
  const range = await check({ hosts: '[matrix_servers]\na[1:2]\n', 'group_vars/all.yml': open })
  expect(range.stderr).toMatch(/hosts was not used for groups.*only Ansible can read/)
  expect(problemsIn(range.stdout)).toMatchObject([{ code: 'server-does-not-start', file: 'group_vars/all.yml' }])
})

it.each([
  ['check-vars', ['check-vars', 'host_vars'], 1],
  ['migrate', ['migrate', 'host_vars', '--to', '2026-08'], 0],
  ['import', ['import', 'host_vars/a/gone.yml'], 2],
  ['check-vars of a link in no inventory', ['check-vars', 'gone.yml'], 2],
])('%s says where a link leads that is broken', async (_what, words, exitCode) => {
  const cwd = makeDirectory({ 'host_vars/a/vars.yml': 'matrix_domain: example.com\n' })
  symlinkSync('../nowhere.yml', join(cwd, 'host_vars/a/gone.yml'))
  symlinkSync('nowhere.yml', join(cwd, 'gone.yml'))
  const { stdout, stderr, ...result } = await registrar(words, { cwd })
  expect(result).toEqual({ exitCode })
  expect(stdout + stderr).toMatch(
    /gone.yml.* is a link to (\.\.\/)?nowhere.yml, which does not exist[^]*Restore that file, or remove the link/,
  )
})
