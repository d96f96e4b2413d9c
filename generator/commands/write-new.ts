import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

export interface NewFile {
  /** Relative to the directory that it goes into. */
  path: string
  text: string
  /** Default: 0644. */
  mode?: number
}

/** Writes files that are not there yet, all of them or none; `instead` is what to do about one that is. */
export function writeNew(files: NewFile[], out: string, instead: string): void {
  refuseExisting(
    files.map(({ path }) => path),
    out,
    instead,
  )
  for (const { path, text, mode = 0o644 } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text, { flag: 'wx', mode })
  }
}

export function refuseExisting(paths: string[], out: string, instead: string): void {
  const existing = paths.find((path) => existsSync(join(out, path)))
  if (existing === undefined) return
  throw new AppError('exists', `${existing} is there already; nothing was written.`, { hint: instead })
}
