import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { checkoutWith, valuesIn } from '../support/taken.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const kept = `inventory/host_vars/${host}/kept.yml`
const hosts = `[matrix_servers]\n${host} ansible_user=root\n`

async function importing(vars: string, ...words: string[]) {
  const cwd = makeDirectory({ 'vars.yml': vars })
  const run = await registrar(['import', 'vars.yml', ...words], { cwd, env: withoutAnsible })
  expect([run.exitCode, run.stderr]).toEqual([0, expect.anything()])
  const tree = readTree(cwd)
  return {
    ...run,
    cwd,
    config: parse(String(tree['registrar.yml'])) as Record<string, unknown>,
    kept: String(tree[kept]),
  }
}

describe('a variable that is set twice', () => {
  it.each([
    ['matrix_domain: old.example\nmatrix_domain: example.com\n', 'matrix_domain'],
    [
      'matrix_domain: example.com\nmatrix_synapse_presence_enabled: true\nmatrix_synapse_presence_enabled: false\n',
      'matrix_synapse_presence_enabled',
    ],
    [
      'matrix_domain: example.com\nexim_relay_sender_address: a@example.com\nexim_relay_sender_address: b@example.com\n',
      'exim_relay_sender_address',
    ],
  ])('is a warning, and import goes on as Ansible would: %j', async (vars, name) => {
    const { stderr, cwd, config, kept: rest } = await importing(vars)
    expect(stderr).toContain(`warning[duplicate-key] ${name} is set twice`)
    expect(config['domain']).toBe('example.com')
    expect(rest.match(new RegExp(`^${name}:`, 'gm'))).toHaveLength(2)
    expect(JSON.stringify(config)).not.toMatch(/old\.example|presence|a@example/)
    expect(await registrar(['generate'], { cwd, env: withoutAnsible })).toMatchObject({ exitCode: 0 })
    expect(valuesIn(cwd)[host]).toMatchObject({
      matrix_domain: 'example.com',
      ...(parse(vars, { uniqueKeys: false }) as object),
    })
  })
})

const served = 'matrix_domain: example.com\nmatrix_static_files_container_labels_base_domain_enabled: true\n'
const relay = 'matrix_domain: example.com\nexim_relay_relay_use: true\nexim_relay_relay_host_name: smtp.example.com\n'
const mas =
  'matrix_domain: example.com\nmatrix_authentication_service_enabled: true\nmatrix_authentication_service_config_account_password_registration_enabled: true\n'

describe('a default is not repeated in the host file', () => {
  it.each<[string, string, object]>([
    ['matrix_federation_public_port: 8448', served, { discovery: { served_by: 'playbook' } }],
    ['matrix_server_fqn_matrix: matrix.example.com', served, { discovery: { served_by: 'playbook' } }],
    ['matrix_federation_public_port: 443', served, { discovery: { served_by: 'playbook', federation_port: 443 } }],
    [
      'matrix_server_fqn_matrix: chat.example.com',
      served,
      { discovery: { served_by: 'playbook', address: 'chat.example.com' } },
    ],
    ['exim_relay_relay_host_port: 587', relay, { email: { relay: { host: 'smtp.example.com' } } }],
    ['exim_relay_relay_host_port: 2525', relay, { email: { relay: { host: 'smtp.example.com', port: 2525 } } }],
    ['matrix_authentication_service_config_passwords_minimum_complexity: 3', mas, { registration: { mode: 'email' } }],
    [
      'matrix_ketesa_path_prefix: /synapse-admin',
      'matrix_domain: example.com\nmatrix_ketesa_enabled: true\n',
      { web: { admin: true } },
    ],
    ['matrix_homeserver_implementation: synapse', 'matrix_domain: example.com\n', { homeserver: 'synapse' }],
  ])('%s', async (line, before, expected) => {
    const vars = `${before}${line}\n`
    const { config, cwd } = await importing(vars)
    expect(config).toMatchObject(expected)
    const [key = ''] = Object.keys(expected)
    expect(config[key]).toEqual((expected as Record<string, unknown>)[key])
    expect(config).not.toHaveProperty('extra_vars')
    expect(await registrar(['generate'], { cwd, env: withoutAnsible })).toMatchObject({ exitCode: 0 })
    expect(valuesIn(cwd)[host]).toMatchObject(parse(vars) as object)
  })

  it.each([
    ['ansible_port=22', { kind: 'ssh', user: 'root' }],
    ['ansible_port=2222', { kind: 'ssh', user: 'root', port: 2222 }],
    [`ansible_host=${host}`, { kind: 'ssh', user: 'root' }],
    ['ansible_python_interpreter=/usr/bin/python3', { kind: 'ssh', user: 'root' }],
    ['ansible_become=false', { kind: 'ssh', user: 'root' }],
    ['ansible_become_user=root', { kind: 'ssh', user: 'root' }],
  ])('%s of an inventory', async (words, connection) => {
    const checkout = checkoutWith({
      hosts: `[matrix_servers]\n${host} ansible_user=root ${words}\n`,
      [`host_vars/${host}/vars.yml`]: 'matrix_domain: example.com\n',
    })
    const out = join(makeDirectory(), 'work')
    expect(
      await registrar(['init', '--from', checkout, '--out', out], { cwd: checkout, env: withoutAnsible }),
    ).toMatchObject({ exitCode: 0 })
    expect(parse(readFileSync(join(out, 'registrar.yml'), 'utf8'))).toHaveProperty('connection', connection)
  })
})

