import { AppError } from '../errors/app-error.ts'
import { type HostKeyVerdict, type KnownKey, knownName } from './known-hosts.ts'
import type { SshConfig } from './ssh-config.ts'

interface ShownKey {
  /** Type and fingerprint. */
  shown: string
  known: KnownKey[]
}

/** Why a host's key is not trusted. */
export function hostKeyError(
  verdict: Exclude<HostKeyVerdict, 'known'>,
  config: SshConfig,
  { shown, known }: ShownKey,
): AppError {
  const name = knownName(config)
  const where = `sudo sh -c 'for key in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $key; done'`
  const words: Record<typeof verdict, [string, string]> = {
    unknown: [
      `The host key of ${name} is unknown: ${shown}.`,
      `Compare it with the host's own key (${where}), then accept it by connecting once: ${sshCommand(config)}`,
    ],
    changed: [
      `The host key of ${name} has changed: it is now ${shown}. Either the host was reinstalled, or somebody is intercepting the connection.`,
      `Ask whoever runs the host. If the change is expected: ssh-keygen -R '${name}'${filesOf(known)}, then ${sshCommand(config)}`,
    ],
    revoked: [
      `The host key of ${name} was revoked: ${shown}.`,
      `Do not connect. The host needs a new key${filesOf(known)}.`,
    ],
  }
  const [message, hint] = words[verdict]
  return new AppError(`host-key-${verdict}`, message, { hint, exitCode: 3 })
}

function filesOf(known: KnownKey[]): string {
  const files = [...new Set(known.map(({ file }) => file))]
  return files.length === 1 ? ` -f ${files[0]}` : ''
}

export function loginError(config: SshConfig, tried: string[]): AppError {
  const { user, hostname } = config
  return new AppError(
    'login-refused',
    `${hostname} refused the login as ${user} (tried: ${tried.join(', ') || 'nothing; there is no key'}).`,
    {
      hint: `Check the user, and that its key is in ~${user}/.ssh/authorized_keys there. To see more: ${sshCommand(config, '-v')}. Nothing was changed.`,
      exitCode: 3,
    },
  )
}

export function unreachable(config: SshConfig, detail: string): AppError {
  const { name, hostname, port } = config
  const where = name === hostname ? `${name}, port ${port}` : `${name} at ${hostname}, port ${port}`
  return new AppError('unreachable', `Cannot connect to ${where}: ${detail}.`, {
    hint: `Check connection in the host file, and that this works: ${sshCommand(config)}. Nothing was changed.`,
    exitCode: 3,
  })
}

/** Why there is no connection, from the errors of Node and ssh2. */
export function connectionTrouble({ code, message }: NodeJS.ErrnoException): string {
  if (hungUp.includes(message)) return 'the connection was closed'
  const reason = reasons[code ?? '']
  return reason === undefined ? message.trim().replace(/\.$/, '') : `${reason} (${code})`
}

/** In the words of ssh2 (1.17), and of node-ssh (13) for later. */
const hungUp = ['Connection lost before handshake', 'No response from server']

const reasons: Record<string, string> = {
  ENOTFOUND: 'host name not found',
  EAI_AGAIN: 'host name not found: no name server answers',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the host',
  ETIMEDOUT: 'no answer',
}

/** The connection is there, but what answers is not a shell. */
export function noShell(host: string, detail: string): AppError {
  return new AppError('no-shell', `${host} accepts the login, but runs no commands: ${detail}.`, {
    hint: 'Check the login shell, its start-up files, and whether a command is forced for this key.',
    exitCode: 3,
  })
}

export function connectionLost(host: string, { began }: { began: boolean }): AppError {
  const [when, hint] = began
    ? [
        'while the program ran there',
        'What it had done by then is unknown. Run the same command again; existing accounts are left alone.',
      ]
    : ['before the program began', 'Nothing was changed. Run the same command again.']
  return new AppError('connection-lost', `The connection to ${host} was lost ${when}.`, { hint, exitCode: 3 })
}

/** The error for a host that exceeded a limit. */
export function endless(host: string, exceeded: string): AppError {
  return new AppError('no-end', `${host} sent too much, or took too long: ${exceeded}.`, {
    hint: 'Check the start-up files and the disk on the host. What was done by then is unknown: run the same command again.',
    exitCode: 3,
  })
}

/** A command for a person to type. */
function sshCommand({ file, port, user, name }: SshConfig, ...options: string[]): string {
  return [
    'ssh',
    ...options,
    ...(file === undefined ? [] : ['-F', file]),
    ...(port === 22 ? [] : ['-p', String(port)]),
    `${user}@${name}`,
  ].join(' ')
}
