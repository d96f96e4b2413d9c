import { existsSync } from 'node:fs'
import ssh2, {
  type AnyAuthMethod,
  type AuthenticationType,
  type AuthHandlerMiddleware,
  type KeyboardInteractiveCallback,
  type ParsedKey,
  type Prompt,
} from 'ssh2'
import { readBounded } from '../files/read-file.ts'
import type { Secret } from '../secrets/secret.ts'
import { findAgent } from './ssh-agent.ts'
import type { SshConfig } from './ssh-config.ts'

/** Asks a person; undefined: nobody is there. */
export type Ask = AskPerson | undefined

interface AskPerson {
  (question: string): Promise<Secret>
  /** Lets OpenSSH ask on the terminal itself, until the returned function is called. */
  lendTerminal?: () => () => void
}

export interface Login {
  /** ssh2's handler for the next way to log in. */
  next: AuthHandlerMiddleware
  /** What was tried or skipped, for the message if nothing worked. */
  tried: string[]
  /** An error on the way, such as Ctrl-C. */
  failure: () => unknown
}

interface Attempt {
  type: AuthenticationType
  /** Undefined: there is nothing to try. */
  method: () => Promise<AnyAuthMethod | undefined> | AnyAuthMethod
}

/** The ways to log in, in OpenSSH's order: the agent, identity files, then what only a person can give. */
export function loginMethods(config: SshConfig, ask: Ask): Login {
  const tried: string[] = []
  const keys = [...agentAttempts(config, tried), ...identityAttempts(config, tried)]
  let failure: unknown
  const breakOff = (error: unknown) => {
    failure = error
  }
  const attempts = [
    ...(keys.length > 0 ? keys : [nothing(config)]),
    ...(ask ? askingAttempts(config, { ask, tried, breakOff }) : lockedOut(config, tried)),
  ]
  const nextMethod = async (left: AuthenticationType[] | null): Promise<AnyAuthMethod | undefined> => {
    while (failure === undefined) {
      const index = attempts.findIndex(({ type }) => left === null || left.includes(type) || type === 'none')
      const [attempt] = index < 0 ? [] : attempts.splice(index, 1)
      const method = await attempt?.method()
      if (method || !attempt) return method
    }
    return undefined
  }
  const next: AuthHandlerMiddleware = (left: AuthenticationType[] | null, _partial, give) => {
    nextMethod(left).then(
      (method) => give(method ?? (false as never)), // none left: ssh2's types leave it out
      (error: unknown) => {
        breakOff(error)
        give(false as never)
      },
    )
  }
  return { next, tried, failure: () => failure }
}

/** To learn what the host accepts, before a person is asked. */
function nothing({ user: username }: SshConfig): Attempt {
  return { type: 'none', method: () => ({ type: 'none', username }) }
}

function agentAttempts(config: SshConfig, tried: string[]): Attempt[] {
  const found = findAgent(config)
  if (!found) return []
  const method = async (): Promise<AnyAuthMethod | undefined> => {
    const count = await found.count()
    tried.push(
      count === undefined
        ? 'not the agent, which does not answer'
        : count === 0
          ? 'not the agent, which has no key for this'
          : 'the agent',
    )
    return count ? { type: 'agent', username: config.user, agent: found.agent } : undefined
  }
  return [{ type: 'publickey', method }]
}

function identityAttempts({ identityFiles, user: username }: SshConfig, tried: string[]): Attempt[] {
  return identityFiles.flatMap((file) => {
    const key = readKey(file)
    if (key === undefined || key === 'locked') return []
    if (key === 'unusable') {
      tried.push(`not ${file}, which cannot be read`)
      return []
    }
    tried.push(file)
    return [{ type: 'publickey', method: () => ({ type: 'publickey', username, key }) }]
  })
}

function lockedOut({ identityFiles }: SshConfig, tried: string[]): Attempt[] {
  tried.push(
    ...identityFiles
      .filter((file) => readKey(file) === 'locked')
      .map((file) => `not ${file}, whose passphrase could not be asked for`),
  )
  return []
}

/** Undefined: there is none, or only the public half that an agent is asked about. */
function readKey(file: string, passphrase?: Secret): ParsedKey | 'locked' | 'unusable' | undefined {
  if (!existsSync(file)) return undefined
  try {
    const key = ssh2.utils.parseKey(readBounded(file, 1), passphrase?.reveal())
    if (key instanceof Error) return isAboutPassphrase(key) ? 'locked' : 'unusable'
    return key.isPrivateKey() ? key : undefined
  } catch {
    return 'unusable'
  }
}

/** ssh2 1.17 has only these messages, without a passphrase and with a wrong one. */
function isAboutPassphrase({ message }: Error): boolean {
  return /encrypted|passphrase|integrity check/i.test(message)
}

/** OpenSSH asks three times as well. */
const times = 3

interface Person {
  ask: NonNullable<Ask>
  tried: string[]
  /** For errors that cannot be thrown. */
  breakOff: (error: unknown) => void
}

function askingAttempts(config: SshConfig, person: Person): Attempt[] {
  const { ask, tried } = person
  const { user: username, hostname, identityFiles } = config
  const locked = identityFiles.filter((file) => readKey(file) === 'locked')
  const unlocking = locked.map((file): Attempt => ({ type: 'publickey', method: () => unlock(file, username, person) }))
  const question = `Password of ${username}@${hostname}`
  const answering: Attempt = {
    type: 'keyboard-interactive',
    method: () => ({
      type: 'keyboard-interactive',
      username,
      prompt: (_name, _instructions, _language, prompts, finish) => void answer(prompts, hostname, person, finish),
    }),
  }
  const typing: Attempt = {
    type: 'password',
    method: async () => {
      if (!tried.includes('a password')) tried.push('a password')
      return { type: 'password', username, password: (await ask(question)).reveal() }
    },
  }
  return [
    ...unlocking,
    ...Array.from({ length: times }, () => answering),
    ...Array.from({ length: times }, () => typing),
  ]
}

/** What the host itself asks for: a password, a code. */
async function answer(
  prompts: Prompt[],
  hostname: string,
  { ask, breakOff }: Person,
  finish: KeyboardInteractiveCallback,
): Promise<void> {
  const answers: string[] = []
  try {
    for (const { prompt } of prompts) answers.push((await ask(`${hostname} asks: ${prompt.trim()}`)).reveal())
  } catch (error) {
    breakOff(error)
    answers.length = 0 // the host refuses
  }
  finish(answers)
}

async function unlock(file: string, username: string, { ask, tried }: Person): Promise<AnyAuthMethod | undefined> {
  for (let attempt = 0; attempt < times; attempt++) {
    const key = readKey(file, await ask(`Passphrase of ${file}`))
    if (typeof key === 'object') {
      tried.push(file)
      return { type: 'publickey', username, key }
    }
  }
  tried.push(`not ${file}, whose passphrase was wrong`)
  return undefined
}
