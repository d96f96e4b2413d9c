import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { jest } from '@jest/globals'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { forkedAnsible, withAnsible } from '../support/forked-ansible.ts'
import { checkoutWith } from '../support/taken.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const host = 'matrix.example.com'
const own = `host_vars/${host}`
const dendrite = 'matrix_homeserver_implementation: dendrite\nmy_own: canary-in-the-vault\n'
let ansible: string
let checkout: string
let password: string

/** A checkout whose vault.yml is encrypted as a whole, with the id `prod`. */
beforeAll(async () => {
  ansible = await forkedAnsible('newest')
  checkout = checkoutWith({
    hosts: `[matrix_servers]\n${host} ansible_user=root\n`,
    [`${own}/common.yml`]: 'matrix_domain: example.com\n',
    [`${own}/vault.yml`]: dendrite,
  })
  password = join(makeDirectory({ password: 'vault\n' }), 'password')
  const words = ['encrypt', '--vault-id', `prod@${password}`, '--encrypt-vault-id', 'prod']
  await execa(join(ansible, 'ansible-vault'), [...words, join(checkout, 'inventory', own, 'vault.yml')])
})

function configure(config: string): void {
  writeFileSync(join(checkout, 'ansible.cfg'), `[defaults]\n${config.replaceAll('PASSWORD', password)}\n`)
}

async function run(words: string[], cwd: string, env: Record<string, string> = {}) {
  const PATH = await withAnsible('newest')
  return registrar(words, { cwd, env: { PATH, ...env } })
}

it.each([
  ['ANSIBLE_VAULT_PASSWORD_FILE', { ANSIBLE_VAULT_PASSWORD_FILE: 'PASSWORD' }, ''],
  ['ANSIBLE_VAULT_IDENTITY_LIST', { ANSIBLE_VAULT_IDENTITY_LIST: 'dev@PASSWORD,prod@PASSWORD' }, ''],
  ['vault_identity_list in ansible.cfg', {}, 'vault_identity_list = prod@PASSWORD'],
])(
  '%s tells what is set in a file that is encrypted as a whole, and shows nothing of it',
  async (_what, env, config) => {
    configure(config)
    const out = join(makeDirectory(), 'out')
    const named = Object.entries(env).map(([name, value]) => [name, value.replaceAll('PASSWORD', password)])
    const { exitCode, stderr } = await run(
      ['init', '--from', checkout, '--out', out],
      checkout,
      Object.fromEntries(named) as Record<string, string>,
    )
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`matrix_homeserver_implementation of ${host} is encrypted`) // it is known to be there
    expect(stderr).not.toMatch(/canary|dendrite/)
    expect(readTree(join(out, '..'))).toEqual({})
  },
)

it('generate --into knows what an encrypted file says otherwise', async () => {
  configure('vault_identity_list = prod@PASSWORD')
  const file = `version: 1\ndomain: example.com\nhost: ${host}\nhomeserver: synapse\nconnection: { kind: ssh, user: root }\n`
  const before = readTree(checkout)
  const hostFile = join(makeDirectory({ 'registrar.yml': file }), 'registrar.yml')
  const { exitCode, stderr } = await run(['generate', '--into', checkout, hostFile], checkout)
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 })
  expect(stderr).not.toMatch(/canary|dendrite/)
  expect(stderr).toContain(`${host}: your inventory sets matrix_homeserver_implementation`)
  expect(readTree(checkout)).toEqual(before)
})
