import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

import { execa } from 'execa'

/** Holds a lock file for as long as its stdin is open, so that a killed run never leaves a lock behind. */
const holder = [
  'import fcntl, sys',
  'file = open(sys.argv[1], "w")',
  'fcntl.flock(file, fcntl.LOCK_EX)',
  'print("locked", flush=True)',
  'sys.stdin.read()',
].join('\n')

/** Waits for the lock on `path`, however long its owner takes or until `timeout` ms have passed; answers with its release. */
export const lock = async (path: string, { timeout = 60 * 60_000 } = {}): Promise<() => Promise<void>> => {
  await mkdir(dirname(path), { recursive: true })
  const child = execa('python3', ['-c', holder, path], { reject: false, stdin: 'pipe', detached: true })
  const deadline = setTimeout(() => child.kill(), timeout)
  const acquired = await Promise.race([
    new Promise<boolean>((resolve) => child.stdout.once('data', () => resolve(true))),
    child.then(() => false),
  ])
  clearTimeout(deadline)
  if (!acquired) throw new Error(`no lock on ${path}: ${(await child).stderr || `waited ${timeout / 1000} s`}`)
  return async () => {
    child.stdin.end()
    await child
  }
}
