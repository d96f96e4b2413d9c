import { AppError } from '../errors/app-error.ts'

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than the system allows',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links form a loop',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or directory',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a directory',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ETXTBSY: 'it is in use',
}

/** Whether the operating system refused something, as opposed to a mistake in the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return typeof code === 'string' && typeof syscall === 'string'
}

/** Why the operating system refused something. */
export function reasonOf({ code = 'unknown' }: NodeJS.ErrnoException): string {
  return reasons[code] ?? `the system says ${code}`
}

/** Runs something that reads a path; explains a system error. */
export function reading<Result>(path: string, work: () => Result, hint: string): Result {
  try {
    return work()
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new AppError('unreadable-file', `${path} cannot be read: ${reasonOf(error)}.`, { hint, cause: error })
  }
}

/** Runs something that writes to a path; explains a system error. */
export function writing<Result>(path: string, work: () => Result, hint = 'Nothing was written there.'): Result {
  try {
    return work()
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new AppError('cannot-write', `${path} cannot be written: ${reasonOf(error)}.`, {
      hint: `${hint} Fix the cause, then run the same command again.`,
      cause: error,
    })
  }
}
