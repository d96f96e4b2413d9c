import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

const lockPath = '.registrar/lock'

/** Does work while no other run may write to the same workspace. A lock whose process is gone does not count. */
export function withLock<Result>(root: string, work: () => Result): Result {
  const path = join(root, lockPath)
  take(path)
  try {
    return work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): void {
  makeDirectory(dirname(path))
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(path, 'utf8'))
    if (isRunning(holder)) {
      throw new AppError('locked', `Another registrar (process ${holder}) is writing here.`, {
        hint: 'Wait for it, then run the same command again.',
      })
    }
    rmSync(path, { force: true })
    take(path)
  }
}

/** Not `recursive` at the last step: on a read-only file system that says ENOENT instead of EROFS. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return
  if (!existsSync(dirname(directory))) mkdirSync(dirname(directory), { recursive: true })
  mkdirSync(directory)
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
