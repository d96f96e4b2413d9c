import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a directory and its missing parents, and returns those that it made, the outermost first. Step by
 * step: Node.js's own recursive way never ends below /proc, and reports ENOENT on a read-only file system.
 */
export function makeDirectory(path: string, mode = 0o777): string[] {
  if (isDirectory(path)) return []
  const above = dirname(path) === path ? [] : makeDirectory(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && isDirectory(path)) return above // somebody was faster
    throw error
  }
  return [...above, path]
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
