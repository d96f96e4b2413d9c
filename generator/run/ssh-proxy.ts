import { Duplex } from 'node:stream'
import { execa } from 'execa'
import type { SshConfig } from './ssh-config.ts'

export interface Proxy {
  socket: Duplex
  /** What its command said on standard error so far. */
  said: () => string
  end: () => void
}

/** The connection that ProxyCommand or ProxyJump makes, or undefined when there is neither. OpenSSH does the jumps itself. */
export function openProxy(config: SshConfig): Proxy | undefined {
  const command = proxyCommand(config)
  if (!command) return undefined
  const child = execa(command[0], command.slice(1), { reject: false, buffer: false, stdin: 'pipe' })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return { socket: Duplex.from({ readable: child.stdout, writable: child.stdin }), said: () => said.trim(), end: () => void child.kill() }
}

function proxyCommand(config: SshConfig): [string, ...string[]] | undefined {
  const { proxyCommand: command, proxyJump, file, hostname, port } = config
  if (command !== undefined) return ['sh', '-c', `exec ${expand(command, config)}`]
  const last = proxyJump.at(-1)
  if (last === undefined) return undefined
  const before = proxyJump.slice(0, -1).join(',')
  return ['ssh', ...(file === undefined ? [] : ['-F', file]), ...(before ? ['-J', before] : []), '-o', 'BatchMode=yes', '-W', `[${hostname}]:${port}`, ...jumpTarget(last)]
}

/** user@host:port, or ssh://user@host:port, as words for ssh. */
function jumpTarget(jump: string): string[] {
  if (jump.startsWith('ssh://')) return ['--', jump]
  const [, target = jump, port] = /^(.*?)(?::(\d+))?$/.exec(jump) ?? []
  return [...(port === undefined ? [] : ['-p', port]), '--', target]
}

function expand(command: string, { hostname, port, user, name }: SshConfig): string {
  const tokens: Record<string, string> = { '%%': '%', '%h': hostname, '%p': String(port), '%r': user, '%n': name }
  return command.replace(/%./g, (token) => tokens[token] ?? token)
}
