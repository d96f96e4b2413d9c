import { lstatSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { stageNew, type Staged } from '../files/create-file.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { reading, writing } from '../files/system-error.ts'
import { pathChecker } from '../write/path-checker.ts'

export interface NewFile {
  /** Relative to the directory that it goes into. */
  path: string
  text: string
  /** Default: 0644. */
  mode?: number
  /** It may contain secrets, so git must ignore it. */
  isKept?: boolean
}

/** Writes files that are not there yet, all of them or none; `instead` is the hint if one exists. */
export function writeNew(files: NewFile[], out: string, instead: string): void {
  const paths = files.map(({ path }) => path)
  paths.forEach(pathChecker(out))
  refuseExisting(paths, out, instead)
  const made: string[] = []
  const staged: Staged[] = []
  try {
    for (const { path, text, mode } of files) {
      made.push(...writing(join(out, path), () => makeDirectory(dirname(join(out, path)))))
      staged.push(stageNew(join(out, path), text, mode))
    }
  } catch (error) {
    for (const each of staged) each.discard()
    for (const directory of made.reverse()) rmdirSync(directory)
    throw error
  }
  for (const each of staged) each.place()
}

export function refuseExisting(paths: string[], out: string, instead: string): void {
  const exists = (path: string) =>
    reading(path, () => lstatSync(path, { throwIfNoEntry: false }), instead) !== undefined
  const existing = paths.find((path) => exists(join(out, path)))
  if (existing === undefined) return
  throw new AppError('exists', `${existing} already exists; nothing was written.`, { hint: instead })
}
