import { Duplex } from 'node:stream'
import { execa } from 'execa'
import { expandTokens, type SshConfig } from './ssh-config.ts'

export interface Proxy {
  socket: Duplex
  /** Standard error of its command, once it has ended. */
  stderr: () => Promise<string>
  end: () => void
}

/** The connection that ProxyCommand or ProxyJump makes, or undefined when there is neither. OpenSSH does the jumps itself. */
export function openProxy(config: SshConfig): Proxy | undefined {
  const command = proxyCommand(config)
  if (!command) return undefined
  const child = execa(command[0], command.slice(1), { reject: false, buffer: false, stdin: 'pipe' })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const end = () => void child.kill()
  return {
    socket: Duplex.from({ readable: child.stdout, writable: child.stdin }),
    stderr: async () => {
      end()
      await child
      return stderr.trim().split(/\r?\n/).join(' ')
    },
    end,
  }
}

export function proxyCommand(config: SshConfig): [string, ...string[]] | undefined {
  const { proxyCommand: command, proxyJump, file, hostname, port } = config
  if (command !== undefined) return ['sh', '-c', `exec ${expandTokens(command, config)}`]
  const last = proxyJump.at(-1)
  if (last === undefined) return undefined
  const before = proxyJump.slice(0, -1).join(',')
  return [
    'ssh',
    ...(file === undefined ? [] : ['-F', file]),
    ...(before ? ['-J', before] : []),
    '-o',
    'BatchMode=yes',
    '-W',
    `[${hostname}]:${port}`,
    '--',
    last.startsWith('ssh://') ? last : `ssh://${last}`,
  ]
}
