import { AppError } from '../errors/app-error.ts'
import type { Host } from './perform.ts'
import { runCommand } from './run-command.ts'

export interface Lock {
  /** False where the host has no way to lock: then nothing keeps others out. */
  held: boolean
  release(): Promise<void>
}

/** What `flock` ends with when another one has the lock: EX_TEMPFAIL. */
const taken = 75

/**
 * The lock is a directory that a process on the host holds for as long as its standard input is open. When this program is
 * killed or the connection is lost, that ends, and so does the lock: none is ever left behind.
 */
const script = `for base in /run/lock /var/lock /tmp; do
  lock="$base/matrix-registrar-$1"
  mkdir -p -- "$lock" 2>/dev/null && break
done
exec flock --nonblock --conflict-exit-code ${taken} "$lock" sh -c 'echo held; exec cat'`

/** Takes the lock of a domain's accounts, or throws an AppError when another one has it. */
export async function takeLock({ name, transport, become }: Pick<Host, 'name' | 'transport' | 'become'>, domain: string): Promise<Lock> {
  let release: () => void = () => undefined
  let tell: () => void = () => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<'held'>((resolve) => (tell = () => resolve('held')))
  const ended = runCommand(transport, ['sh', '-c', script, 'sh', domain], { until, onStdout: (text) => text.includes('held') && tell() }, become)
  const first = await Promise.race([held, ended])
  if (first !== 'held' && first.exitCode === taken) {
    throw new AppError('locked', `Another registrar is changing the accounts on ${name} right now.`, { hint: 'Wait until it is done, and try again. Nothing was done.', exitCode: 3 })
  }
  return {
    held: first === 'held',
    release: async () => {
      release()
      await ended
    },
  }
}
