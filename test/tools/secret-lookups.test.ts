import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SecretReference } from '../../generator/plan/host-plan.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible } from '../support/workspace.ts'

const directory = mkdtempSync(join(tmpdir(), 'registrar-secret-'))

afterAll(() => rmSync(directory, { recursive: true }))

const awkward = ' {{ 7*7 }} {% "\'$(id)\\n ü\t \\'
const script = join(directory, "print it's.sh")
writeFileSync(script, '#!/bin/sh\nprintf "%s\\n" "$1"\n', { mode: 0o755 })
writeFileSync(join(directory, 'absolute'), awkward)

const references: [string, SecretReference][] = [
  ['the environment', { env: 'SECRET' }],
  ['a file beside the host file', { file: 'secrets/sudo' }],
  ['a file elsewhere', { file: join(directory, 'absolute') }],
  ['a command', { command: [script, awkward] }],
  ['a variable', { ansible_var: 'vault_sudo' }],
]

describe.each(['2.16', 'newest'] as const)('under ansible-core %s a secret arrives byte for byte from', (ansible) => {
  it.each(references)('%s', async (_where, password) => {
    const root = makeWorkspace([
      {
        ...localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/dev/null' }),
        become: { enabled: false, password },
      },
    ])
    mkdirSync(join(root, 'secrets'))
    writeFileSync(join(root, 'secrets/sudo'), `${awkward}\r\n`)
    mkdirSync(join(root, 'elsewhere'))
    writeFileSync(join(root, 'elsewhere/show.yml'), play)
    const vault = join(root, 'vault.yml')
    writeFileSync(vault, `vault_sudo: !unsafe ${JSON.stringify(awkward)}\n`)
    const { output } = await runAnsible(
      root,
      ['-i', 'inventory/hosts', 'elsewhere/show.yml', '-e', `@${vault}`, '-e', `out=${root}/seen`],
      { ansible, env: { SECRET: awkward } },
    )
    expect(output).toContain('failed=0')
    expect(readSeen(root)).toBe(awkward)
    if (!('ansible_var' in password)) expect(await resolvedHere(password, root)).toBe(readSeen(root))
    rmSync(root, { recursive: true })
  })
})

async function resolvedHere(reference: SecretReference, root: string): Promise<string> {
  process.env['SECRET'] = awkward
  return (await resolveSecret(reference, root)).reveal()
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
