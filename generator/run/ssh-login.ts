import { existsSync, readFileSync } from 'node:fs'
import ssh2, { type AnyAuthMethod, type AuthenticationType, type AuthHandlerMiddleware, type ParsedKey } from 'ssh2'
import type { Secret } from '../secrets/secret.ts'
import type { SshConfig } from './ssh-config.ts'

/** Asks a person, or is undefined where there is none. */
export type Ask = ((question: string) => Promise<Secret>) | undefined

/** A host that falls silent is noticed after this many unanswered questions, `interval` seconds apart. */
export const keepAlive = { interval: 10, count: 3 } as const

export interface Login {
  /** What ssh2 asks for the next way to log in. */
  next: AuthHandlerMiddleware
  /** What was tried or passed over, for the message when nothing worked. */
  tried: string[]
}

type Attempt = () => Promise<AnyAuthMethod | undefined> | AnyAuthMethod | undefined

/** The ways to log in, in OpenSSH's order: the agent, identity files, then what only a person can give. */
export function loginMethods(config: SshConfig, ask: Ask): Login {
  const tried: string[] = []
  const attempts: Attempt[] = [
    ...agentAttempts(config, tried),
    ...identityAttempts(config, ask, tried),
    ...(ask ? [async (): Promise<AnyAuthMethod> => ({ type: 'password', username: config.user, password: (await ask(`Password of ${config.user}@${config.hostname}: `)).reveal() })] : []),
  ]
  const next: AuthHandlerMiddleware = (left: AuthenticationType[] | null, _partial, give) => {
    void (async () => {
      for (let attempt = attempts.shift(); attempt; attempt = attempts.shift()) {
        const method = await attempt()
        if (method && allowed(method, left)) return give(method)
      }
      give(false as never) // none left: ssh2's types leave it out
    })()
  }
  return { next, tried }
}

function allowed({ type }: AnyAuthMethod, left: AuthenticationType[] | null): boolean {
  return left === null || left.includes(type === 'agent' ? 'publickey' : type)
}

function agentAttempts(config: SshConfig, tried: string[]): Attempt[] {
  const { agent: socket, user: username } = config
  if (socket === undefined || !existsSync(socket)) return []
  const all = ssh2.createAgent(socket)
  const agent = config.identitiesOnly ? new ChosenKeys(all, publicKeys(config)) : all
  return [
    async () => {
      const keys = await countKeys(agent)
      tried.push(keys === undefined ? 'not the agent, which does not answer' : keys === 0 ? 'not the agent, which has no key for this' : 'the agent')
      return keys ? { type: 'agent', username, agent } : undefined
    },
  ]
}

/** Asked beforehand, for ssh2 gives up altogether when an agent does not answer. */
function countKeys(agent: ssh2.BaseAgent): Promise<number | undefined> {
  return new Promise((resolve) => agent.getIdentities((error, keys) => resolve(error ? undefined : (keys?.length ?? 0))))
}

/** Of the identity files, which may themselves be public keys whose private half the agent has. */
function publicKeys({ identityFiles }: SshConfig): string[] {
  const paths = identityFiles.flatMap((file) => [`${file}.pub`, ...(file.endsWith('.pub') ? [file] : [])])
  return paths.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8').split(/\s+/)[1] ?? '')
}

/** Of an agent's keys, only those that were chosen: IdentitiesOnly. */
class ChosenKeys extends ssh2.BaseAgent {
  readonly #agent: ssh2.BaseAgent
  readonly #chosen: string[]

  declare sign: ssh2.BaseAgent['sign']

  constructor(agent: ssh2.BaseAgent, chosen: string[]) {
    super()
    this.#agent = agent
    this.#chosen = chosen
    this.sign = agent.sign.bind(agent)
  }

  override getIdentities(give: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    this.#agent.getIdentities((error, keys = []) => {
      const parsed = (keys as (Buffer | ParsedKey)[]).map((key) => ssh2.utils.parseKey(key as Buffer)).filter((key): key is ParsedKey => !(key instanceof Error))
      give(error ?? undefined, parsed.filter((key) => this.#chosen.includes(key.getPublicSSH().toString('base64'))))
    })
  }
}

function identityAttempts({ identityFiles, user: username }: SshConfig, ask: Ask, tried: string[]): Attempt[] {
  const files = identityFiles.filter((file) => existsSync(file) && !file.endsWith('.pub'))
  const [plain, locked] = [files.filter((file) => !isLocked(file)), files.filter(isLocked)]
  tried.push(...plain)
  if (!ask) tried.push(...locked.map((file) => `not ${file}, which has a passphrase that nobody was there to type`))
  return [...plain.map((file): Attempt => () => identity(file, username)), ...(ask ? locked.map((file): Attempt => () => unlock(file, username, ask, tried)) : [])]
}

function isLocked(file: string): boolean {
  const key = ssh2.utils.parseKey(readFileSync(file))
  return key instanceof Error && /encrypted/i.test(key.message)
}

function identity(file: string, username: string, passphrase?: Secret): AnyAuthMethod | undefined {
  const key = ssh2.utils.parseKey(readFileSync(file), passphrase?.reveal())
  return key instanceof Error ? undefined : { type: 'publickey', username, key }
}

async function unlock(file: string, username: string, ask: NonNullable<Ask>, tried: string[]): Promise<AnyAuthMethod | undefined> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const method = identity(file, username, await ask(`Passphrase of ${file}: `))
    if (method) {
      tried.push(file)
      return method
    }
  }
  tried.push(`not ${file}, whose passphrase was wrong`)
  return undefined
}
