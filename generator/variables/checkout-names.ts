import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { KnownNames } from '../dialects/known-names.ts'
import { AppError } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'

const hint = 'Check its owner and mode; the checkout of the playbook is read to know its variables.'

/** Every name that a checkout of the playbook defines: roles' defaults and group_vars, a line that begins with a name and a colon. */
export function checkoutNames(checkout: string): KnownNames {
  const files = [...filesOf(join(checkout, 'roles')), ...filesOf(join(checkout, 'group_vars'))].filter((path) =>
    /(\/defaults\/|\/group_vars\/).*[^/]+$/.test(path),
  )
  const names = files.flatMap((path) =>
    [
      ...readFileOr(hint, path, 16)
        .toString()
        .matchAll(/^([A-Za-z_]\w*):/gm),
    ].map((match) => match[1] ?? ''),
  )
  if (names.length > 0) return { of: `checkout ${checkout}`, names: new Set(names), ...validatedVersionOf(checkout) }
  throw new AppError(
    'not-a-checkout',
    `${checkout} does not hold the playbook: no variables in roles/*/*/defaults and group_vars.`,
    { hint: 'Name the directory that matrix-docker-ansible-deploy was cloned into.' },
  )
}

/** What the playbook expects an operator to have read, from its role of that. */
function validatedVersionOf(checkout: string): Pick<KnownNames, 'validatedVersion'> {
  const file = join(checkout, 'roles/custom/matrix_playbook_migration/defaults/main.yml')
  const version = existsSync(file)
    ? /^matrix_playbook_migration_expected_version: *"?(v[\w.]+)"?/m.exec(readFileOr(hint, file, 16).toString())?.[1]
    : undefined
  return version === undefined ? {} : { validatedVersion: version }
}

function filesOf(directory: string): string[] {
  if (!existsSync(directory)) return []
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
