import { AppError } from '../errors/app-error.ts'
import { failures } from '../operations/failures.ts'
import { readTemplate } from '../render/read-template.ts'
import type { Host } from './perform.ts'
import { fillFacts } from './report.ts'
import { runCommand } from './run-command.ts'
import { endless } from './ssh-errors.ts'

export interface Lock {
  /** False where the host has no way to lock: then nothing keeps others out. */
  held: boolean
  release(): Promise<void>
}

/** What `with_lock.sh` ends with when another one has the lock: EX_TEMPFAIL. */
const taken = 75

/**
 * The lock is held by a process on the host for as long as its standard input is open. When this program is killed or the
 * connection is lost, that ends, and so does the lock: none is ever left behind.
 */
const holding = 'command -v flock >/dev/null || exit 0; echo held; exec cat'

/** Takes the lock of a domain's accounts, or throws an AppError when another one has it. */
export async function takeLock(
  { name, transport, become }: Pick<Host, 'name' | 'transport' | 'become'>,
  domain: string,
): Promise<Lock> {
  let release: () => void = () => undefined
  let tell: () => void = () => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<'held'>((resolve) => (tell = () => resolve('held')))
  const ended = runCommand(
    transport,
    ['sh', '-c', readTemplate('roles/matrix_users/files/with_lock.sh'), 'sh', domain, 'sh', '-c', holding],
    { until, onStdout: (text) => text.includes('held') && tell() },
    become,
  )
  const first = await Promise.race([held, ended])
  if (first !== 'held' && first.exceeded !== undefined) throw endless(name, first.exceeded)
  if (first !== 'held' && first.exitCode === taken) {
    const { message, hint } = failures.locked_by_another
    throw new AppError('locked', fillFacts(message, { host: name }), { hint, exitCode: 3 })
  }
  return {
    held: first === 'held',
    release: async () => {
      release()
      await ended
    },
  }
}
