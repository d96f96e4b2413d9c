import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CliRun } from '../support/cli.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** What a host file says, once it was found to be valid. */
async function hostFile(cwd: string, path = 'registrar.yml'): Promise<unknown> {
  expect(await registrar(['validate', path], { cwd })).toMatchObject({ exitCode: 0, stdout: '' })
  return parse(readFileSync(join(cwd, path), 'utf8'))
}

/** A directory beside a checkout of the playbook, in which `init --from` was run. */
async function initFrom(
  inventory: Record<string, string>,
  words: string[] = [],
): Promise<CliRun & { cwd: string; work: string }> {
  const cwd = makeDirectory({
    'mdad/setup.yml': '',
    'work/.keep': '',
    ...Object.fromEntries(Object.entries(inventory).map(([path, text]) => [`mdad/inventory/${path}`, text])),
  })
  const work = join(cwd, 'work')
  return { ...(await registrar(['init', '--from', '../mdad', ...words], { cwd: work })), cwd, work }
}

/** The line of the host in the inventory that is generated. */
async function inventoryLines(work: string): Promise<string> {
  expect((await registrar(['generate'], { cwd: work })).exitCode).toBe(0)
  return readFileSync(join(work, 'inventory/hosts'), 'utf8')
}

const checkout = '../mdad'

