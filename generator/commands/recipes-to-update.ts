import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { manifestPath } from '../write/manifest.ts'
import { workspaceOf } from '../write/members.ts'

/** What is left to do after a change of the host file, where recipes were rendered from it. */
export function recipesToUpdate(directory: string): string {
  return existsSync(join(workspaceOf(directory), manifestPath))
    ? ' The next registrar generate updates the recipes.'
    : ''
}
