import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { jest } from '@jest/globals'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { withAnsible } from '../support/forked-ansible.ts'
import { runAnsible } from '../support/workspace.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const awkward = ' {{ 7*7 }} "\'$(id)\\n ü\t '
const host = `version: 1
domain: example.com
host: matrix.example.com
homeserver: synapse
connection: { kind: local, become: { password: { command: [sh, -c, "printf 'sudo %s\\\\n' password"] } } }
registration: { mode: captcha, captcha: { site_key: site, secret_key: { file: captcha.key } } }
email: { relay: { host: smtp.example.com, username: me, password: { env: RELAY_PASSWORD } } }
`

const path = 'inventory/host_vars/matrix.example.com/vault_registrar.yml'
const play = `---
- hosts: all
  gather_facts: false
  become: false
  tasks:
    - ansible.builtin.copy:
        content: "{{ [exim_relay_relay_auth_password, matrix_synapse_recaptcha_private_key, ansible_become_password] | to_json | b64encode }}"
        dest: "{{ playbook_dir }}/seen"
        mode: "0600"
`

/** A workspace, and the command in it with a vault's password. */
async function workspace() {
  const cwd = makeDirectory({
    'registrar.yml': host,
    'captcha.key': `${awkward}\n`,
    'show.yml': play,
    'vault-password': '#!/bin/sh\necho vault\n',
  })
  chmodSync(join(cwd, 'vault-password'), 0o755)
  const PATH = await withAnsible('2.19')
  const vault = (env: Record<string, string> = {}, words = ['--vault-password-file', './vault-password']) =>
    registrar(['vault-secrets', ...words], { cwd, env: { PATH, RELAY_PASSWORD: awkward, ...env } })
  return { cwd, vault }
}

it.each(['2.16', 'newest'] as const)(
  'ansible-core %s gets every secret byte for byte, without its source',
  async (ansible) => {
    const { cwd, vault } = await workspace()
    await registrar(['generate'], { cwd })
    expect(await vault()).toMatchObject({ exitCode: 0 })
    writeFileSync(join(cwd, 'captcha.key'), 'changed since')
    const { output } = await runAnsible(
      cwd,
      ['-i', 'inventory/hosts', 'show.yml', '--vault-password-file', './vault-password'],
      { ansible, env: { RELAY_PASSWORD: 'another' } },
    )
    expect(output).toContain('failed=0')
    expect(JSON.parse(Buffer.from(readFileSync(join(cwd, 'seen'), 'utf8'), 'base64').toString())).toEqual([
      awkward,
      awkward,
      'sudo password',
    ])
    expect((await registrar(['generate', '--check'], { cwd })).exitCode).toBe(0)
  },
)

it('covers the secret of the client of MAS, which stands inside of a variable of the playbook', async () => {
  const { cwd, vault } = await workspace()
  const mas = `authority: mas\naccess: { client: { id: 01JZ8Q6M3V9K2W4X5Y7A8B9C0D, secret: { env: MAS_SECRET } } }\n`
  const shown = play.replace(/\[exim[^\]]*\]/, 'matrix_authentication_service_config_clients_custom')
  writeFileSync(
    join(cwd, 'registrar.yml'),
    `version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\nconnection: { kind: local }\n${mas}`,
  )
  writeFileSync(join(cwd, 'show.yml'), shown)
  for (const [ansible, secret] of [
    ['2.16', awkward],
    ['newest', `${awkward}!`],
  ] as const) {
    const seen = async (env: Record<string, string>) => {
      const { output } = await runAnsible(
        cwd,
        ['-i', 'inventory/hosts', 'show.yml', '--vault-password-file', './vault-password'],
        { ansible, env },
      )
      expect(output).toContain('failed=0')
      return JSON.parse(Buffer.from(readFileSync(join(cwd, 'seen'), 'utf8'), 'base64').toString()) as unknown
    }
    await registrar(['generate'], { cwd })
    rmSync(join(cwd, path), { force: true })
    expect(await seen({ MAS_SECRET: secret })).toMatchObject([{ client_secret: secret }])
    expect((await vault({ MAS_SECRET: secret })).stderr).toContain('matrix_users_mas_client_secret: encrypted')
    expect(await seen({})).toMatchObject([{ client_secret: secret }])
  }
})

it('leaves ciphertext alone while the secret is the same, and writes no secret in the clear', async () => {
  const { cwd, vault } = await workspace()
  expect((await vault()).stderr).toContain('matrix_synapse_recaptcha_private_key: encrypted')
  const before = readFileSync(join(cwd, path), 'utf8')
  const again = await vault({}, ['--vault-password-file', './vault-password', '--json'])
  expect(again.stderr).toContain('unchanged')
  expect(JSON.parse(again.stdout)).toMatchObject({
    written: false,
    secrets: expect.arrayContaining([
      { variable: 'matrix_synapse_recaptcha_private_key', state: 'unchanged' },
    ]) as object[],
  })
  expect(readFileSync(join(cwd, path), 'utf8')).toBe(before)
  expect((await vault({ RELAY_PASSWORD: 'another' })).stderr).toContain(
    'exim_relay_relay_auth_password: encrypted again',
  )
  const after = readFileSync(join(cwd, path), 'utf8')
  const blocks = (text: string) => text.split(/^(?=\S.*!vault)/m)
  expect(blocks(after).filter((block) => blocks(before).includes(block))).toHaveLength(blocks(after).length - 1)
  const { 'captcha.key': _source, ...rest } = readTree(cwd)
  for (const text of Object.values(rest)) expect(text).not.toContain(awkward.trim())
})

