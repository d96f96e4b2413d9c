import { lstatSync, readlinkSync, statSync } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** The missing target of a broken link; undefined: not a broken link. */
export function danglingTarget(path: string): string | undefined {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  return isLink && isMissing(path) ? readlinkSync(path) : undefined
}

/** Links that form a loop do not count. */
function isMissing(path: string): boolean {
  try {
    statSync(path)
    return false
  } catch (error) {
    return isSystemError(error) && error.code === 'ENOENT'
  }
}
