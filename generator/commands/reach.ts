import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '../errors/app-error.ts'
import type { Reach } from '../run/operate.ts'
import { askSecret } from '../ui/ask.ts'
import { hideProgress } from '../ui/progress.ts'
import { printable } from '../ui/printable.ts'
import { canAsk } from '../ui/terminal.ts'
import { note } from '../ui/verbosity.ts'

/** Options for the host and its connection, the same for every command that connects. */
export interface ConnectionOptions {
  file?: string
  host?: string
  askBecomePass?: boolean
  sshConfig?: string
  verbose?: boolean
}

/** The same, and how long to wait for a server that was started. */
export interface ReachOptions extends ConnectionOptions {
  readyTimeout: number
}

export function addHostOptions(command: Command): Command {
  return command
    .option('-H, --host <name>', 'host to act on, if there are several')
    .option('-f, --file <path>', 'the host file; default: registrar.yml here or above, else hosts/*.yml')
}

export function addConnectionOptions(command: Command): Command {
  return command
    .option('--ask-become-pass', 'ask for the sudo password of the host')
    .option('--ssh-config <file>', 'use this file instead of ~/.ssh/config')
    .option('-v, --verbose', 'show the requests on standard error')
}

export function addReachOptions(command: Command): Command {
  return addConnectionOptions(command).option(
    '--ready-timeout <seconds>',
    'how long to wait for a homeserver that was just started',
    seconds,
    120,
  )
}

export async function reachOf(where: Where, options: ReachOptions): Promise<Reach> {
  return { ...(await connectionOf(where, options)), readyTimeout: options.readyTimeout }
}

interface Where {
  host: string
  directory: string
}

/** The same meaning in every command. */
export const checkHelp = 'change nothing; show what would change'

/** A request on a line of its own. */
function traceRequest(request: string): void {
  hideProgress()
  process.stderr.write(`${printable(request)}\n`)
}

/** What takes longer than a moment is never silent. */
function tellWait(host: string): (wait: string) => void {
  return (wait) => {
    hideProgress()
    note(`${printable(`${host}: waiting ${wait}`)}\n`)
  }
}

/** Asks for sudo's password where that is wanted. */
export async function connectionOf(
  { host, directory }: Where,
  options: ConnectionOptions,
): Promise<Omit<Reach, 'readyTimeout'>> {
  const becomePassword = options.askBecomePass ? await becomePasswordOf(host) : undefined
  return {
    directory,
    ask: canAsk() ? askSecret : undefined,
    ...(options.verbose ? { onRequest: traceRequest } : {}),
    onWait: tellWait(host),
    ...(becomePassword ? { becomePassword } : {}),
    ...(options.sshConfig === undefined ? {} : { sshConfig: options.sshConfig }),
  }
}

function becomePasswordOf(host: string) {
  if (canAsk()) return askSecret(`Password for sudo on ${host}`)
  throw new AppError('no-terminal', 'There is no terminal to ask for the password of sudo.', {
    hint: 'Set connection.become.password in the host file to a reference.',
  })
}

function seconds(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number of seconds.')
  return number
}
