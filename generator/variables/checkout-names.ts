import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findChange } from '../dialects/find-change.ts'
import { newestRelease } from '../dialects/releases.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import { namesOf } from '../dialects/names.ts'
import { prefixOf, type Role } from '../dialects/roles.ts'
import { AppError } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'

const hint = 'Check its owner and mode; the checkout of the playbook is read to know its variables.'

/** Every name that a checkout of the playbook defines: in roles' defaults and vars, and in group_vars. */
export function checkoutNames(checkout: string): PlaybookNames {
  const roles = ['custom', 'galaxy'].flatMap((kind) => directoriesIn(join(checkout, 'roles', kind)))
  const byRole = roles.map((role) => ({ role, names: definedBelow([join(role, 'defaults'), join(role, 'vars')]) }))
  const names = new Set([...byRole.flatMap((each) => each.names), ...definedBelow([join(checkout, 'group_vars')])])
  if (names.size > 0)
    return {
      of: `checkout ${checkout}`,
      names,
      roles: [...byRole.flatMap(seenRole), ...absentRoles(checkout)],
      ...validatedVersionOf(checkout),
      ...refusedBy(roles, names),
    }
  throw new AppError(
    'not-a-checkout',
    `${checkout} does not contain the playbook: no variables in roles/*/*/defaults and group_vars.`,
    { hint: 'Name the directory that matrix-docker-ansible-deploy was cloned into.' },
  )
}

/** The same, with the names that its roles ask for and leave to the operator to define. */
export function namesInUse(checkout: string): PlaybookNames {
  const playbook = checkoutNames(checkout)
  const files = filesOf(join(checkout, 'roles')).filter((path) => /\/(templates|tasks|defaults|vars)\//.test(path))
  const used = [...files, ...filesOf(join(checkout, 'group_vars'))].flatMap((path) => usedIn(read(path)))
  return { ...playbook, names: new Set([...playbook.names, ...used]) }
}

/** A line that begins with a name and a colon. */
function definedBelow(directories: string[]): string[] {
  return directories
    .flatMap(filesOf)
    .flatMap((path) => [...read(path).matchAll(/^([A-Za-z_]\w*):/gm)].map((match) => match[1] ?? ''))
}

/** Names within braces, but for those of messages that ask to rename something. */
function usedIn(text: string): string[] {
  const expressions = text.match(/\{\{.*?\}\}|\{%.*?%\}/gs) ?? []
  return expressions.flatMap((expression) =>
    [...expression.replace(/'[^']*'|"[^"]*"/g, '').matchAll(/(?<![\w.])[a-z]+_\w*[A-Za-z0-9]/g)].map(([name]) => name),
  )
}

function seenRole({ role, names }: { role: string; names: string[] }): Role[] {
  const prefix = prefixOf(names)
  return prefix === undefined ? [] : [{ prefix, isSeen: basename(role) !== 'docker' }] // anyone installs Docker
}

/** Roles that `just roles` would fetch, but has not: their names cannot be checked. */
function absentRoles(checkout: string): Role[] {
  const file = join(checkout, 'requirements.yml')
  const names = existsSync(file) ? [...read(file).matchAll(/^ *name: *(\w+)/gm)] : []
  return names
    .map((match) => match[1] ?? '')
    .filter((name) => !existsSync(join(checkout, 'roles/galaxy', name)))
    .flatMap((name) => [`${name}_`, `devture_${name}_`].map((prefix) => ({ prefix, isSeen: false })))
}

/** Rows of the roles' tables "catch and report renamed settings" that our own tables do not have yet. */
function refusedBy(roles: string[], names: ReadonlySet<string>): Pick<PlaybookNames, 'refused'> {
  const files = roles.map((role) => join(role, 'tasks/validate_config.yml')).filter((file) => existsSync(file))
  const rows = files.flatMap((file) => [...read(file).matchAll(/'old': *'(\w+)', *'new': *'([^']*)'/g)])
  const unheard = rows.flatMap(([, old = '', instead = '']) =>
    names.has(old) || findChange(old) || !namesOf(newestRelease).has(old)
      ? []
      : [[old, /^\w+$/.test(instead) ? instead : undefined] as const],
  )
  return unheard.length > 0 ? { refused: new Map(unheard) } : {}
}

/** What the playbook expects an operator to have read, from its role of that. */
function validatedVersionOf(checkout: string): Pick<PlaybookNames, 'validatedVersion'> {
  const file = join(checkout, 'roles/custom/matrix_playbook_migration/defaults/main.yml')
  const version = existsSync(file)
    ? /^matrix_playbook_migration_expected_version: *"?(v[\w.]+)"?/m.exec(read(file))?.[1]
    : undefined
  return version === undefined ? {} : { validatedVersion: version }
}

function directoriesIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).map((name) => join(directory, name))
}

function filesOf(directory: string): string[] {
  if (!existsSync(directory)) return []
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function read(file: string): string {
  return readFileOr(hint, file, 16).toString()
}
