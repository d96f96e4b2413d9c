import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { lock } from './lock.ts'

/** Where everything that the lab installs lives: outside the tree, shared by all checkouts. */
export const cacheDir = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'matrix-registrar')

/**
 * The directory `name` of the cache, filled by `build` at its final place (a venv cannot be moved).
 * Built once: two runs at once wait for one another, and a build that did not finish is started afresh.
 */
export const once = async (name: string, build: (dir: string) => Promise<void>): Promise<string> => {
  const dir = join(cacheDir, name)
  const stamp = join(cacheDir, `${name}.complete`)
  if (existsSync(stamp)) return dir
  const release = await lock(join(cacheDir, `${name}.lock`))
  try {
    if (existsSync(stamp)) return dir
    await rm(dir, { recursive: true, force: true })
    await mkdir(dir, { recursive: true })
    await build(dir)
    await writeFile(stamp, '')
    return dir
  } finally {
    await release()
  }
}
