import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const ini = `[matrix_servers]\n${host} ansible_user=root\n`
const yaml = `matrix_servers: { hosts: { ${host}: { matrix_domain: example.com } } }\n`
const file = `version: 1\ndomain: example.com\nhost: ${host}\nhomeserver: synapse\nconnection: { kind: ssh, user: root }\n`

function checkoutWith(files: Record<string, string>): string {
  return makeDirectory({ 'setup.yml': '', 'registrar.yml': file, ...files })
}

const run = (cwd: string, ...words: string[]) => registrar(words, { cwd, env: withoutAnsible })

const layouts: [string, Record<string, string>, string[]][] = [
  [
    'hosts and hosts.yml',
    { 'inventory/hosts': ini, 'inventory/hosts.yml': yaml },
    ['inventory/hosts', 'inventory/hosts.yml'],
  ],
  [
    'hosts and hosts-production',
    { 'inventory/hosts': ini, 'inventory/hosts-production': ini },
    ['inventory/hosts', 'inventory/hosts-production'],
  ],
  [
    'hosts and a plugin',
    { 'inventory/hosts': ini, 'inventory/openstack.yaml': 'plugin: openstack\n' },
    ['inventory/hosts', 'inventory/openstack.yaml'],
  ],
  ['two of other names', { 'inventory/a.ini': ini, 'inventory/b.yml': yaml }, ['inventory/a.ini', 'inventory/b.yml']],
  [
    'inventories/',
    { 'inventories/a/hosts': ini, 'inventories/b/hosts.yml': yaml },
    ['inventories/a/hosts', 'inventories/b/hosts.yml'],
  ],
  [
    'directories in inventory/',
    { 'inventory/live/hosts': ini, 'inventory/test/hosts': ini },
    ['inventory/live/hosts', 'inventory/test/hosts'],
  ],
  [
    'one at each place',
    { 'inventory/hosts': ini, 'inventories/b/hosts': ini },
    ['inventory/hosts', 'inventories/b/hosts'],
  ],
]

describe('which of several inventories is meant', () => {
  it.each(layouts)('%s: generate --into lists them, and writes nothing', async (_name, files, found) => {
    const checkout = checkoutWith(files)
    const before = readTree(checkout)
    const { exitCode, stderr } = await run(checkout, 'generate', '--into', '.')
    expect(stderr).toContain(`. has several inventories: ${found.join(', ')}.`)
    expect(stderr).toContain(`--inventory ${found[0]}`)
    expect([exitCode, readTree(checkout)]).toEqual([2, before])
  })

  it.each(layouts)('%s: init --from and vault-secrets say the same', async (_name, files, found) => {
    const checkout = checkoutWith(files)
    for (const words of [
      ['init', '--from', '.', '--out', 'work'],
      ['init', '--from', '.', '--out', 'work', '--take-over'],
      ['vault-secrets', '--into', '.'],
    ]) {
      const { exitCode, stderr } = await run(checkout, ...words)
      expect(stderr).toContain(`. has several inventories: ${found.join(', ')}.`)
      expect(exitCode).toBe(2)
    }
  })

  it.each([
    ['an example', { 'inventory/hosts.example': ini }],
    ['variables', { 'inventory/vault.yml': 'secret: 1\n', 'inventory/notes.ini': '[mail]\na=b\n' }],
    ['a backup', { 'inventory/hosts~': ini, 'inventory/.hosts.yml': yaml }],
    ['variables of groups', { 'inventory/group_vars/hosts': 'a: 1\n' }],
  ])('%s beside inventory/hosts is no second one', async (_name, files) => {
    const checkout = checkoutWith({ 'inventory/hosts': ini, ...files })
    expect(await run(checkout, 'generate', '--into', '.')).toMatchObject({ exitCode: 0 })
  })

  it('the only one is taken, wherever it is', async () => {
    const checkout = checkoutWith({ 'inventories/live/hosts': ini })
    expect(await run(checkout, 'generate', '--into', '.')).toMatchObject({ exitCode: 0 })
    expect(readTree(checkout)).toHaveProperty([`inventories/live/host_vars/${host}/vars.yml`])
  })
})

