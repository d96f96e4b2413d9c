import { writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'
import { jest } from '@jest/globals'
import { installAnsible } from '../lab/install.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { checkoutWith } from '../support/taken.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const host = 'matrix.example.com'
const own = `host_vars/${host}`
let ansible: string
beforeAll(async () => (ansible = await installAnsible('newest')))

/** A checkout whose vault.yml is encrypted as a whole, with the id `prod`; `config` is Ansible's. */
async function withVault(secrets: string, config: string): Promise<{ checkout: string; password: string }> {
  const checkout = checkoutWith({
    hosts: `[matrix_servers]\n${host} ansible_user=root\n`,
    [`${own}/common.yml`]: 'matrix_domain: example.com\n',
    [`${own}/vault.yml`]: secrets,
  })
  const password = join(makeDirectory({ password: 'vault\n' }), 'password')
  const words = ['encrypt', '--vault-id', `prod@${password}`, '--encrypt-vault-id', 'prod']
  await execa(join(ansible, 'ansible-vault'), [...words, join(checkout, 'inventory', own, 'vault.yml')])
  writeFileSync(join(checkout, 'ansible.cfg'), `[defaults]\n${config.replaceAll('PASSWORD', password)}\n`)
  return { checkout, password }
}

function run(words: string[], cwd: string, env: Record<string, string> = {}) {
  const PATH = [ansible, process.env['PATH']].join(delimiter)
  return registrar(words, { cwd, env: { PATH, ...env } })
}

it.each([
  ['ANSIBLE_VAULT_PASSWORD_FILE', { ANSIBLE_VAULT_PASSWORD_FILE: 'PASSWORD' }, ''],
  ['ANSIBLE_VAULT_IDENTITY_LIST', { ANSIBLE_VAULT_IDENTITY_LIST: 'dev@PASSWORD,prod@PASSWORD' }, ''],
  ['vault_identity_list in ansible.cfg', {}, 'vault_identity_list = prod@PASSWORD'],
])('%s opens what is encrypted as a whole, and nothing of it is written', async (_what, env, config) => {
  const { checkout, password } = await withVault('matrix_homeserver_generic_secret_key: canary-in-the-vault\n', config)
  const out = join(makeDirectory(), 'out')
  const named = Object.entries(env).map(([name, value]) => [name, value.replaceAll('PASSWORD', password)])
  const { exitCode, stderr } = await run(
    ['init', '--from', checkout, '--out', out],
    checkout,
    Object.fromEntries(named) as Record<string, string>,
  )
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  expect(readTree(out)['registrar.yml']).toContain('homeserver: synapse')
  expect(stderr + JSON.stringify(readTree(out))).not.toContain('canary')
})

it.each([
  ['agrees', 'synapse', 0],
  ['says otherwise', 'dendrite', 2],
])('generate --into knows what an encrypted file says that %s', async (_what, homeserver, exit) => {
  const { checkout } = await withVault(
    `matrix_homeserver_implementation: ${homeserver}\nmy_own: canary-in-the-vault\n`,
    'vault_identity_list = prod@PASSWORD',
  )
  const file = `version: 1\ndomain: example.com\nhost: ${host}\nhomeserver: synapse\nconnection: { kind: ssh, user: root }\n`
  const before = readTree(checkout)
  const hostFile = join(makeDirectory({ 'registrar.yml': file }), 'registrar.yml')
  const { exitCode, stderr } = await run(['generate', '--into', checkout, hostFile], checkout)
  expect({ exitCode, stderr }).toMatchObject({ exitCode: exit })
  expect(stderr).not.toMatch(/canary|dendrite/)
  if (exit === 0) return
  expect(stderr).toContain(`${host}: your inventory sets matrix_homeserver_implementation`)
  expect(readTree(checkout)).toEqual(before)
})
