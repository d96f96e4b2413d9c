import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { writing } from '../files/system-error.ts'

/**
 * Programs that lock the file that they are given as number 3. It is open here, too, and a lock of that kind belongs to
 * the open file, not to the program: so it is held when the program has ended, and until this process closes the file or
 * ends, however it ends.
 */
const lockers: [string, ...string[]][] = [
  ['flock', '-n', '3'],
  ['perl', '-MFcntl=:flock', '-e', 'open(my $file, "<&=", 3) or die $!; exit !flock($file, LOCK_EX | LOCK_NB)'], // macOS
]

/** Does work while no other run may write to the same workspace; the lock is on its directory, so nothing is left behind. */
export function withLock<Result>(root: string, work: () => Result): Result {
  const descriptor = writing(root, () => {
    makeDirectory(root)
    return openSync(root, 'r')
  })
  try {
    lock(descriptor, root)
    return work()
  } finally {
    closeSync(descriptor)
  }
}

function lock(descriptor: number, root: string): void {
  const answer = firstAnswer(descriptor)
  if (answer?.status === 0) return
  if (answer?.status === 1)
    throw new AppError('locked', `Another registrar is writing to ${root}.`, {
      hint: 'Wait for it, then run the same command again.',
    })
  throw new AppError(
    'cannot-lock',
    `${root} cannot be locked: ${answer?.stderr.toString().trim() ?? 'there is neither flock nor perl here'}.`,
    { hint: 'Nothing was written. Install util-linux (it has flock), or choose a directory on a local disk.' },
  )
}

/** What the first of the lockers that is there says. */
function firstAnswer(descriptor: number): SpawnSyncReturns<Buffer> | undefined {
  for (const [program, ...words] of lockers) {
    const answer = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'pipe', descriptor] })
    if (answer.status !== null) return answer
  }
  return undefined
}
