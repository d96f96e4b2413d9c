import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import type { RenderedFile } from '../render/rendered-file.ts'
import type { Observe } from './compare.ts'

/** Reads files of a workspace; refuses a path that leads outside of it or that is no file. */
export function observer(root: string): Observe {
  const checked = new Map<string, boolean>()
  return (path) => {
    checkDirectories(root, path, checked)
    const target = join(root, path)
    try {
      if (lstatSync(target).isSymbolicLink()) checkInside(root, path)
      if (statSync(target).isDirectory()) {
        throw new AppError('not-a-file', `${target} is a directory; a file belongs there.`, {
          hint: 'Move it away, then run the same command again.',
        })
      }
      return readFileSync(target, 'utf8')
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
      throw explainReading(target, error)
    }
  }
}

/** Two files for one path, on a file system that may not tell upper from lower case. */
export function checkPathsAreDistinct(files: RenderedFile[]): void {
  const seen = new Map<string, string>()
  for (const { path } of files) {
    const other = seen.get(path.toLowerCase())
    if (other !== undefined) {
      throw new AppError(
        'path-claimed-twice',
        `Two hosts would write ${path}${other === path ? '' : ` and ${other}`}.`,
        { hint: 'Give each host a name of its own.' },
      )
    }
    seen.set(path.toLowerCase(), path)
  }
}

function checkDirectories(root: string, path: string, checked: Map<string, boolean>): void {
  for (let directory = dirname(path); directory !== '.' && !checked.has(directory); directory = dirname(directory)) {
    checked.set(directory, true)
    const status = lstatSync(join(root, directory), { throwIfNoEntry: false })
    if (status?.isSymbolicLink()) checkInside(root, directory)
    else if (status && !status.isDirectory()) {
      throw new AppError('not-a-directory', `${join(root, directory)} is a file; a directory belongs there.`, {
        hint: 'Move it away, then run the same command again.',
      })
    }
  }
}

function checkInside(root: string, path: string): void {
  const way = relative(realpathSync(root), realpathSync(join(root, path)))
  if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep)) {
    throw new AppError('symlink-outside', `${join(root, path)} is a symbolic link that leads outside of ${root}.`, {
      hint: 'Nothing was written. Remove the link, or choose another directory with --out.',
    })
  }
}

function explainReading(target: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof AppError || code === undefined) return error
  return new AppError('unreadable-file', `${target} cannot be read (${code}).`, {
    hint: 'Nothing was written. Check its owner and mode.',
    cause: error,
  })
}
