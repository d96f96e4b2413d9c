import { dirname, join, relative } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { type Groups, readIni } from './ini-inventory.ts'
import type { Inventory, Variables } from './inventory.ts'
import { readText } from './read-text.ts'
import { variableFiles } from './variable-files.ts'
import { readYaml, readYamlGroups } from './yaml-inventory.ts'

/** What our own reader does not know, where Ansible is not installed. */
export const notRead = 'host ranges, inventory plugins and scripts'

/** An inventory in Ansible's INI or YAML form, with host_vars/ and group_vars/ beside it, in Ansible's order of precedence. */
export function readByOurselves(file: string, shown: string): Inventory {
  const text = readText(file)
  const groups = isYaml(file, text) ? readYamlGroups(text, shown) : readIni(text)
  if (
    /^#!/.test(text) ||
    groups.hostVariables.size === 0 ||
    [...groups.hostVariables.keys()].some((host) => /\[/.test(host))
  )
    throw new AppError(
      'needs-ansible',
      `${shown} is an inventory that only Ansible can read, and Ansible is not installed here.`,
      { hint: 'Install ansible-core, or put its bin directory on PATH.' },
    )
  const readFile = (path: string) => readYaml(readText(path), join(dirname(shown), relative(dirname(file), path)))
  const hosts = [...groups.hostVariables.keys()].map(
    (host) => [host, variablesOf(host, groups, { directory: dirname(file), readFile })] as const,
  )
  const members = [...groups.groups.keys()]
    .filter((name) => name !== 'all')
    .map((name) => [name, membersOf(name, groups)] as const)
  return { hosts: new Map(hosts), groups: new Map(members) }
}

/** Whether an inventory is in Ansible's YAML form, not in its INI form. */
export function isYaml(file: string, text: string): boolean {
  return /\.ya?ml$/.test(file) || /^[\w-]+:\s*(#.*)?$/m.test(text)
}

interface Files {
  directory: string
  readFile: (path: string) => Variables
}

function variablesOf(host: string, groups: Groups, { directory, readFile }: Files): Variables {
  const around = [...groups.groups.keys()]
    .filter((name) => name !== 'all' && membersOf(name, groups).has(host))
    .sort(
      (a, b) =>
        depthOf(a, groups) - depthOf(b, groups) || priorityOf(a, groups) - priorityOf(b, groups) || (a < b ? -1 : 1),
    )
  const inFiles = (kind: string, name: string) => variableFiles(join(directory, kind), name).map(readFile)
  return Object.assign(
    {},
    groups.groups.get('all')?.variables,
    ...around.map((name) => groups.groups.get(name)?.variables ?? {}),
    ...inFiles('group_vars', 'all'),
    ...around.flatMap((name) => inFiles('group_vars', name)),
    groups.hostVariables.get(host),
    ...inFiles('host_vars', host),
  ) as Variables
}

function membersOf(name: string, groups: Groups, above: string[] = []): Set<string> {
  const group = groups.groups.get(name)
  if (!group || above.includes(name)) return new Set()
  return new Set([
    ...group.hosts,
    ...[...group.children].flatMap((child) => [...membersOf(child, groups, [...above, name])]),
  ])
}

/** Among groups of the same depth, the one with the higher ansible_group_priority wins; it counts in the inventory's file alone. */
function priorityOf(name: string, { groups }: Groups): number {
  return Number(groups.get(name)?.variables['ansible_group_priority'] ?? 1)
}

/** The longest way down from all. */
function depthOf(name: string, { groups }: Groups, below: string[] = []): number {
  const parents = [...groups].filter(([parent, { children }]) => children.has(name) && !below.includes(parent))
  return (
    1 +
    Math.max(
      0,
      ...parents.map(([parent]) => (parent === 'all' ? 0 : depthOf(parent, { groups } as Groups, [...below, name]))),
    )
  )
}
