import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { checkoutWith } from '../support/taken.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const kept = `inventory/host_vars/${host}/kept.yml`
const domain = 'matrix_domain: example.com\n'

async function importing(vars: string, ...words: string[]) {
  const cwd = makeDirectory({ 'vars.yml': vars })
  const run = await registrar(['import', 'vars.yml', ...words], { cwd, env: withoutAnsible })
  const file = join(cwd, 'registrar.yml')
  const config = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as { connection?: object; domain?: string }) : {}
  return { ...run, cwd, config, kept: existsSync(join(cwd, kept)) ? readFileSync(join(cwd, kept), 'utf8') : '' }
}

const stays = `it stays in kept.yml, where Ansible reads it; for registrar itself,`

describe('import finds how the host is reached', () => {
  it.each([
    ['ansible_user: deploy', { kind: 'ssh', user: 'deploy' }, 'connection.user'],
    ['ansible_ssh_user: deploy', { kind: 'ssh', user: 'deploy' }, 'connection.user'],
    ['ansible_port: 2222', { kind: 'ssh', user: 'root', port: 2222 }, 'connection.port'],
    ['ansible_host: 203.0.113.5', { kind: 'ssh', user: 'root', address: '203.0.113.5' }, 'connection.address'],
    ['ansible_connection: local', { kind: 'local' }, 'connection.kind'],
    [
      'ansible_python_interpreter: /usr/bin/python3.9',
      { kind: 'ssh', user: 'root', interpreter: '/usr/bin/python3.9' },
      'connection.interpreter',
    ],
    ['ansible_become: true', { kind: 'ssh', user: 'root', become: { enabled: true } }, 'connection.become.enabled'],
    [
      'ansible_become_user: matrix',
      { kind: 'ssh', user: 'root', become: { user: 'matrix' } },
      'connection.become.user',
    ],
  ])('%s is in the host file, too', async (line, connection, key) => {
    const { config, kept: rest, stderr, exitCode } = await importing(`${domain}${line}\n`)
    expect([stderr, config.connection]).toEqual([stderr, connection])
    expect(stderr).toContain(
      `note: vars.yml:2: ${line.split(':')[0]} is ${key} in the host file; it also stays in kept.yml, where Ansible reads it.`,
    )
    expect(rest).toContain(`${line}\n`)
    expect(exitCode).toBe(0)
  })

  it.each([
    [
      'ansible_ssh_private_key_file: ~/.ssh/matrix',
      'write "IdentityFile FILE" under "Host matrix.example.com" in ~/.ssh/config',
    ],
    ['ansible_ssh_common_args: -o ProxyJump=hush', 'write "ProxyJump JUMPHOST (or what else these arguments say)"'],
    ['ansible_sudo_pass: hush', 'give connection.become.password a reference, such as { env: SUDO_PASSWORD }'],
    [
      'ansible_become_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162',
      'give connection.become.password a reference',
    ],
    ['ansible_become_method: doas', 'sudo is what it uses'],
    ['ansible_become_flags: -H -E', 'sudo is what it uses'],
    ['ansible_password: hush', 'use an SSH key or an agent'],
  ])('%s stays, and the place is reported', async (line, goes) => {
    const { config, kept: rest, stderr, exitCode } = await importing(`${domain}${line}\n`)
    expect(config.connection).toEqual({ kind: 'ssh', user: 'root' })
    expect(stderr).toContain(`note: vars.yml:2: ${line.split(':')[0]} is not in the host file: ${stays} ${goes}`)
    expect(`${stderr}${JSON.stringify(config)}`).not.toMatch(/hush|6162/)
    expect(rest).toContain(`${line}\n`)
    expect(exitCode).toBe(0)
  })

  it('a template is not guessed', async () => {
    const { config, stderr } = await importing(`${domain}ansible_user: "{{ my_user }}"\n`)
    expect(config.connection).toEqual({ kind: 'ssh', user: 'root' })
    expect(stderr).toContain(
      'vars.yml:2: ansible_user is encrypted or evaluated by Ansible, so it is not in the host file.',
    )
  })

  it.each([
    [
      ['--user', 'admin'],
      { kind: 'ssh', user: 'admin' },
      'stays in kept.yml, where Ansible reads it; the host file has the value that you gave.',
    ],
    [['--local'], { kind: 'local' }, 'is not in the host file; it stays in kept.yml, where Ansible reads it.'],
  ])('%j counts instead, and the difference is reported', async (words, connection, says) => {
    const { config, stderr } = await importing(`${domain}ansible_user: deploy\n`, ...words)
    expect(config.connection).toEqual(connection)
    expect(stderr).toContain(`vars.yml:2: ansible_user ${says}`)
  })
})