describe('a checkout of an older release', () => {
  const role = 'roles/custom/matrix-synapse-admin/defaults/main.yml'

  it.each([
    [
      'has the names of its time',
      'matrix_synapse_admin_enabled: true\nmatrix_synapse_admin_container_image_self_build: false\n',
      '',
    ],
    ['has names that nobody else has', 'matrix_synapse_admin_of_long_ago: true\n', ''],
    ['does not have newer ones', 'matrix_ketesa_enabled: true\n', 'matrix_ketesa_enabled'],
  ])('%s', async (_what, vars, left) => {
    const names = ['enabled', 'container_image_self_build', 'of_long_ago', 'hostname', 'path_prefix']
    const inventory = { hosts, [`host_vars/${host}/vars.yml`]: `matrix_domain: example.com\n${vars}` }
    const checkout = makeDirectory({
      'setup.yml': '',
      [role]: names.map((name) => `matrix_synapse_admin_${name}: ''\n`).join(''),
      'roles/custom/matrix-base/defaults/main.yml': 'matrix_domain: ~\nmatrix_homeserver_implementation: synapse\n',
      ...Object.fromEntries(Object.entries(inventory).map(([path, text]) => [`inventory/${path}`, text])),
    })
    const out = join(checkout, 'work')
    const words = ['init', '--from', '.', '--take-over', '--out', 'work']
    const { exitCode, stderr } = await registrar(words, { cwd: checkout, env: withoutAnsible })
    expect([exitCode, stderr]).toEqual([0, expect.not.stringMatching(/unknown-variable|renamed|error/)])
    expect(String(readTree(out)[kept])).toMatch(left === '' ? /^(?!.*synapse_admin)/s : new RegExp(left))
    expect(await registrar(['generate'], { cwd: out, env: withoutAnsible })).toMatchObject({ exitCode: 0 })
    expect(valuesIn(out)[host]).toMatchObject(parse(vars) as object)
  })
})

it('the well-known file of a host with MAS says where people sign in, as that of the playbook does', async () => {
  const file = `version: 1\ndomain: example.com\nhost: ${host}\nhomeserver: synapse\nauthority: mas\nconnection: { kind: local }\ndiscovery: { served_by: web_server }\n`
  const cwd = makeDirectory({ 'registrar.yml': file })
  expect(await registrar(['generate'], { cwd })).toMatchObject({ exitCode: 0 })
  expect(JSON.parse(String(readTree(cwd)[`well-known/${host}/client`]))).toEqual({
    'm.homeserver': { base_url: 'https://matrix.example.com' },
    'org.matrix.msc2965.authentication': {
      issuer: 'https://matrix.example.com/auth/',
      account: 'https://matrix.example.com/auth/account',
    },
  })
  expect(String(readTree(cwd)[`inventory/host_vars/${host}/registrar.yml`])).toContain(
    'matrix_users_register_url: "https://matrix.example.com/auth/register"',
  )
})
