import { connect, type Socket } from 'node:net'
import { needsOpenSsh } from './open-ssh.ts'
import type { SshConfig } from './ssh-config.ts'
import { proxyCommand } from './ssh-proxy.ts'

/** The socket of `beginSocket`, or a new one if that was closed meanwhile, which ssh2 would not notice. */
export async function openSocket(config: SshConfig, begun = connectTo(config)): Promise<Socket> {
  const socket = await begun
  if (socket.readableEnded || socket.destroyed) throw socket.errored ?? new Error('the connection was closed')
  return socket
}

/**
 * Connects, so that the host can begin while the SSH library still loads; undefined where a proxy or OpenSSH itself
 * connects. Whoever awaits it gets the error. `leave` closes it.
 */
export function beginSocket(config: SshConfig, leave?: AbortSignal): Promise<Socket> | undefined {
  if (needsOpenSsh(config) || proxyCommand(config)) return undefined
  const socket = connectTo(config, leave)
  socket.catch(() => undefined)
  return socket
}

function connectTo({ hostname, port, connectTimeout }: SshConfig, leave?: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    leave?.throwIfAborted() // a socket would connect all the same
    const socket = connect({ host: hostname, port, noDelay: true, ...(leave ? { signal: leave } : {}) })
    socket.setTimeout(connectTimeout * 1000, () => socket.destroy(new Error(silence(connectTimeout))))
    socket.on('error', reject) // also of one that is connected and not yet used
    socket.once('connect', () => {
      socket.setTimeout(0)
      resolve(socket)
    })
  })
}

export function silence(seconds: number): string {
  return `no answer within ${seconds} s`
}
