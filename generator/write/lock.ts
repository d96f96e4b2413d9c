import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(path, 'utf8'))
    if (isRunning(holder)) {
      throw new AppError('locked', `Another registrar (process ${holder}) is writing here.`, { hint: 'Wait for it, then run the same command again.' })
    }
    rmSync(path, { force: true })
    take(path)
  }
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
