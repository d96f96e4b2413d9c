import { lstatSync, readlinkSync, statSync } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** What a link leads to that is not there; undefined: it is no such link. */
export function danglingTarget(path: string): string | undefined {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  return isLink && isMissing(path) ? readlinkSync(path) : undefined
}

/** Links in a circle are another matter. */
function isMissing(path: string): boolean {
  try {
    statSync(path)
    return false
  } catch (error) {
    return isSystemError(error) && error.code === 'ENOENT'
  }
}
