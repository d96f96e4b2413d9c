import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Change } from '../../generator/dialects/changes.ts'
import { prefixOf, type Role } from '../../generator/dialects/roles.ts'
import { renamingsIn } from './changelog.ts'
import { type Refusal, refusalsOf } from './changes-of-role.ts'
import { documentedOtherwise } from './documented.ts'
import { type Commit, commitOf, firstRefusals } from './history.ts'
import { definedBy, definedIn, type Names, usedBy, usedIn } from './names-of-role.ts'
import { changeOf } from './successor.ts'
import { filesBelow, isMapping, readYaml } from './yaml-files.ts'

/** What a checkout of the playbook says of its variables. */
export interface ReleaseData extends Commit {
  names: Names
  roles: (Role & { name: string })[]
  changes: Change[]
}

/** Reads a checkout, with the roles under roles/galaxy as far as they are there. */
export function readRelease(checkout: string): ReleaseData {
  const commit = commitOf(checkout)
  if (!commit) throw new Error(`${checkout} is no git checkout of the playbook.`)
  const directories = ['custom', 'galaxy'].flatMap((kind) => rolesIn(join(checkout, 'roles', kind)))
  const defined = directories.map((path) => ({ path, names: definedBy(path) }))
  const roles = defined.flatMap(({ path, names }) => roleOf(checkout, path, names)).concat(absentRoles(checkout))
  const groups = filesBelow(join(checkout, 'group_vars'))
  const names: Names = new Map([...defined.flatMap(({ names }) => [...names]), ...untyped(definedIn(groups), defined)])
  const used = [...directories.flatMap((path) => [...usedBy(path)]), ...groups.flatMap((file) => [...usedIn(file)])]
  const changes = changesOf(checkout, directories, commit.date)
  const refused = new Set(changes.map(({ old }) => old))
  for (const name of used) if (!names.has(name) && !refused.has(name) && isOfPlaybook(name, roles)) names.set(name, '?')
  for (const name of documentedOtherwise(checkout, names)) names.set(name, '?')
  return { ...commit, names, roles, changes }
}

/** group_vars say how roles work together, mostly in templates: a role's own default reports the type better. */
function untyped(groups: Names, defined: { names: Names }[]): Names {
  const own = new Map(defined.flatMap(({ names }) => [...names]))
  return new Map([...groups].map(([name, type]) => [name, own.get(name) ?? type]))
}

function isOfPlaybook(name: string, roles: Role[]): boolean {
  return name.startsWith('matrix_') || roles.some(({ prefix }) => name.startsWith(prefix))
}

function rolesIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name))
}

/** A role that installs Docker anywhere is anyone's: its names are never called unknown. */
const anyones = ['docker']

function roleOf(checkout: string, path: string, names: Names): ReleaseData['roles'] {
  const name = basename(path)
  const prefix = prefixOf([...names.keys()])
  if (prefix === undefined) return []
  return [{ name, prefix, isSeen: !anyones.includes(name) && isAtItsVersion(checkout, path) }]
}

/** Whether a role is the one that requirements.yml asks for; ansible-galaxy and agru note what they installed. */
function isAtItsVersion(checkout: string, path: string): boolean {
  const wanted = requirementsOf(checkout).find(({ name }) => name === basename(path))?.version
  const note = join(path, 'meta/.galaxy_install_info')
  if (wanted === undefined || !existsSync(note)) return true
  const installed = /version: *'?([^\s',}]+)/.exec(readFileSync(note, 'utf8'))?.[1]
  return installed === wanted
}

/** Roles that are not there: their names cannot be seen. */
function absentRoles(checkout: string): ReleaseData['roles'] {
  return requirementsOf(checkout)
    .filter(({ name }) => !existsSync(join(checkout, 'roles/galaxy', name)))
    .flatMap(({ name }) => [`${name}_`, `devture_${name}_`].map((prefix) => ({ name, prefix, isSeen: false })))
}

function requirementsOf(checkout: string): { name: string; version: string }[] {
  const file = join(checkout, 'requirements.yml')
  const wanted = existsSync(file) ? readYaml(file) : []
  if (!Array.isArray(wanted)) return []
  return wanted.filter(isMapping).map((role) => ({ name: String(role['name']), version: String(role['version']) }))
}

/** The tables of the roles, and where they do not tell what became of a name, the changelog. */
function changesOf(checkout: string, directories: string[], day: string): Change[] {
  const first = firstRefusals(checkout)
  const reported = renamingsIn(join(checkout, 'CHANGELOG.md'))
  const successors = new Map(reported.map((each) => [each.old, each.new]))
  const named = ({ old, new: words }: Refusal) => (words === '<removed>' ? (successors.get(old) ?? words) : words)
  const refused = directories.flatMap(refusalsOf).map((each) => changeOf(each.old, named(each), first(each.old) ?? day))
  const known = new Set(refused.map(({ old }) => old))
  return [
    ...refused,
    ...reported.filter(({ old }) => !known.has(old)).map((each) => changeOf(each.old, each.new, each.since)),
  ]
}
