import { AppError } from '../errors/app-error.ts'
import { failures } from '../operations/failures.ts'
import { readRoleFile } from '../render/role-files.ts'
import type { Host } from './host.ts'
import { fillFacts } from './result.ts'
import { type CommandAnswer, runCommand } from './run-command.ts'
import { endless } from './ssh-errors.ts'

export interface Lock {
  /** False if the host has no flock: then nothing keeps others out. */
  held: boolean
  /** Wraps a command to run under this lock: until it ends, nobody else gets the lock, even if this program ends. */
  guard: (argv: string[]) => string[]
  release(): Promise<void>
}

/** The exit code of `with_lock.sh` if another process has the lock: EX_TEMPFAIL. */
const taken = 75

/**
 * The lock is held by a process on the host for as long as its standard input is open. When this program is killed or the
 * connection is lost, that ends, and so does the lock: none is ever left behind.
 */
const holding = 'command -v flock >/dev/null || exit 0; echo "held $token $lock"; exec cat'

/** Takes the lock of a domain's accounts, or throws an AppError if another process has it, or if there is no place for it. */
export async function takeLock(
  { name, transport, become }: Pick<Host, 'name' | 'transport' | 'become'>,
  domain: string,
): Promise<Lock> {
  let release: () => void = () => undefined
  let announce: (holder: string[]) => void = () => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<string[]>((resolve) => (announce = resolve))
  const ended = runCommand(
    transport,
    ['sh', '-c', script('with_lock.sh'), 'sh', domain, 'sh', '-c', holding],
    {
      until,
      onStdout: (text) => {
        const [, token, lock] = /^held (\S+) (.*)\n/m.exec(text) ?? []
        if (token !== undefined && lock !== undefined) announce([lock, token])
      },
    },
    become,
  )
  const first = await Promise.race([held, ended])
  if (!Array.isArray(first)) refuse(first, name)
  return {
    held: Array.isArray(first),
    guard: (argv) => (Array.isArray(first) ? ['sh', '-c', script('under_lock.sh'), 'sh', ...first, ...argv] : argv),
    release: async () => {
      release()
      await ended
    },
  }
}

function script(name: string): string {
  return readRoleFile(`files/${name}`)
}

/** If the command failed, the next one shows why; without flock it ends with 0. */
function refuse({ exceeded, reached, exitCode }: CommandAnswer, host: string): void {
  if (exceeded !== undefined) throw endless(host, exceeded)
  if (reached !== 'command' || exitCode === undefined || exitCode === 0) return
  const { message, hint } = failures[exitCode === taken ? 'locked_by_another' : 'not_lockable']
  throw new AppError('locked', fillFacts(message, { host }), { hint, exitCode: 3 })
}
