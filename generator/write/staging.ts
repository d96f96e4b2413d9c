import { lstatSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeDirectory } from '../files/make-directory.ts'
import type { Change } from './compare.ts'
import { pathChecker } from './path-checker.ts'

const stagingPath = '.registrar/tmp'

/** Whether a run that was killed left something. */
export function isStagingLeft(root: string): boolean {
  return lstatSync(join(root, stagingPath), { throwIfNoEntry: false }) !== undefined
}

/** Writes all contents next to the workspace's files, and makes the directories that they go into; returns their paths. */
export function stage(written: Change[], root: string): string[] {
  const directory = join(root, stagingPath)
  clearStaging(root)
  makeDirectory(directory)
  for (const path of new Set(written.map(({ path }) => dirname(path)))) makeDirectory(join(root, path))
  return written.map(({ file, path }, index) => {
    const staged = join(directory, String(index))
    const mode = statSync(join(root, path), { throwIfNoEntry: false })?.mode ?? file?.mode ?? 0o644
    writeFileSync(staged, file?.content ?? '', { mode: mode & 0o777, flag: 'wx' })
    return staged
  })
}

/** Removes what `stage` wrote, by its names, and nothing else. */
export function clearStaging(root: string): void {
  const directory = join(root, stagingPath)
  pathChecker(root)(join(stagingPath, '0'))
  if (!isStagingLeft(root)) return
  const names = readdirSync(directory)
  for (const name of names.filter((each) => /^\d+$/.test(each))) rmSync(join(directory, name), { force: true })
  if (names.every((name) => /^\d+$/.test(name))) rmdirSync(directory)
}
