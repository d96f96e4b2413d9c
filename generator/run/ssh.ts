import type { Socket } from 'node:net'
import { constants } from 'node:os'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { NodeSSH } from 'node-ssh'
import type { ServerHostKeyAlgorithm } from 'ssh2'
import type { AppError } from '../errors/app-error.ts'
import { fingerprint, judgeHostKey, type KnownKey, keyType } from './known-hosts.ts'
import { needsOpenSsh, openSshTransport } from './open-ssh.ts'
import { keepAlive, type SshConfig } from './ssh-config.ts'
import { connectionTrouble, hostKeyError, loginError, noShell, unreachable } from './ssh-errors.ts'
import { type Ask, type Login, loginMethods } from './ssh-login.ts'
import { openProxy, type Proxy } from './ssh-proxy.ts'
import { openSocket, silence } from './ssh-socket.ts'
import { shellEntry, type Transport } from './transport.ts'

interface Begun {
  /** The result of beginSocket. */
  begun?: Promise<Socket> | undefined
  /** Fires when the connection is no longer wanted. */
  leave?: AbortSignal | undefined
}

/** Connects as OpenSSH would, or throws an AppError with what is wrong and what to do. */
export async function sshTransport(config: SshConfig, ask: Ask, { begun, leave }: Begun = {}): Promise<Transport> {
  if (needsOpenSsh(config)) return openSshTransport(config, ask)
  const proxy = openProxy(config)
  if (proxy) leave?.addEventListener('abort', proxy.end)
  const takeBack = proxy && ask?.lendTerminal?.()
  const ssh = await connect(config, { login: loginMethods(config, ask), begun, proxy, whenMet: () => takeBack?.() })
  ssh.connection?.on('error', () => undefined) // a lost connection ends its channels, which is what is looked at
  return {
    run: async ({ stdin, onStdout, onStderr, signal: leave }) => {
      leave.addEventListener('abort', () => ssh.connection?.destroy())
      const { code, signal } = await whenChannelIsFree(config, () =>
        ssh.execCommand(shellEntry, { stdin, onStdout, onStderr, noTrim: true }),
      )
      return code ?? (signal === null ? undefined : exitCodeOf(signal))
    },
    close: async () => {
      ssh.dispose()
      proxy?.end()
    },
  }
}

interface Ended {
  code: number | null
  signal: string | null
}

/** A host with MaxSessions 1 may still be closing the session before this one, which has already ended for us. */
async function whenChannelIsFree(config: SshConfig, run: () => Promise<Ended>): Promise<Ended> {
  const deadline = Date.now() + 5000
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Error && 'reason' in error)) return { code: null, signal: null } // the connection was lost
      if (Date.now() > deadline) throw noShell(config.name, error.message)
      await delay(100)
    }
  }
}

/** A shell's exit code for a command that was ended by a signal; SSH names signals without SIG. */
function exitCodeOf(signal: string): number {
  return 128 + (constants.signals[`SIG${signal}` as NodeJS.Signals] ?? 0)
}

/** Milliseconds that logging in may take: a person types, a server looks up names. */
const patience = 300_000

interface Connecting {
  login: Login
  begun: Promise<Socket> | undefined
  proxy: Proxy | undefined
  /** Called when the host has answered, or never will; perhaps twice. */
  whenMet: () => void
}

async function connect(config: SshConfig, { login, begun, proxy, whenMet }: Connecting): Promise<NodeSSH> {
  const { known } = config
  const ssh = new NodeSSH()
  let refused: AppError | undefined
  let contact: Contact | undefined
  const verify = (key: Buffer): boolean => {
    contact?.made()
    whenMet()
    const shown = key.toString('base64')
    const verdict = judgeHostKey(shown, known)
    if (verdict === 'known' || (verdict === 'unknown' && config.acceptsUnknownKeys)) return true
    refused = hostKeyError(verdict, config, { shown: `${keyType(shown)} ${fingerprint(shown)}`, known })
    return false
  }
  try {
    const sock = proxy?.socket ?? (await openSocket(config, begun))
    contact = waitForContact(sock, config)
    return await ssh.connect({
      sock,
      username: config.user,
      hostVerifier: verify,
      authHandler: login.next,
      algorithms: { serverHostKey: hostKeyAlgorithms(known) },
      readyTimeout: patience,
      keepaliveInterval: keepAlive.interval * 1000,
      keepaliveCountMax: keepAlive.count,
    })
  } catch (error) {
    ssh.dispose()
    const proxyError = await proxy?.stderr()
    if (refused ?? login.failure()) throw refused ?? login.failure()
    if ((error as { level?: string }).level === 'client-authentication') throw loginError(config, login.tried)
    throw unreachable(config, proxyError || contact?.trouble() || connectionTrouble(error as Error))
  } finally {
    contact?.made()
    whenMet()
  }
}

interface Contact {
  made: () => void
  /** The reason, if it timed out. */
  trouble: () => string | undefined
}

/** Ends a connection without a host key in time, which OpenSSH's ConnectTimeout covers, too. */
function waitForContact(socket: Duplex, { connectTimeout }: SshConfig): Contact {
  let trouble: string | undefined
  const timer = setTimeout(() => {
    trouble = silence(connectTimeout)
    socket.destroy(new Error(trouble))
  }, connectTimeout * 1000)
  return { made: () => clearTimeout(timer), trouble: () => trouble }
}

const algorithms: ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
]

/** Algorithms with a known key first, so that the server shows that key. */
function hostKeyAlgorithms(known: KnownKey[]): ServerHostKeyAlgorithm[] {
  const types = known.filter(({ marker }) => marker === undefined).map(({ type }) => type)
  const isKnown = (algorithm: string) => types.includes(algorithm.startsWith('rsa-') ? 'ssh-rsa' : algorithm)
  return [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))]
}