describe('import --domain', () => {
  it.each([
    ['a template', 'matrix_domain: "{{ my_domain }}"\n'],
    ['encrypted', 'matrix_domain: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n'],
    ['in another file', 'matrix_synapse_enabled: true\n'],
    ['in a file that is encrypted as a whole', '$ANSIBLE_VAULT;1.1;AES256\n6162\n'],
  ])('says what is %s', async (_what, vars) => {
    expect((await importing(vars)).stderr).toContain('--domain example.com')
    const { config, kept: rest, exitCode, cwd } = await importing(vars, '--domain', 'example.com')
    expect([exitCode, config.domain]).toEqual([0, 'example.com'])
    if (vars.includes('matrix_domain')) expect(rest).toBe(vars)
    expect(await registrar(['generate'], { cwd, env: withoutAnsible })).toMatchObject({ exitCode: 0 })
    const file = join(cwd, `inventory/host_vars/${host}/vars.yml`)
    if (vars.startsWith('matrix_domain')) expect(readFileSync(file, 'utf8')).not.toContain('matrix_domain:')
  })

  it.each([
    ['no domain', 'example com'],
    ['another one than in the clear', 'other.example'],
  ])('is refused: %s', async (_what, name) => {
    const { exitCode, cwd } = await importing(domain, '--domain', name)
    expect([exitCode, existsSync(join(cwd, 'registrar.yml'))]).toEqual([2, false])
  })
})

describe('a word that Ansible does not know', () => {
  it.each([
    ['become=true', 'become', 'ansible_become'],
    ['become=true become_user=root', 'become_user', 'ansible_become_user'],
    ['become_method=su', 'become_method', 'ansible_become_method'],
    ['become_password=hush', 'become_password', 'ansible_become_password'],
    ['remote_user=deploy', 'remote_user', 'ansible_user'],
    ['user=deploy', 'user', 'ansible_user'],
    ['port=2222', 'port', 'ansible_port'],
    ['private_key_file=/root/.ssh/id', 'private_key_file', 'ansible_ssh_private_key_file'],
    ['python_interpreter=/usr/bin/python3', 'python_interpreter', 'ansible_python_interpreter'],
  ])('%s in an inventory is reported as without effect, with the right name', async (words, name, right) => {
    const checkout = checkoutWith({
      hosts: `[matrix_servers]\n${host} ansible_user=me ${words}\n`,
      [`host_vars/${host}/vars.yml`]: domain,
    })
    const out = join(makeDirectory(), 'work')
    const { stderr, exitCode } = await registrar(['init', '--from', checkout, '--out', out], {
      cwd: checkout,
      env: withoutAnsible,
    })
    expect(stderr).toContain(
      `note: inventory/hosts:2: ${name} has no effect: Ansible treats it as a plain variable. The right name is ${right}.`,
    )
    expect(stderr).not.toContain('hush')
    expect(exitCode).toBe(0)
    const file = parse(readFileSync(join(out, 'registrar.yml'), 'utf8')) as object
    expect(file).toHaveProperty('connection', { kind: 'ssh', user: 'me' })
  })

  it('says nothing of the right names', async () => {
    const checkout = checkoutWith({
      hosts: `[matrix_servers]\n${host} ansible_user=me ansible_become=true ansible_become_user=root\n`,
      [`host_vars/${host}/vars.yml`]: domain,
    })
    const out = join(makeDirectory(), 'work')
    const { stderr } = await registrar(['init', '--from', checkout, '--out', out], {
      cwd: checkout,
      env: withoutAnsible,
    })
    expect(stderr).not.toContain('no effect')
  })
})