describe('a file that is there already', () => {
  const ids = ['--vault-id', 'a@./password-a', '--vault-id', 'b@./password-b']
  const header = (cwd: string) => readFileSync(join(cwd, path), 'utf8').match(/\$ANSIBLE_VAULT;\S+/g)

  async function withIds() {
    const found = await workspace()
    for (const name of ['a', 'b']) writeFileSync(join(found.cwd, `password-${name}`), `vault ${name}\n`)
    return found
  }

  it('keeps its vault id when a secret is encrypted again, with several at hand', async () => {
    const { cwd, vault } = await withIds()
    expect((await vault({}, ids)).stderr).toContain('--encrypt-vault-id')
    expect(await vault({}, [...ids, '--encrypt-vault-id', 'b'])).toMatchObject({ exitCode: 0 })
    const before = readFileSync(join(cwd, path), 'utf8')
    expect((await vault({}, ids)).stderr).not.toContain('encrypted')
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(before)
    expect(await vault({ RELAY_PASSWORD: 'another' }, ids)).toMatchObject({ exitCode: 0 })
    expect(header(cwd)).toEqual(Array(3).fill('$ANSIBLE_VAULT;1.2;AES256;b'))
  })

  it.each([
    ['another password', ['--vault-password-file', './password-a']],
    ['another id and password', ['--vault-id', 'a@./password-a']],
    ['the id with another password', ['--vault-id', 'b@./password-a']],
  ])('is not touched with %s', async (_what, words) => {
    const { cwd, vault } = await withIds()
    const b = ['--vault-id', 'b@./password-b']
    expect(await vault({}, b)).toMatchObject({ exitCode: 0 })
    const before = readTree(cwd)
    const refused = await vault({ RELAY_PASSWORD: 'another' }, words)
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('does not decrypt') })
    expect(readTree(cwd)).toEqual(before)
  })

  it('is not touched when it is encrypted as a whole', async () => {
    const { cwd, vault } = await workspace()
    await registrar(['generate'], { cwd })
    writeFileSync(join(cwd, path), '$ANSIBLE_VAULT;1.1;AES256\n6162\n')
    const before = readTree(cwd)
    expect(await vault()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('encrypted as a whole') })
    expect(readTree(cwd)).toEqual(before)
  })
})

it("says that users' passwords are not among them", async () => {
  const { cwd, vault } = await workspace()
  writeFileSync(
    join(cwd, 'registrar.yml'),
    `${host}users: [{ username: alice, password: { env: ALICE } }, { username: bob, password: { file: bob } }]\n`,
  )
  expect(await vault()).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('The passwords of users are not'),
  })
  expect(readFileSync(join(cwd, path), 'utf8')).not.toMatch(/alice|bob/i)
})

it('encrypts what the role is given to reach the server, too', async () => {
  const { cwd, vault } = await workspace()
  writeFileSync(join(cwd, 'registrar.yml'), `${host}access: { token: { env: ADMIN_TOKEN } }\n`)
  expect((await vault({ ADMIN_TOKEN: 'syt_token' })).stderr).toContain('matrix_users_synapse_admin_token: encrypted')
})

it('says what is missing, and writes nothing', async () => {
  const { cwd, vault } = await workspace()
  expect(await vault({ RELAY_PASSWORD: '' })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('RELAY_PASSWORD is empty'),
  })
  expect(await vault({}, [])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--vault-password-file') })
  expect(await vault({ PATH: '/nonexistent' })).toMatchObject({ exitCode: 2 })
  expect(Object.keys(readTree(cwd))).not.toContain(path)
})

it('setup-access keeps a secret encrypted, by the password of ansible.cfg, and never where something else is', async () => {
  const cwd = makeDirectory({
    'registrar.yml': 'version: 1\ndomain: a.example\nhost: b.example\nhomeserver: synapse\nauthority: mas\n',
    'ansible.cfg': '[defaults]\nvault_password_file = vault-password\n',
    'vault-password': 'vault\n',
  })
  const PATH = await withAnsible('newest')
  const setUp = () =>
    registrar(['setup-access', '--client', '--yes', '--keep', 'vault:secrets/client'], { cwd, env: { PATH } })
  expect(await setUp()).toMatchObject({ exitCode: 0, stderr: '' })
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toContain(
    'secret: { command: [ansible-vault, view, secrets/client] } }',
  )
  expect(readFileSync(join(cwd, 'secrets/client'), 'utf8')).toMatch(/^\$ANSIBLE_VAULT;1\.1;AES256\n/)
  const view = await execa('ansible-vault', ['view', 'secrets/client'], { cwd, env: { PATH } })
  expect(view.stdout).toMatch(/^\w{24}$/)
  writeFileSync(
    join(cwd, 'registrar.yml'),
    host.replace('synapse\n', 'synapse\nauthority: mas\n').split('conn')[0] ?? '',
  )
  expect(await setUp()).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('secrets/client already exists; it was left unchanged.'),
  })
})
