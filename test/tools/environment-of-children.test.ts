import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** Whatever holds a secret, and where a host file refers to it, if it does. */
const secrets = [
  'MATRIX_PASSWORD',
  'MATRIX_ADMIN_TOKEN',
  'ACCESS_TOKEN', // of this host
  'OTHER_ACCESS', // of another host file
  'USERS_PASSWORD', // of an account in a list
  'CAPTCHA', // in a setting of the playbook
  'DEEPLY', // within a mapping of extra_vars
]

/** The programs that are started, each of which writes its environment into a file of its name. */
const children = ['secret', 'match', 'proxy']

it.each(['list-users', 'plan'])(
  'no program that %s starts inherits a secret, but all else it does',
  async (command) => {
    const cwd = makeDirectory()
    writeFileSync(
      join(cwd, 'ssh_config'),
      `Match host lab exec "env > ${join(cwd, 'match')}"\nHost lab\n  ProxyCommand sh -c 'env > ${join(cwd, 'proxy')}; echo no host'\n`,
    )
    const host = (domain: string, more: object) =>
      JSON.stringify({ version: 1, domain, host: `matrix.${domain}`, homeserver: 'synapse', ...more })
    const files = {
      'hosts/lab.yml': host('example.org', {
        connection: {
          kind: 'ssh',
          address: 'lab',
          user: 'deploy',
          become: { password: { command: ['sh', '-c', 'env > "$0"; echo given', join(cwd, 'secret')] } },
        },
        access: { token: { env: 'ACCESS_TOKEN' } },
        users_files: ['../people.yml'],
        extra_vars: {
          matrix_synapse_recaptcha_private_key: { env: 'CAPTCHA' },
          matrix_synapse_configuration_extension: { a: [{ b: { env: 'DEEPLY' } }] },
        },
      }),
      'hosts/other.yml': host('example.com', { access: { token: { env: 'OTHER_ACCESS' } } }),
      'people.yml': 'users:\n  - { username: anna, password: { env: USERS_PASSWORD } }\n',
    }
    const directory = makeDirectory(files)
    const env = { ...Object.fromEntries(secrets.map((name) => [name, `canary of ${name}`])), HARMLESS: 'is here' }
    const words = [command, '--host', 'matrix.example.org', '--ssh-config', join(cwd, 'ssh_config')]
    const { exitCode, stderr } = await registrar(words, { cwd: directory, env })
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('lab')])
    for (const child of children) {
      expect([child, existsSync(join(cwd, child))]).toEqual([child, true])
      const inherited = readFileSync(join(cwd, child), 'utf8')
      expect(inherited).toContain('HARMLESS=is here')
      expect(inherited).not.toContain('canary')
    }
  },
)
