import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { SecretReference } from '../../generator/plan/host-plan.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible } from '../support/workspace.ts'

const directory = mkdtempSync(join(tmpdir(), 'registrar-secret-'))

afterAll(() => rmSync(directory, { recursive: true }))

const awkward = ' {{ 7*7 }} "\'$(id)\\n ü\t '
const script = join(directory, "print it's.sh")
writeFileSync(script, '#!/bin/sh\nprintf "%s\\n" "$1"\n', { mode: 0o755 })
writeFileSync(join(directory, 'absolute'), awkward)

const references: [string, SecretReference][] = [
  ['the environment', { env: 'SECRET' }],
  ['a file beside the host file', { file: 'secrets/sudo' }],
  ['a file elsewhere', { file: join(directory, 'absolute') }],
  ['a command', { command: [script, awkward.replace('{{', '{ {')] }],
  ['a variable', { ansible_var: 'vault_sudo' }],
]

describe.each(['2.16', 'newest'] as const)('under ansible-core %s a secret arrives byte for byte from', (ansible) => {
  it.each(references)('%s', async (_where, password) => {
    const root = makeWorkspace([{ ...localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/dev/null' }), become: { enabled: false, password } }])
    mkdirSync(join(root, 'secrets'))
    writeFileSync(join(root, 'secrets/sudo'), `${awkward}\n`)
    mkdirSync(join(root, 'elsewhere'))
    writeFileSync(join(root, 'elsewhere/show.yml'), play)
    const vault = join(root, 'vault.yml')
    writeFileSync(vault, `vault_sudo: !unsafe ${JSON.stringify(awkward)}\n`)
    const { output } = await runAnsible(root, ['-i', 'inventory/hosts', 'elsewhere/show.yml', '-e', `@${vault}`, '-e', `out=${root}/seen`], { ansible, env: { SECRET: awkward } })
    expect(output).toContain('failed=0')
    expect(readSeen(root)).toBe('command' in password ? password.command[1] : awkward)
    if (!('ansible_var' in password)) expect(await resolvedHere(password, root)).toBe(readSeen(root))
    rmSync(root, { recursive: true })
  })
})

it.each<[string, SecretReference, string]>([
  ['a variable of Ansible', { ansible_var: 'vault_sudo' }, 'which only Ansible can read'],
  ['a variable that is not set', { env: 'NOT_SET' }, 'environment variable NOT_SET is not set'],
  ['a file that is not there', { file: 'nowhere' }, 'cannot be read (ENOENT)'],
  ['a file that is not UTF-8', { file: 'latin-1' }, 'is not UTF-8'],
  ['a command that fails', { command: ['false'] }, 'The secret\'s command false failed with 1.'],
  ['a command that is not there', { command: ['no-such-command'] }, 'The secret\'s command no-such-command failed.'],
])('without Ansible, %s is refused with the reason', async (_what, reference, reason) => {
  writeFileSync(join(directory, 'latin-1'), Buffer.from('p\xe9', 'latin1'))
  await expect(resolveSecret(reference, directory)).rejects.toThrow(reason)
})

it('a secret prints as [secret], wherever it is printed', async () => {
  const secret = await resolvedSecret({ file: 'absolute' }, directory)
  expect([String(secret), JSON.stringify({ secret }), inspect({ secret })].join()).not.toContain('7*7')
})

async function resolvedSecret(reference: SecretReference, root: string) {
  process.env['SECRET'] = awkward
  return resolveSecret(reference, root)
}

async function resolvedHere(reference: SecretReference, root: string): Promise<string> {
  return (await resolvedSecret(reference, root)).reveal()
}

const play = `---
- hosts: all
  gather_facts: false
  tasks:
    - ansible.builtin.copy:
        content: "{{ ansible_become_password | b64encode }}"
        dest: "{{ out }}"
        mode: "0600"
`

function readSeen(root: string): string {
  return Buffer.from(readFileSync(join(root, 'seen'), 'utf8'), 'base64').toString()
}
