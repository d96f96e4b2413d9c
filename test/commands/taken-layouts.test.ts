import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { checkoutWith, goEachWay } from '../support/taken.ts'

jest.setTimeout(300_000)
afterAll(removeDirectories)

const host = 'matrix.example.com'
const hosts = `[matrix_servers]\n${host} ansible_user=root\n`
const own = `host_vars/${host}`
const domain = 'matrix_domain: example.com\n'
const dendrite = ['--domain', 'example.org', '--homeserver', 'dendrite', '--authority', 'homeserver']

type Case = [what: string, inventory: Record<string, string>, words?: string[]]

/** Which of several files wins. */
const orders: Case[] = [
  [
    'common.yml before vars.yml',
    {
      hosts,
      [`${own}/common.yml`]: 'matrix_synapse_log_level: WARNING\nmatrix_client_element_enabled: true\n',
      [`${own}/vars.yml`]: `${domain}matrix_synapse_log_level: DEBUG\nmatrix_client_element_enabled: false\n`,
    },
  ],
  [
    'numbers before names',
    {
      hosts,
      [`${own}/10_a.yml`]: `${domain}matrix_synapse_log_level: INFO\n`,
      [`${own}/9_b.yml`]: 'matrix_synapse_log_level: DEBUG\n',
    },
  ],
  [
    'capital letters before small ones',
    {
      hosts,
      [`${own}/vars.yml`]: `${domain}matrix_base_data_path: /srv/a\n`,
      [`${own}/Zeta.yml`]: 'matrix_base_data_path: /srv/z\nmatrix_ketesa_enabled: true\n',
    },
  ],
  [
    'a file behind where ours will be',
    {
      hosts,
      [`${own}/vars.yml`]: `${domain}matrix_synapse_presence_enabled: false\n`,
      [`${own}/zz.yml`]: 'matrix_synapse_presence_enabled: true\n',
    },
  ],
]

/** Where variables can be. */
const layouts: Case[] = [
  [
    'all kinds of files and groups',
    {
      hosts: `[matrix_servers]\n${host} ansible_host=203.0.113.5 ansible_ssh_user=deploy\n\n[production:children]\nmatrix_servers\n\n[production:vars]\nmatrix_base_data_path=/srv/matrix\n\n[all:vars]\nmatrix_synapse_max_upload_size_mb=300\n`,
      'group_vars/all/vars.yml': 'matrix_playbook_ssl_enabled: true\n',
      'group_vars/matrix_servers/vars.yml': 'matrix_synapse_report_stats: true\n',
      'group_vars/production/vars.yml': 'matrix_client_element_enabled: false\n',
      [`${own}.yml`]: 'matrix_synapse_presence_enabled: false\n',
      [`${own}/more.json`]: '{"matrix_synapse_root_log_level": "DEBUG"}',
      [`${own}/secrets/deep.yml`]: 'matrix_synapse_log_level: DEBUG\n',
      [`${own}/vars.yml`]: `${domain}matrix_homeserver_generic_secret_key: x\n`,
    },
  ],
  [
    'files without an ending',
    {
      hosts,
      [`${own}/settings`]: `${domain}matrix_ketesa_enabled: true\n`,
      'group_vars/all': 'matrix_synapse_log_level: INFO\n',
    },
  ],
  [
    'a group in a group, each with its own',
    {
      'hosts.yml': `all:\n  children:\n    outer:\n      vars: { matrix_base_data_path: /srv/outer }\n      children:\n        matrix_servers:\n          vars: { matrix_base_data_path: /srv/inner, a: 1 }\n          hosts: { ${host}: { a: 2 } }\n`,
      'group_vars/outer.yml': 'matrix_synapse_log_level: DEBUG\na: 3\n',
      [`${own}/vars.yaml`]: domain,
    },
  ],
  [
    'what Ansible passes over stays passed over',
    {
      hosts,
      [`${own}/vars.yml`]: domain,
      [`${own}/vars.yml.bak`]: 'matrix_ketesa_enabled: true\n',
      [`${own}/.old.yml`]: 'matrix_ketesa_enabled: true\n',
      'group_vars/nobody.yml': 'matrix_ketesa_enabled: true\n',
    },
  ],
  ['main.yml alone', { hosts, [`${own}/main.yml`]: `${domain}matrix_synapse_presence_enabled: false\n` }],
]