describe('registrar init', () => {
  it('needs nothing but the domain for a host of the playbook', async () => {
    const cwd = makeDirectory()
    const { exitCode, stderr } = await registrar(['init', '--domain', 'example.com'], { cwd })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('registrar register-user john')
    expect(await hostFile(cwd)).toEqual({
      version: 1,
      domain: 'example.com',
      host: 'matrix.example.com',
      homeserver: 'synapse',
      connection: { kind: 'ssh', user: 'root' },
    })
    const [schema, ...lines] = readFileSync(join(cwd, 'registrar.yml'), 'utf8').split('\n')
    expect(schema).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/unpkg\.com\/matrix-registrar@\d+\/schemas\/host\.schema\.json$/,
    )
    expect(lines.join('\n')).not.toMatch(/[:=] ?\//) // no path of this machine
    expect(await inventoryLines(cwd)).toContain(
      'matrix.example.com ansible_user=root ansible_python_interpreter=/usr/bin/python3 ansible_become=false',
    )
  })

  it('takes every answer as an option', async () => {
    const cwd = makeDirectory()
    await registrar(
      [
        'init',
        '--domain',
        'example.com:8448',
        '--host',
        'chat.example.com',
        '--homeserver',
        'dendrite',
        '--address',
        '203.0.113.5',
        '--user',
        'deploy',
        '--out',
        'there',
      ],
      { cwd },
    )
    expect(await hostFile(cwd, 'there/registrar.yml')).toMatchObject({
      domain: 'example.com:8448',
      host: 'chat.example.com',
      homeserver: 'dendrite',
      connection: { kind: 'ssh', address: '203.0.113.5', user: 'deploy' },
    })
  })

  it('asks nothing when there is a host file already', async () => {
    const cwd = makeDirectory({ 'registrar.yml': 'mine' })
    expect(await registrar(['init'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('registrar.yml already exists; nothing was written.') as string,
    })
  })

  it('never writes over a file', async () => {
    const cwd = makeDirectory({ 'registrar.yml': 'mine' })
    expect(await registrar(['init', '--domain', 'example.com'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('registrar.yml already exists; nothing was written.') as string,
    })
    expect(readTree(cwd)).toEqual({ 'registrar.yml': 'mine' })
  })

  it.each([
    ['no domain and no terminal', [], 'Add --domain example.com'],
    ['what cannot be a domain', ['--domain', 'exa mple.com'], 'domain is "exa mple.com"'],
    [
      'another homeserver',
      ['--domain', 'example.com', '--homeserver', 'conduit'],
      '--homeserver is "conduit".\n  It is one of: synapse, dendrite',
    ],
    ['a directory that is no checkout', ['--from', '.'], 'There is no inventory/hosts in .'],
  ])('refuses %s, and writes nothing', async (_what, words, says) => {
    const cwd = makeDirectory()
    expect(await registrar(['init', ...words], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(says) as string,
    })
    expect(readTree(cwd)).toEqual({})
  })
})

describe('registrar init --from a checkout of the playbook', () => {
  it('takes over one host: how it is reached, and what its vars.yml says', async () => {
    const { work, exitCode } = await initFrom({
      hosts:
        '# mine\n[matrix_servers]\nmatrix.example.com ansible_host=203.0.113.5 ansible_port=2222 ansible_ssh_user=deploy ansible_become=true ansible_become_user=root ansible_python_interpreter=/opt/python/bin/python3 # a comment\n\n[other]\nelsewhere ansible_host=1.2.3.4\n',
      'host_vars/matrix.example.com/vars.yml':
        'matrix_domain: example.com\nmatrix_homeserver_implementation: dendrite\nmatrix_server_fqn_element: chat.example.com\n',
    })
    expect(exitCode).toBe(0)
    expect(await hostFile(work)).toEqual({
      version: 1,
      domain: 'example.com',
      host: 'matrix.example.com',
      homeserver: 'dendrite',
      deployment: { kind: 'playbook', checkout },
      connection: {
        kind: 'ssh',
        address: '203.0.113.5',
        port: 2222,
        user: 'deploy',
        interpreter: '/opt/python/bin/python3',
      },
      web: { element: 'https://chat.example.com' },
    })
    expect(await inventoryLines(work)).toContain(
      'matrix.example.com ansible_host=203.0.113.5 ansible_port=2222 ansible_user=deploy ansible_python_interpreter=/opt/python/bin/python3 ansible_become=true',
    )
  })

  it('writes a file each for five hosts, and one for the host that is named', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `matrix.${name}.example`)
    const inventory = {
      hosts: `[matrix_servers]\n${names.join('\n')}\n\n[matrix_servers:vars]\nansible_user = root\n`,
      ...Object.fromEntries(
        names.map((name) => [`host_vars/${name}/vars.yml`, `matrix_domain: ${name.replace('matrix.', '')}\n`]),
      ),
    }
    const { work } = await initFrom(inventory)
    for (const name of names)
      expect(await hostFile(work, `hosts/${name}.yml`)).toMatchObject({
        host: name,
        domain: name.replace('matrix.', ''),
        deployment: { checkout: '../../mdad' },
        connection: { kind: 'ssh', user: 'root' },
      })
    expect((await inventoryLines(work)).match(/ansible_user=root/g)).toHaveLength(5)
    const one = await initFrom(inventory, ['--host', 'matrix.b.example'])
    expect(await hostFile(one.work)).toMatchObject({ host: 'matrix.b.example' })
    expect((await initFrom(inventory, ['--host', 'nowhere'])).stderr).toContain(
      'Its hosts: matrix.a.example, matrix.b.example',
    )
  })

  it('leaves what is encrypted alone, and copies no password', async () => {
    const { work, stderr } = await initFrom(
      {
        hosts:
          '[matrix_servers]\nmatrix.example.com ansible_user=deploy ansible_become_password="typed in the clear"\n',
        'host_vars/matrix.example.com/vars.yml':
          'matrix_domain: example.com\nmatrix_server_fqn_element: "{{ matrix_domain }}"\nmatrix_homeserver_generic_secret_key: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\nansible_become_pass: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\n',
        'host_vars/matrix.example.com/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
      },
      ['--homeserver', 'synapse'],
    )
    expect(await hostFile(work)).toMatchObject({ domain: 'example.com', connection: { kind: 'ssh', user: 'deploy' } })
    expect(readFileSync(join(work, 'registrar.yml'), 'utf8')).not.toMatch(/clear|VAULT/)
    const goes =
      'the generated inventory does not have it; for registrar itself, give connection.become.password a reference, such as { env: SUDO_PASSWORD }.'
    expect(stderr.split('\n').filter((line) => line.startsWith('note: '))).toEqual([
      'note: Ansible is not installed here, so registrar read inventory/hosts itself; it does not know host ranges, inventory plugins and scripts.',
      'note: inventory/host_vars/matrix.example.com/vault.yml is encrypted, and was left alone.',
      'note: inventory/host_vars/matrix.example.com/vars.yml:2: matrix_server_fqn_element is encrypted or evaluated by Ansible, so it is not in the host file. If Element is off or at another address, set web.element.',
      `note: inventory/hosts:2: ansible_become_password is not in the host file: ${goes}`,
      `note: inventory/host_vars/matrix.example.com/vars.yml:6: ansible_become_pass is not in the host file: ${goes}`,
    ])
  })

  it('reads host_vars/x.yml instead of a directory, and a connection that is local', async () => {
    const { work } = await initFrom({
      hosts: '[matrix_servers]\nmatrix.example.com ansible_connection=local\n',
      'host_vars/matrix.example.com.yml':
        'matrix_domain: example.com\nmatrix_client_element_enabled: no\nansible_become_user: matrix\n',
    })
    expect(await hostFile(work)).toMatchObject({
      connection: { kind: 'local', become: { user: 'matrix' } },
      web: { element: false },
    })
    expect(await inventoryLines(work)).toContain('matrix.example.com ansible_connection=local')
  })

  const off = 'matrix_client_element_enabled: false\n'

  it.each([
    [
      'Element at its own name',
      'matrix_client_element_hostname: chat.example.com\n',
      { element: 'https://chat.example.com' },
    ],
    [
      'Element under a path',
      'matrix_client_element_path_prefix: /app\n',
      { element: 'https://element.example.com/app' },
    ],
    ['Element, whatever else is on', 'matrix_client_cinny_enabled: true\n', undefined],
    ['Cinny', `${off}matrix_client_cinny_enabled: true\n`, { element: false, client: 'https://cinny.example.com' }],
    [
      'Cinny in a newer release',
      `${off}cinny_enabled: yes\ncinny_hostname: chat.example.com\n`,
      { element: false, client: 'https://chat.example.com' },
    ],
    [
      'Hydrogen',
      `${off}hydrogen_enabled: true\nmatrix_server_fqn_hydrogen: h.example.com\nhydrogen_path_prefix: /app\n`,
      { element: false, client: 'https://h.example.com/app' },
    ],
    [
      'SchildiChat',
      `${off}matrix_client_schildichat_enabled: true\nmatrix_client_cinny_enabled: false\n`,
      { element: false, client: 'https://schildichat.example.com' },
    ],
    ['no client', off, { element: false }],
    [
      'a client at a name that only Ansible can tell',
      `${off}cinny_enabled: true\ncinny_hostname: "{{ x }}"\n`,
      { element: false },
    ],
  ])('says where people log in: %s', async (_what, theirs, web) => {
    const hosts = '[matrix_servers]\nmatrix.example.com\n'
    const inventory = { hosts, 'host_vars/matrix.example.com/vars.yml': `matrix_domain: example.com\n${theirs}` }
    const plain = await initFrom(inventory)
    expect(((await hostFile(plain.work)) as { web?: object }).web).toEqual(web)
    const { work, exitCode } = await initFrom(inventory, ['--take-over'])
    expect(exitCode).toBe(0)
    expect(((await hostFile(work)) as { web?: object }).web).toEqual(web)
    expect((await registrar(['generate'], { cwd: work })).exitCode).toBe(0)
    expect(JSON.stringify(readTree(work))).not.toContain('matrix_synapse_email_client_base_url')
  })

  it('reads an inventory in YAML, group variables with it', async () => {
    const { work } = await initFrom({
      hosts:
        'all:\n  vars: { ansible_user: root }\n  hosts: { elsewhere: }\n  children:\n    matrix_servers:\n      vars: { ansible_port: 2200 }\n      hosts:\n        matrix.example.com:\n          ansible_host: 203.0.113.5\n          ansible_port: 2022\n',
      'group_vars/matrix_servers.yml': 'matrix_domain: example.com\n',
    })
    expect(await hostFile(work)).toMatchObject({
      domain: 'example.com',
      connection: { kind: 'ssh', address: '203.0.113.5', port: 2022, user: 'root' },
    })
  })

  it('says who owns the accounts, and as which client that is reached', async () => {
    const { work } = await initFrom({
      hosts: '[matrix_servers]\nmatrix.example.com\n',
      'host_vars/matrix.example.com/vars.yml':
        'matrix_domain: example.com\nmatrix_authentication_service_enabled: true\n',
    })
    expect(await hostFile(work)).toMatchObject({
      authority: 'mas',
      access: {
        client: {
          id: expect.stringMatching(/^01[0-9A-HJKMNP-TV-Z]{24}$/) as string,
          secret: { env: 'MAS_CLIENT_SECRET' },
        },
      },
    })
  })

  it('takes the variables too, and with them everything else that Ansible reads there', async () => {
    const inventory = {
      hosts:
        '[matrix_servers]\nmatrix.example.com ansible_host=203.0.113.5 matrix_synapse_log_level=INFO\n[other]\nelsewhere\n',
      'host_vars/elsewhere.yml': 'a: 1\n',
      'host_vars/matrix.example.com/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
      'host_vars/matrix.example.com/z.yml':
        'matrix_domain: example.com\nmatrix_synapse_enable_registration: true\nmatrix_synapse_registration_requires_token: true\nmatrix_admin: "@me:{{ matrix_domain }}" # me\n',
      'group_vars/matrix_servers.yml': '# ours\nmatrix_ketesa_enabled: true\n',
      'group_vars/others.yml': 'a: 1\n',
    }
    const { work, stderr } = await initFrom(inventory, ['--take-over', '--homeserver', 'synapse'])
    expect(await hostFile(work)).toMatchObject({
      host: 'matrix.example.com',
      deployment: { kind: 'playbook', checkout },
      connection: { kind: 'ssh', address: '203.0.113.5' },
      registration: { mode: 'token' },
    })
    const { 'registrar.yml': _hostFile, ...rest } = readTree(work)
    expect(rest).toEqual({
      '.gitignore': expect.stringContaining('/inventory/host_vars/matrix.example.com/kept_z.yml\n'),
      '.keep': '',
      'inventory/hosts': inventory.hosts,
      'inventory/host_vars/elsewhere.yml': 'a: 1\n',
      'inventory/host_vars/matrix.example.com/kept_vault.yml': inventory['host_vars/matrix.example.com/vault.yml'],
      'inventory/host_vars/matrix.example.com/kept_z.yml': 'matrix_admin: "@me:{{ matrix_domain }}" # me\n',
      'inventory/group_vars/matrix_servers.yml': inventory['group_vars/matrix_servers.yml'],
    })
    expect(rest['.gitignore']).not.toContain('vault')
    expect(stderr).toContain(
      'No host file was made for elsewhere: they stay in the inventory, and the playbook still sets them up',
    )
    expect((await registrar(['generate'], { cwd: work })).exitCode).toBe(0)
    expect(readTree(work)).toMatchObject({
      'inventory/hosts': inventory.hosts,
      'inventory/host_vars/matrix.example.com/vars.yml': expect.stringContaining('matrix_domain: example.com'),
    })
    expect(
      (await registrar(['init', '--take-over', '--domain', 'example.com'], { cwd: makeDirectory() })).stderr,
    ).toContain('--take-over only works with --from.')
  })

  it('passes over a homeserver without accounts to manage, and says so', async () => {
    const { work, exitCode, stderr } = await initFrom({
      hosts: '[matrix_servers]\nmatrix.a.example\nmatrix.b.example\n',
      'host_vars/matrix.a.example/vars.yml':
        'matrix_homeserver_implementation: conduit\nmatrix_authentication_service_enabled: true\n',
      'host_vars/matrix.b.example/vars.yml': 'matrix_domain: b.example\n',
    })
    expect(exitCode).toBe(0)
    expect(stderr).toContain(
      'matrix.a.example runs conduit: only Synapse and Dendrite have accounts that can be managed.',
    )
    expect(await hostFile(work)).toMatchObject({ host: 'matrix.b.example' })
  })

  it('says where an inventory is not YAML', async () => {
    const { exitCode, stderr } = await initFrom({
      hosts: '[matrix_servers]\nmatrix.example.com\n',
      'host_vars/matrix.example.com/vars.yml': 'a: 1\nb: [\n',
    })
    expect(stderr).toMatch(/inventory\/host_vars\/matrix\.example\.com\/vars\.yml:\d: this is not YAML/)
    expect(exitCode).toBe(2)
  })
})
