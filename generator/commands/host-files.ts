import { AppError } from '../errors/app-error.ts'
import { findHostFiles } from '../load/find-host-files.ts'

/** The host files that were named, or those of the workspace around this directory. */
export function hostFiles(named: string[]): string[] {
  const files = named.length > 0 ? named : findHostFiles(process.cwd())
  if (files.length > 0) return files
  throw new AppError(
    'no-host-file',
    'No host file found: no registrar.yml in this directory or above, and no hosts/*.yml.',
    { hint: 'Write one with: registrar init' },
  )
}
