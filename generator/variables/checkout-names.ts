import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** Every name that a checkout of the playbook defines: roles' defaults and group_vars, a line that begins with a name and a colon. */
export function checkoutNames(checkout: string): ReadonlySet<string> {
  const files = [...filesOf(join(checkout, 'roles')), ...filesOf(join(checkout, 'group_vars'))].filter((path) => /(\/defaults\/|\/group_vars\/).*[^/]+$/.test(path))
  const names = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^([A-Za-z_]\w*):/gm)].map((match) => match[1] ?? ''))
  if (names.length > 0) return new Set(names)
  throw new AppError('not-a-checkout', `${checkout} does not hold the playbook: no variables in roles/*/*/defaults and group_vars.`, { hint: 'Name the directory that matrix-docker-ansible-deploy was cloned into.' })
}

function filesOf(directory: string): string[] {
  if (!existsSync(directory)) return []
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
