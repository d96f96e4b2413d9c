import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { jest } from '@jest/globals'
import { parse } from 'yaml'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { forkedAnsible, withAnsible } from '../support/forked-ansible.ts'
import { checkoutWith } from '../support/taken.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const host = 'matrix.example.com'
const hosts = `[matrix_servers]\n${host} ansible_user=root\n`
const own = `host_vars/${host}`
const switches = 'matrix_domain: example.com\nmatrix_synapse_presence_enabled: false\nmatrix_ketesa_enabled: true\n'

let ansible: string
beforeAll(async () => (ansible = await forkedAnsible('newest')))

async function run(words: string[], cwd: string, env: Record<string, string> = {}) {
  const PATH = await withAnsible('newest')
  return registrar(words, { cwd, env: { PATH, ...env } })
}

async function takeOver(inventory: Record<string, string>, words: string[] = [], env: Record<string, string> = {}) {
  const checkout = checkoutWith(inventory)
  const work = join(makeDirectory(), 'work')
  return { checkout, work, ...(await run(['init', '--from', checkout, '--out', work, ...words], checkout, env)) }
}

describe('beside a vault.yml that is encrypted as a whole', () => {
  const encrypted = 'matrix_homeserver_generic_secret_key: canary-in-the-vault\nmatrix_ketesa_enabled: false\n'

  /** A checkout with one, whose password Ansible finds where ansible.cfg says, or not at all. */
  async function withVault(config: string) {
    const checkout = checkoutWith({ hosts, [`${own}/vars.yml`]: switches, [`${own}/vault.yml`]: encrypted })
    writeFileSync(join(checkout, 'password'), 'vault\n')
    const vault = join(checkout, 'inventory', own, 'vault.yml')
    await execa(join(ansible, 'ansible-vault'), ['encrypt', '--vault-password-file', join(checkout, 'password'), vault])
    writeFileSync(join(checkout, 'ansible.cfg'), `[defaults]\n${config}\n`)
    return { checkout, work: join(makeDirectory(), 'work') }
  }

  it('Ansible tells with its password what is not in it, and nothing decrypted is written', async () => {
    const { checkout, work } = await withVault('vault_password_file = ./password')
    const taken = await run(['init', '--from', checkout, '--take-over', '--out', work], checkout)
    expect(taken).toMatchObject({ exitCode: 0 })
    const hostFile = parse(readFileSync(join(work, 'registrar.yml'), 'utf8')) as unknown
    expect(hostFile).toMatchObject({ homeserver: 'synapse', extra_vars: { matrix_synapse_presence_enabled: false } })
    const kept = readFileSync(join(work, 'inventory', own, 'kept_vars.yml'), 'utf8')
    expect(kept).toBe('matrix_ketesa_enabled: true\n') // the vault says otherwise, and wins
    expect(taken.stderr + Object.values(readTree(work)).join('')).not.toContain('canary-in-the-vault')
  })

  it('without its password, one sentence says what to do', async () => {
    const { checkout, work } = await withVault('')
    const refused = await run(['init', '--from', checkout, '--take-over', '--out', work], checkout)
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.stderr).toContain(
      "may be set in host_vars/matrix.example.com/vault.yml, which is encrypted; with the vault's password in ANSIBLE_VAULT_PASSWORD_FILE or ansible.cfg, Ansible can read it.",
    )
    expect(refused.stderr).toContain('--homeserver synapse')
  })
})

it('reads a range of hosts as Ansible does', async () => {
  const { work, exitCode } = await takeOver({
    hosts: '[matrix_servers]\nmatrix[1:2].example.com ansible_user=root\n',
    'host_vars/matrix1.example.com/vars.yml': 'matrix_domain: one.example\n',
    'host_vars/matrix2.example.com/vars.yml': 'matrix_domain: two.example\n',
  })
  expect(exitCode).toBe(0)
  expect(Object.keys(readTree(work)).sort()).toEqual(['hosts/matrix1.example.com.yml', 'hosts/matrix2.example.com.yml'])
})

it('takes no plugin over, and says what works with it', async () => {
  const inventory = {
    'openstack.yaml': 'plugin: ansible.builtin.constructed\nstrict: false\n',
    [`${own}/vars.yml`]: switches,
  }
  const { stderr, exitCode, work } = await takeOver(inventory, ['--take-over'])
  expect(exitCode).toBe(2)
  expect(stderr).not.toMatch(/at .*\.ts:/)
  expect(readTree(join(work, '..'))).toEqual({})
})
