import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '../errors/app-error.ts'
import type { Reach } from '../run/operate.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'

/** Which host, and how it is reached: the same for every command that connects to one. */
export interface ReachOptions {
  file?: string
  host?: string
  askBecomePass?: boolean
  sshConfig?: string
  readyTimeout: number
}

export function addHostOptions(command: Command): Command {
  return command
    .option('--host <name>', 'which host, when there are several')
    .option('--file <path>', 'the host file; default: registrar.yml here or above, else hosts/*.yml')
}

export function addReachOptions(command: Command): Command {
  return command
    .option('--ask-become-pass', 'ask for the password of sudo on the host')
    .option('--ssh-config <file>', 'read instead of ~/.ssh/config')
    .option('--ready-timeout <seconds>', 'how long a homeserver may take to answer after it was started', seconds, 120)
}

/** Asks for sudo's password where that is wanted. */
export async function reachOf({ host, directory }: { host: string; directory: string }, options: ReachOptions): Promise<Reach> {
  const becomePassword = options.askBecomePass ? await becomePasswordOf(host) : undefined
  return {
    directory,
    ask: canAsk() ? askSecret : undefined,
    readyTimeout: options.readyTimeout,
    ...(becomePassword ? { becomePassword } : {}),
    ...(options.sshConfig === undefined ? {} : { sshConfig: options.sshConfig }),
  }
}

function becomePasswordOf(host: string) {
  if (canAsk()) return askSecret(`Password for sudo on ${host}: `)
  throw new AppError('no-terminal', 'There is no terminal to ask for the password of sudo.', { hint: 'Set connection.become.password in the host file to a reference.' })
}

function seconds(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number of seconds.')
  return number
}
