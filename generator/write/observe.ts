import { lstatSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'
import { reading } from '../files/system-error.ts'
import type { RenderedFile } from '../render/rendered-file.ts'
import type { Observe } from './compare.ts'
import { pathChecker } from './path-checker.ts'

/** In MiB: what we render is far smaller, whatever exists in its place. */
const limit = 64

const hint = 'Nothing was written. Move it away, or check its owner and mode.'

/** Reads files of a workspace; refuses a path that leads outside of it or that is no file. */
export function observer(root: string): Observe {
  const checkPath = pathChecker(root)
  return (path) => {
    checkPath(path)
    const target = join(root, path)
    const status = reading(target, () => lstatSync(target, { throwIfNoEntry: false }), hint)
    if (!status) return undefined
    if (status.isSymbolicLink()) reading(target, () => checkInside(root, path), hint)
    return readFileOr(hint, target, limit)
  }
}

/** Two files for one path, on a file system that may ignore letter case. */
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

function checkInside(root: string, path: string): void {
  const way = relative(realpathSync(root), realpathSync(join(root, path)))
  if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep)) {
    throw new AppError('symlink-outside', `${join(root, path)} is a symbolic link that leads outside of ${root}.`, {
      hint: 'Nothing was written. Put the file itself in place of the link, or choose another directory.',
    })
  }
}
