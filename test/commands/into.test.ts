import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { checkoutWith, goEachWay } from '../support/taken.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const hosts = `[matrix_servers]\n${host} ansible_user=root\n`
const own = `host_vars/${host}`
const domain = 'matrix_domain: example.com\n'

function hostFile(connection: string, name = host): string {
  const file = `version: 1\ndomain: example.com\nhost: ${name}\nhomeserver: synapse\nconnection: ${connection}\n`
  return join(makeDirectory({ 'registrar.yml': file }), 'registrar.yml')
}

async function into(checkout: string, file = hostFile('{ kind: ssh, user: root }')) {
  return registrar(['generate', '--into', checkout, file], { cwd: checkout, env: withoutAnsible })
}

describe('a file of the inventory that is a link', () => {
  it.each(['vars.yml', 'matrix_registrar.yml', 'registrar.yml'])(
    '%s, out of the inventory, is refused by its name',
    async (name) => {
      const checkout = checkoutWith({ hosts, [`${own}/own.yml`]: domain })
      const away = join(makeDirectory({ 'vars.yml': domain }), 'vars.yml')
      if (name === 'matrix_registrar.yml') writeFileSync(join(checkout, 'inventory', own, 'vars.yml'), domain)
      symlinkSync(away, join(checkout, 'inventory', own, name))
      const before = readTree(checkout)
      const { exitCode, stderr } = await into(checkout)
      expect(exitCode).toBe(2)
      expect(stderr).toContain(`${join(own, name)} is a symbolic link that leads outside of`)
      expect(stderr).toContain('Put the file itself in place of the link')
      expect(readTree(checkout)).toEqual(before)
    },
  )

  it('within the inventory, it is an ordinary file', async () => {
    const checkout = checkoutWith({ hosts, 'shared.txt': domain, [`${own}/own.yml`]: '' })
    symlinkSync('../../shared.txt', join(checkout, 'inventory', own, 'vars.yml'))
    expect(await into(checkout)).toMatchObject({ exitCode: 0 })
  })

  it('to nothing, it is reported by its name', async () => {
    const checkout = checkoutWith({ hosts, [`${own}/own.yml`]: domain })
    symlinkSync('/mnt/usb/vars.yml', join(checkout, 'inventory', own, 'vars.yml'))
    const { exitCode, stderr } = await into(checkout)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`${own}/vars.yml cannot be read`)])
  })
})

