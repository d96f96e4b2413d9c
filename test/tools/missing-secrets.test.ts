import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostPlan, PlannedValue, SecretReference } from '../../generator/plan/host-plan.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runCommand } from '../support/workspace.ts'

/** By their variables, references to secrets that are not there, and the message for each. */
const missing: Record<string, { reference: SecretReference; says: string }> = {
  env_unset: { reference: { env: 'NOWHERE' }, says: 'the environment variable NOWHERE is not set' },
  env_empty: { reference: { env: 'EMPTY' }, says: 'the environment variable EMPTY is not set, or is empty' },
  env_blank: { reference: { env: 'BLANK' }, says: 'the environment variable BLANK is not set, or is empty' },
  file_absent: { reference: { file: 'secrets/absent' }, says: 'secrets/absent' },
  file_empty: { reference: { file: 'secrets/empty' }, says: 'the file secrets/empty is empty' },
  file_newline: { reference: { file: 'secrets/newline' }, says: 'the file secrets/newline is empty' },
  file_blank: { reference: { file: 'secrets/blank' }, says: 'the file secrets/blank is empty' },
  file_marked: {
    reference: { file: 'secrets/marked' },
    says: 'the file secrets/marked is empty, or has a byte order mark',
  },
  file_longer: { reference: { file: 'secrets/longer' }, says: 'a second line end around the secret' },
  file_return: { reference: { file: 'secrets/return' }, says: 'a carriage return' },
  command_longer: { reference: { command: ['printf', 'a\\n\\n'] }, says: 'the command printf printed nothing, or has' },
  command_silent: { reference: { command: ['true'] }, says: 'the command true printed nothing' },
  command_newline: { reference: { command: ['echo'] }, says: 'the command echo printed nothing' },
  command_blank: { reference: { command: ['printf', ' \\t\\n\\n'] }, says: 'the command printf printed nothing' },
  command_fails: { reference: { command: ['false'] }, says: 'false' },
  variable_undefined: { reference: { ansible_var: 'vault_nowhere' }, says: 'variable vault_nowhere is not set' },
  variable_empty: { reference: { ansible_var: 'vault_empty' }, says: 'variable vault_empty is not set, or is empty' },
  variable_blank: { reference: { ansible_var: 'vault_blank' }, says: 'variable vault_blank is not set, or is empty' },
  vaulted_blank: { reference: { ansible_var: 'vault_sealed' }, says: 'variable vault_sealed is not set, or is empty' },
}

const names = Object.keys(missing)

/** What a role of the playbook may do with a variable: use it, take a default for it, compare it, or put it among others. */
const uses = [
  '{{ NAME }}',
  "{{ NAME | default('', true) }}",
  "{{ 'swallowed' if NAME == '' else NAME }}",
  "{{ 'swallowed' if NAME is not defined else NAME }}",
  "{{ lookup('ansible.builtin.vars', 'NAME', default='swallowed') | length }}",
]

const tasks = names.flatMap((name, index) => [
  task(name, "{{ NAME | default('swallowed') }}"),
  task(name, '{{ within_NAME | to_json }}'),
  ...(index === 0 ? uses.map((use) => task(name, use)) : []),
])

function task(name: string, use: string): string {
  return `    - name: ${name}
      ansible.builtin.debug: { msg: ${JSON.stringify(`REACHED ${use.replaceAll('NAME', name)}`)} }
      ignore_errors: true
`
}

const play = `---
- hosts: all
  gather_facts: false
  become: false
  tasks:
${tasks.join('')}`

describe.each(['2.16', '2.18', '2.19', 'newest'] as const)('under ansible-core %s', (ansible) => {
  it('a secret that is not there fails wherever it is used, and says where it was looked for', async () => {
    const root = makeWorkspace([planWith(missing)])
    const given = {
      absent: undefined,
      empty: '',
      newline: '\n',
      blank: ' \t\n\n',
      marked: '\ufeffa',
      longer: 'a\r\n\n',
      return: 'a\r',
    }
    mkdirSync(join(root, 'secrets'))
    for (const [name, text] of Object.entries(given))
      if (text !== undefined) writeFileSync(join(root, 'secrets', name), text)
    writeFileSync(join(root, 'vault-password'), 'vault\n')
    const sealed = await runCommand(
      'ansible-vault',
      ['encrypt_string', '--vault-password-file', 'vault-password', '--name', 'vault_sealed', ' '],
      root,
    )
    const vault = sealed.output.slice(sealed.output.indexOf('vault_sealed:'))
    writeFileSync(join(root, 'vault.yml'), `vault_empty: ""\nvault_blank: " \\t\\n"\n${vault}\n`)
    writeFileSync(join(root, 'show.yml'), play)
    const { output } = await runAnsible(
      root,
      ['-i', 'inventory/hosts', 'show.yml', '-e', '@vault.yml', '--vault-password-file', 'vault-password'],
      { ansible, env: { EMPTY: '', BLANK: ' \t ' } },
    )
    const reported = output.split(/^TASK \[/m).slice(1)
    expect(reported).toHaveLength(tasks.length)
    for (const each of reported) {
      const name = /^\w+/.exec(each)?.[0] ?? ''
      expect(each).toContain('...ignoring')
      expect(each).not.toContain('"msg": "REACHED')
      expect(each.replaceAll(/\s+/g, ' ')).toContain(`${missing[name]?.says}`)
      if (!/absent|fails/.test(name)) expect(each).toContain(`extra_vars.${name}: `)
    }
    rmSync(root, { recursive: true })
  }, 120_000)
})

function planWith(references: typeof missing): HostPlan {
  const variables = Object.entries(references).flatMap(([name, { reference }]): [string, PlannedValue][] => {
    const planned = { reference: { ...reference, setting: `extra_vars.${name}` } }
    return [
      [name, planned],
      [`within_${name}`, { list: [{ mapping: { secret: planned } }] }],
    ]
  })
  const plan = localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/dev/null' })
  return { ...plan, deployment: { kind: 'playbook', variables: Object.fromEntries(variables) } }
}