describe('generate --into --inventory', () => {
  const choices: [string, Record<string, string>, string, string][] = [
    ...layouts.map(([name, files, found]): [string, Record<string, string>, string, string] => {
      const path = found.filter((each) => !each.includes('openstack')).at(-1) ?? ''
      return [name, files, path, path]
    }),
    ['a directory', { 'inventories/a/hosts': ini, 'inventories/b/hosts': ini }, 'inventories/b', 'inventories/b/hosts'],
  ]

  it.each(choices)('%s: files and recipes are for that one', async (_name, files, named, path) => {
    const checkout = checkoutWith(files)
    const { exitCode, stderr } = await run(checkout, 'generate', '--into', '.', '--inventory', named)
    expect(stderr).toContain(`Next: cd ${join(path, '..')} && just register-user john`)
    expect(exitCode).toBe(0)
    const tree = readTree(checkout)
    expect(tree).toHaveProperty([join(path, '..', 'host_vars', host, 'registrar.yml')])
    const [, name = ''] = /ansible-playbook -i (\S+) /.exec(String(tree[join(path, '..', 'justfile')])) ?? []
    expect(name).toBe(path.split('/').at(-1))
  })

  it('is what is compared: only there the host file contradicts', async () => {
    const checkout = checkoutWith({
      'inventories/a/hosts': ini,
      [`inventories/a/host_vars/${host}/zzz.yml`]: 'matrix_domain: other.example\n',
      'inventories/b/hosts': ini,
    })
    expect(await run(checkout, 'generate', '--into', '.', '--inventory', 'inventories/b')).toMatchObject({
      exitCode: 0,
    })
    const { exitCode, stderr } = await run(checkout, 'generate', '--into', '.', '--inventory', 'inventories/a')
    expect(stderr).toContain('your inventory sets matrix_domain to "other.example"')
    expect(exitCode).toBe(2)
  })

  it('has the host, or says that it has not', async () => {
    const other = '[matrix_servers]\nchat.example.org\n'
    const checkout = checkoutWith({ 'inventory/hosts': ini, 'inventory/hosts-production': other })
    const { exitCode, stderr } = await run(
      checkout,
      'generate',
      '--into',
      '.',
      '--inventory',
      'inventory/hosts-production',
    )
    expect(stderr).toContain('hosts-production has no such host')
    expect(exitCode).toBe(2)
  })

  it('can be a file of a repository of its own', async () => {
    const checkout = checkoutWith({})
    const own = makeDirectory({ 'hosts live': ini })
    expect(await run(checkout, 'generate', '--into', '.', '--inventory', join(own, 'hosts live'))).toMatchObject({
      exitCode: 0,
    })
    const tree = readTree(own)
    expect(tree).toHaveProperty([`host_vars/${host}/vars.yml`])
    expect(tree['justfile']).toContain("ansible-playbook -i 'hosts live' matrix-registrar/setup.yml")
  })

  it.each([
    ['no such file', ['--into', '.', '--inventory', 'nothere'], 'There is no file nothere.'],
    ['a directory without one', ['--into', '.', '--inventory', 'empty'], 'There is no inventory in empty'],
    ['without --into', ['--inventory', 'inventory/hosts'], '--inventory chooses the inventory of a checkout'],
    ['one of ours', ['--into', '.', '--inventory', 'ours'], 'ours was rendered by registrar, from a host file.'],
  ])('%s is refused', async (_name, words, says) => {
    const checkout = checkoutWith({
      'inventory/hosts': ini,
      'empty/README': '',
      ours: '# Rendered by matrix-registrar 1\n',
    })
    const before = readTree(checkout)
    const { exitCode, stderr } = await run(checkout, 'generate', ...words)
    expect(stderr).toContain(says)
    expect([exitCode, readTree(checkout)]).toEqual([2, before])
  })
})

describe('init --from --inventory', () => {
  it('names the inventory in the next step, which works', async () => {
    const checkout = checkoutWith({ 'inventories/a/hosts': ini, 'inventories/b/hosts.yml': yaml })
    const { exitCode, stderr } = await run(
      checkout,
      'init',
      '--from',
      '.',
      '--inventory',
      'inventories/b',
      '--out',
      'work',
    )
    expect(exitCode).toBe(0)
    const [, words = ''] = /registrar (generate --into .*?) {2}then/.exec(stderr) ?? []
    expect(words).toBe('generate --into .. --inventory ../inventories/b')
    expect(await run(join(checkout, 'work'), ...words.split(' '))).toMatchObject({ exitCode: 0 })
    expect(readTree(checkout)).toHaveProperty([`inventories/b/host_vars/${host}/registrar.yml`])
  })
})

describe('vault-secrets --into --inventory', () => {
  it('writes beside that inventory', async () => {
    const checkout = checkoutWith({ 'inventories/a/hosts': ini, 'inventories/b/hosts': ini })
    const { exitCode, stderr } = await run(checkout, 'vault-secrets', '--into', '.', '--inventory', 'inventories/b')
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('refers to no secret')])
  })
})
