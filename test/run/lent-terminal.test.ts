import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { entry } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** `registrar register-user` at a terminal, by a way that asks there itself, and then leads nowhere. */
function visitBy(proxyCommand: string): string {
  const cwd = makeDirectory({
    'registrar.yml':
      'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nconnection: { kind: ssh, user: root }\n',
    ssh_config: `Host *\n  ProxyCommand ${proxyCommand}\n  UserKnownHostsFile /dev/null\n  GlobalKnownHostsFile /dev/null\n  IdentityFile none\n`,
  })
  const terminal = join(import.meta.dirname, '../support/terminal.py')
  const words = [
    terminal,
    '[]',
    'sh',
    '-c',
    '"$@"; true',
    'sh',
    process.execPath,
    entry,
    'register-user',
    'john',
    '--ssh-config',
    join(cwd, 'ssh_config'),
  ]
  return execFileSync('python3', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', MATRIX_PASSWORD: 'account secret', SSH_AUTH_SOCK: '' },
  })
}

it('shows no progress while a ProxyCommand may ask on the terminal', () => {
  const shown = visitBy(`sh -c 'printf "Passphrase: " > /dev/tty; sleep 2.2'`)
  expect(shown).toContain('Passphrase: ')
  expect(shown).toContain('Cannot connect to')
  expect(shown).not.toContain('Working on')
})
