import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory } from './directory.ts'
import { runCommand } from './workspace.ts'

/** Which of these names a checkout of the playbook refuses: its roles' own checks, run by Ansible on a host that sets them all. */
export async function askPlaybook(checkout: string, names: Iterable<string>): Promise<Set<string>> {
  const all = new Set(names)
  const directory = makeDirectory({
    'ansible.cfg': `[defaults]\nroles_path = ${join(checkout, 'roles')}\n`,
    'inventory/hosts': 'judged ansible_connection=local\n',
    'inventory/host_vars/judged.yml': [...all].map((name) => `${name}: ""\n`).join(''),
    'judge.yml': play(rolesOf(checkout)),
  })
  const { output } = await runCommand('ansible-playbook', ['-i', 'inventory/hosts', 'judge.yml'], directory, {
    ansible: 'newest',
  })
  return refusedIn(output, all)
}

/** A check that fails for another reason (a setting that is not there) is passed over, and so is every refusal: all are heard. */
function play(roles: string[]): string {
  const include = { name: '{{ item }}', tasks_from: 'validate_config.yml', apply: { ignore_errors: true } }
  const task = { 'ansible.builtin.include_role': include, loop: roles }
  return JSON.stringify([{ hosts: 'all', gather_facts: false, tasks: [task] }])
}

function rolesOf(checkout: string): string[] {
  return ['custom', 'galaxy'].flatMap((kind) => {
    const directory = join(checkout, 'roles', kind)
    const names = existsSync(directory) ? readdirSync(directory).sort() : []
    return names
      .filter((name) => existsSync(join(directory, name, 'tasks/validate_config.yml')))
      .map((name) => `${kind}/${name}`)
  })
}

/** Names in the playbook's errors: the one of a row of a table, and those that a pattern found. */
function refusedIn(output: string, names: ReadonlySet<string>): Set<string> {
  const rows = [
    ...output.matchAll(/\(`(\w+)` ->|variable `(\w+)` is deprecated|variable \(`(\w+)`\)|reference to `(\w+)`/g),
  ]
  const lists = [...output.matchAll(/: ((?:\w+, )*\w+)\.?(?=\\n|"|\n)/g)].flatMap(([, list = '']) => list.split(', '))
  const named = rows.map(([, ...found]) => found.find(Boolean) ?? '')
  return new Set([...named, ...lists].filter((name) => names.has(name)))
}