/** What only Ansible can read stays, and is never guessed. */
const templated: Case[] = [
  [
    'all that says who the server is',
    {
      hosts,
      [`${own}/vars.yml`]:
        'd: example.org\ni: dendrite\nmatrix_domain: "{{ d }}"\nmatrix_homeserver_implementation: "{{ i }}"\nmatrix_client_element_enabled: "{{ false }}"\nmatrix_authentication_service_enabled: "{{ false }}"\n',
    },
    dendrite,
  ],
  [
    'the same in main.yml',
    {
      hosts,
      [`${own}/main.yml`]:
        'd: example.org\nmatrix_domain: "{{ d }}"\nmatrix_homeserver_implementation: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\n',
    },
    dendrite,
  ],
  [
    'the same in a group',
    {
      hosts,
      'group_vars/matrix_servers.yml':
        'matrix_domain: "{{ now(fmt=\'%Y\') }}.example.org"\nmatrix_homeserver_implementation: "{{ i }}"\nmatrix_client_element_enabled: false\n',
    },
    dendrite,
  ],
]

/** What groups and the inventory itself say is not overridden. */
const groups: Case[] = [
  [
    'the domain in a group',
    { hosts, 'group_vars/matrix_servers.yml': `${domain}matrix_client_element_enabled: false\n` },
  ],
  [
    'the domain in the inventory',
    {
      hosts: `${hosts}[matrix_servers:vars]\nmatrix_domain=example.com\nmatrix_client_element_enabled=no\nmatrix_authentication_service_enabled=no\n`,
    },
  ],
  ['the domain for all', { hosts, 'group_vars/all/main.yml': `${domain}matrix_homeserver_implementation: dendrite\n` }],
]

describe.each([...orders, ...layouts, ...templated, ...groups])('%s', (_what, inventory, words = []) => {
  it('says the same after every way', async () => {
    const { before, takenOver, into, cleaned } = await goEachWay(checkoutWith(inventory), words)
    const added = (host: string) => ({
      ...(before[host]?.['matrix_homeserver_implementation'] ? {} : { matrix_homeserver_implementation: 'synapse' }),
    })
    const expected = Object.fromEntries(
      Object.entries(before).map(([name, variables]) => [name, { ...variables, ...added(name) }]),
    )
    expect(takenOver).toEqual(expected)
    expect(into).toEqual(expected)
    expect(cleaned).toEqual(before)
  })
})

describe('what cannot go along is refused, or named', () => {
  it.each([
    ['inventory_dir', '"{{ inventory_dir }}/files/key"'],
    ['inventory_dir', "\"{{ lookup('file', inventory_dir ~ '/key') }}\""],
    ['inventory_file', '"{{ inventory_file | dirname }}/key"'],
  ])('a template with %s: %s', async (name, value) => {
    const checkout = checkoutWith({ hosts, [`${own}/vars.yml`]: `${domain}my_key: ${value}\n` })
    const { takenOver, into, before, printed } = await goEachWay(checkout)
    expect(takenOver).toBeUndefined()
    expect(printed).toContain(`vars.yml:2 uses ${name}`)
    expect(into?.[host]).toMatchObject(before[host] ?? {})
  })

  it.each(['secrets.yml', 'secrets.yaml', 'deep/secrets'])('a link out of the inventory, %s', async (name) => {
    const checkout = checkoutWith({ hosts, [`${own}/a.yml`]: domain, [`${own}/deep/b.yml`]: 'b: 1\n' })
    const away = join(makeDirectory({ 'secrets.yml': 'a: 1\n' }), 'secrets.yml')
    symlinkSync(away, join(checkout, 'inventory', own, name))
    const { takenOver, into, before, printed } = await goEachWay(checkout)
    expect(takenOver).toBeUndefined()
    expect(printed).toContain(`${name} is a link to `)
    expect(into?.[host]).toMatchObject(before[host] ?? {})
  })

  it.each(['secrets.yml', 'secrets', 'z.json'])('a link to nothing, %s, is passed over', async (name) => {
    const checkout = checkoutWith({ hosts, [`${own}/vars.yml`]: domain })
    symlinkSync('/mnt/usb/secrets.yml', join(checkout, 'inventory', own, name))
    const { takenOver, before, printed } = await goEachWay(checkout)
    expect(takenOver?.[host]).toMatchObject(before[host] ?? {})
    expect(printed).toContain(`${name} is a link to /mnt/usb/secrets.yml, which does not exist`)
  })

  it.each(['.yml', '.yaml', '.json'])('a file host_vars/HOST%s, which a directory would hide', async (ending) => {
    const text = ending === '.json' ? '{"matrix_domain": "example.com"}' : `${domain}postgres_connection_password: x\n`
    const { takenOver, into, before, printed } = await goEachWay(checkoutWith({ hosts, [`${own}${ending}`]: text }))
    expect(takenOver?.[host]).toMatchObject(before[host] ?? {})
    expect(into).toBeUndefined()
    expect(printed).toContain(`/vars${ending}\nNothing was written: 1 contradiction`)
  })
})
