import { connect, type Socket } from 'node:net'
import { needsOpenSsh } from './open-ssh.ts'
import type { SshConfig } from './ssh-config.ts'
import { proxyCommand } from './ssh-proxy.ts'

/**
 * Connects, so that the host can begin while the SSH library still loads; undefined where a proxy or OpenSSH itself
 * connects. Whoever awaits it is told what went wrong.
 */
export function beginSocket(config: SshConfig): Promise<Socket> | undefined {
  if (needsOpenSsh(config) || proxyCommand(config)) return undefined
  const socket = openSocket(config)
  socket.catch(() => undefined)
  return socket
}

export function openSocket({ hostname, port, connectTimeout }: SshConfig): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port, noDelay: true })
    socket.setTimeout(connectTimeout * 1000, () => socket.destroy(new Error(silence(connectTimeout))))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

export function silence(seconds: number): string {
  return `no answer within ${seconds} s`
}