/** As somebody else than root, whom nothing keeps from reading. */
async function asNobody<Result>(directories: string[], work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work()
  for (const directory of directories) chmodSync(directory, 0o777)
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('what cannot be read is reported by its name', () => {
  const names = ['hosts', `${own}/vars.yml`, 'group_vars/matrix_servers.yml']
  const inventory = { hosts, [`${own}/vars.yml`]: domain, 'group_vars/matrix_servers.yml': 'a: 1\n' }
  const commands: [string, (checkout: string, out: string, file: string) => string[]][] = [
    ['generate --into', (checkout, _out, file) => ['generate', '--into', checkout, file]],
    ['init --from', (checkout, out) => ['init', '--from', checkout, '--out', out]],
    ['init --take-over', (checkout, out) => ['init', '--from', checkout, '--out', out, '--take-over']],
  ]
  const cases = commands.flatMap(([command, words]) => names.map((name) => ({ command, words, name })))

  it.each(cases)('$command: $name of mode 000', async ({ words, name }) => {
    const checkout = checkoutWith(inventory)
    const [out, file] = [makeDirectory(), hostFile('{ kind: ssh, user: root }')]
    await registrar(words(checkoutWith(inventory), makeDirectory(), file), { cwd: checkout, env: withoutAnsible }) // loads the program as this user
    chmodSync(join(checkout, 'inventory', name), 0o000)
    const all = [checkout, out, join(file, '..'), join(checkout, 'inventory')]
    const { exitCode, stderr } = await asNobody(all, () =>
      registrar(words(checkout, out, file), { cwd: checkout, env: withoutAnsible }),
    )
    expect(stderr).toContain(`${name} cannot be read: permission denied.`)
    expect([exitCode, readTree(out)]).toEqual([2, {}])
  })

  it.each(cases.filter(({ name }) => name !== 'group_vars/matrix_servers.yml'))(
    '$command: a directory in place of $name',
    async ({ words, name }) => {
      const checkout = checkoutWith(inventory)
      const [out, file] = [makeDirectory(), hostFile('{ kind: ssh, user: root }')]
      const path = join(checkout, 'inventory', name)
      rmSync(path)
      mkdirSync(path)
      const { exitCode, stderr } = await registrar(words(checkout, out, file), { cwd: checkout, env: withoutAnsible })
      expect(stderr).not.toMatch(/bug|at .*\.ts:/)
      expect(stderr).toMatch(name === 'hosts' ? /inventory/ : /vars\.yml|--domain/)
      expect([exitCode, readTree(out)]).toEqual([2, {}])
    },
  )
})

describe('an inventory of another name', () => {
  it.each(['hosts-production', 'production.ini', 'servers.yaml'])('%s says the same after every way', async (name) => {
    const text = name.endsWith('.yaml') ? `all: { children: { matrix_servers: { hosts: { ${host}: } } } }\n` : hosts
    const checkout = checkoutWith({ [name]: text, [`${own}/vars.yml`]: domain })
    const { takenOver, into: written, printed } = await goEachWay(checkout)
    expect(printed).not.toContain('Nothing was written')
    const expected = { matrix_domain: 'example.com', matrix_homeserver_implementation: 'synapse' }
    expect(takenOver?.[host]).toMatchObject(expected)
    expect(written?.[host]).toMatchObject(expected)
  })
})

describe('an inventory that disagrees', () => {
  it('has no such host: its hosts are named', async () => {
    const checkout = checkoutWith({ hosts, [`${own}/vars.yml`]: domain })
    const { exitCode, stderr } = await into(checkout, hostFile('{ kind: ssh }', 'chat.example.com'))
    expect(exitCode).toBe(2)
    expect(stderr).toContain('chat.example.com: ')
    expect(stderr).toContain(
      `has no such host; Ansible would do nothing there. Correct host in the host file, or add the host to hosts. Its hosts: ${host}.`,
    )
  })

  it.each([
    ['ansible_port=2222', '{ kind: ssh, user: root }', 'ansible_port=2222, the host file connection.port: 22'],
    ['ansible_ssh_port=2222', '{ kind: ssh, user: root, port: 22 }', 'connection.port: 22'],
    ['ansible_user=deploy', '{ kind: ssh, user: root }', 'ansible_user=deploy, the host file connection.user: root'],
    [
      'ansible_host=203.0.113.5',
      '{ kind: ssh, user: root }',
      `ansible_host=203.0.113.5, the host file connection.address: ${host}`,
    ],
  ])('%s: both are named, and what to do', async (words, connection, says) => {
    const checkout = checkoutWith({ hosts: `[matrix_servers]\n${host} ${words}\n`, [`${own}/vars.yml`]: domain })
    const { exitCode, stderr } = await into(checkout, hostFile(connection))
    expect(exitCode).toBe(0)
    expect(stderr).toContain(says)
    expect(stderr).toContain('Recipes use the first, registrar itself the second: make them agree.')
  })

  it.each(['ansible_port=22', 'ansible_user=root', `ansible_host=${host}`, 'ansible_port="{{ my_own }}"'])(
    '%s agrees, or is unknown',
    async (words) => {
      const checkout = checkoutWith({ hosts: `[matrix_servers]\n${host} ${words}\n`, [`${own}/vars.yml`]: domain })
      expect((await into(checkout)).stderr).not.toContain('make them agree')
    },
  )
})

describe('what registrar rendered itself', () => {
  it('is never taken over as the operator’s', async () => {
    const checkout = checkoutWith({ hosts, [`${own}/vars.yml`]: `${domain}matrix_synapse_presence_enabled: false\n` })
    expect(await into(checkout)).toMatchObject({ exitCode: 0 })
    const out = join(makeDirectory(), 'work')
    const { exitCode, stderr } = await registrar(['init', '--from', checkout, '--take-over', '--out', out], {
      cwd: checkout,
      env: withoutAnsible,
    })
    expect(exitCode).toBe(0)
    for (const name of ['registrar.yml', 'matrix_registrar.yml'])
      expect(stderr).toContain(`${own}/${name} was rendered by registrar from a host file, and was left out.`)
    expect(Object.keys(readTree(out)).sort()).toEqual([
      '.gitignore',
      `inventory/${own}/kept.yml`,
      'inventory/hosts',
      'registrar.yml',
    ])
    expect(JSON.stringify(readTree(out))).not.toMatch(/matrix_users_|Rendered by/)
  })

  it('as the inventory is refused, and the host file named', async () => {
    const file = hostFile('{ kind: ssh, user: root }')
    const work = join(file, '..')
    expect(await registrar(['generate', file], { cwd: work })).toMatchObject({ exitCode: 0 })
    const { exitCode, stderr } = await registrar(['init', '--from', work, '--out', makeDirectory()], { cwd: work })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('inventory/hosts was rendered by registrar, from a host file.')
    expect(stderr).toContain('Use that host file; its first lines name it.')
  })
})
