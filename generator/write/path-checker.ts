import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { reading } from '../files/system-error.ts'

const hint = 'Nothing was written. Choose another directory, or check the owner and mode of this one.'

/**
 * Checks each directory from a workspace to a path in it: none may be a symbolic link, because what is written
 * or removed through one is outside of it. Results are cached.
 */
export function pathChecker(root: string): (path: string) => void {
  const checked = new Set<string>()
  return (path) => {
    for (let directory = dirname(path); directory !== '.' && !checked.has(directory); directory = dirname(directory)) {
      checked.add(directory)
      checkDirectory(join(root, directory), root)
    }
  }
}

function checkDirectory(directory: string, root: string): void {
  const status = reading(directory, () => lstatSync(directory, { throwIfNoEntry: false }), hint)
  if (status?.isSymbolicLink())
    throw new AppError('symlink', `${directory} is a symbolic link; below ${root} a directory is expected.`, {
      hint: 'Nothing was written. Remove the link, or choose another directory with --out.',
    })
  if (status && !status.isDirectory())
    throw new AppError('not-a-directory', `${directory} is a file; a directory belongs there.`, {
      hint: 'Move it away, then run the same command again.',
    })
}
