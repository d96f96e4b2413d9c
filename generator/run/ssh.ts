import { connect as connectTcp, type Socket } from 'node:net'
import { NodeSSH } from 'node-ssh'
import type { ServerHostKeyAlgorithm } from 'ssh2'
import type { AppError } from '../errors/app-error.ts'
import { fingerprint, judgeHostKey, type KnownKey, keyType, knownKeys } from './known-hosts.ts'
import type { SshConfig } from './ssh-config.ts'
import { hostKeyError, loginError, unreachable } from './ssh-errors.ts'
import { type Ask, type Login, loginMethods } from './ssh-login.ts'
import { openProxy, type Proxy } from './ssh-proxy.ts'
import { shellEntry, type Transport } from './transport.ts'

/** Connects as OpenSSH would, or throws an AppError that says what is wrong and what to do. */
export async function sshTransport(config: SshConfig, ask: Ask): Promise<Transport> {
  const known = await knownKeys(config)
  const proxy = openProxy(config)
  const ssh = await connect(config, known, loginMethods(config, ask), proxy)
  ssh.connection?.on('error', () => undefined) // a lost connection ends its channels, which is what is looked at
  return {
    run: async ({ stdin, onStdout, onStderr }) => {
      const { code } = await ssh.execCommand(shellEntry, { stdin, onStdout, onStderr, noTrim: true }).catch(() => ({ code: null }))
      return code ?? undefined
    },
    close: async () => {
      ssh.dispose()
      proxy?.end()
    },
  }
}

/** Milliseconds that a person may take to type a passphrase. */
const patience = 300_000

async function connect(config: SshConfig, known: KnownKey[], login: Login, proxy: Proxy | undefined): Promise<NodeSSH> {
  const ssh = new NodeSSH()
  let refused: AppError | undefined
  const verify = (key: Buffer): boolean => {
    const shown = key.toString('base64')
    const verdict = judgeHostKey(shown, known)
    if (verdict === 'known' || (verdict === 'unknown' && config.acceptsUnknownKeys)) return true
    refused = hostKeyError(verdict, config, { shown: `${keyType(shown)} ${fingerprint(shown)}`, known })
    return false
  }
  try {
    return await ssh.connect({
      sock: proxy?.socket ?? (await openSocket(config)),
      username: config.user,
      hostVerifier: verify,
      authHandler: login.next,
      algorithms: { serverHostKey: hostKeyAlgorithms(known) },
      readyTimeout: config.connectTimeout * 1000 + (login.mayAsk ? patience : 0),
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
    })
  } catch (error) {
    ssh.dispose()
    proxy?.end()
    if (refused) throw refused
    const { level, message } = error as Error & { level?: string }
    throw level === 'client-authentication' ? loginError(config, login.tried) : unreachable(config, proxy?.said() || message)
  }
}

function openSocket({ hostname, port, connectTimeout }: SshConfig): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: hostname, port, noDelay: true })
    socket.setTimeout(connectTimeout * 1000, () => socket.destroy(new Error(`no answer within ${connectTimeout} s`)))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

const algorithms: ServerHostKeyAlgorithm[] = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'rsa-sha2-512', 'rsa-sha2-256']

/** Those whose key is known first, so that the server shows that one. */
function hostKeyAlgorithms(known: KnownKey[]): ServerHostKeyAlgorithm[] {
  const types = known.filter(({ marker }) => marker === undefined).map(({ type }) => type)
  const isKnown = (algorithm: string) => types.includes(algorithm.startsWith('rsa-') ? 'ssh-rsa' : algorithm)
  return [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))]
}
