import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import type { Inventory, Variables } from './inventory.ts'
import { readByOurselves } from './read-by-ourselves.ts'

export interface Listed {
  inventory: Inventory
  by: 'ansible' | 'registrar'
}

/** `_meta` holds the hosts' variables, every other key is a group. */
type AnsibleList = { _meta?: { hostvars?: Record<string, Variables> } } & Record<string, Group>

interface Group {
  hosts?: string[]
  children?: string[]
}

/**
 * What Ansible reads in an inventory: by ansible-inventory, as it would run in `directory` (its ansible.cfg counts), else
 * by our own reader. The group_vars/ of the playbook itself are not read.
 */
export async function listInventory(file: string, directory: string, { shown = file } = {}): Promise<Listed> {
  const ours = (): Listed => ({ inventory: readByOurselves(file, shown), by: 'registrar' })
  if (!isInPath('ansible-inventory')) return ours()
  const { stdout, failed, code } = await execa(
    'ansible-inventory',
    ['-i', file, '--list', '--playbook-dir', dirname(file)],
    {
      cwd: directory,
      reject: false,
      stdin: 'ignore',
      env: { ANSIBLE_NOCOLOR: '1', ANSIBLE_FORCE_COLOR: '0', ANSIBLE_ASK_VAULT_PASS: 'false', ANSIBLE_DEBUG: '0' },
    },
  )
  if (code === 'ENOENT') return ours() // what it is a script of is gone
  const start = stdout.search(/^\{/m)
  if (!failed && start >= 0)
    return { inventory: inventoryOf(JSON.parse(stdout.slice(start)) as AnsibleList), by: 'ansible' }
  throw new AppError('unreadable-inventory', `Ansible cannot read ${shown}; nothing was written.`, {
    hint: `Run it yourself and fix what it reports: ansible-inventory -i ${shown} --list`,
  })
}

/** A look is much less work than a process that cannot be started. */
function isInPath(program: string): boolean {
  const path = process.env['PATH']
  return path === undefined || path.split(delimiter).some((directory) => existsSync(join(directory, program)))
}

function inventoryOf({ _meta, ...groups }: AnsibleList): Inventory {
  const hosts = new Map<string, Variables>()
  const members = new Map<string, Set<string>>()
  const membersOf = (name: string): Set<string> => {
    const existing = members.get(name)
    if (existing) return existing
    const all = new Set<string>()
    members.set(name, all)
    for (const host of groups[name]?.hosts ?? []) all.add(host)
    for (const child of groups[name]?.children ?? []) for (const host of membersOf(child)) all.add(host)
    return all
  }
  for (const name of Object.keys(groups)) if (name !== 'all') membersOf(name)
  const everyone = [...members.values()].flatMap((each) => [...each])
  for (const host of [...(groups['all']?.hosts ?? []), ...everyone]) hosts.set(host, _meta?.hostvars?.[host] ?? {})
  return { hosts, groups: members }
}
