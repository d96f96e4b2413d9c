import type { OperationName } from '../operations/index.ts'
import { type Operation, passwordOf } from '../operations/operation.ts'
import type { Authority, RefusedOptions } from './authority.ts'
import { isOnTokens } from './ways.ts'

/** The program that runs next to a server. The setting `python` is the command that starts it. */
export interface Program {
  /** The server's module in files/matrix_server/. */
  module: string
  /** How it reaches the server, and its other settings. */
  request: Naming
  /** Whose access it uses: left out where the registration shared secret is enough. */
  access: Naming
  /** What operations on registration tokens need besides. */
  tokens?: Naming
}

/** For each key of the program's request, the setting that it gets. */
export interface Naming {
  [name: string]: string | Naming
}

/** The keys of a request for an operation. */
export function namingFor(authority: Authority, operation: OperationName): Naming {
  const { request, access, tokens } = authority.program
  return { ...request, ...(needsAccess(authority, operation) ? access : {}), ...(isOnTokens(operation) ? tokens : {}) }
}

/** Every key, for the doctor and for declared accounts. */
export function wholeNaming({ request, access, tokens }: Program): Naming {
  return { ...request, ...access, ...tokens }
}

/** Whether an operation needs more than the registration shared secret, or the account's own password. */
export function needsAccess({ ways }: Pick<Authority, 'ways'>, operation: OperationName): boolean {
  return ways(operation).some((way) => way !== 'secret' && way !== 'login')
}

export function isRefused({ refused }: Pick<Authority, 'refused'>, operation: OperationName): boolean {
  return refused[operation] !== undefined
}

/** The options of an operation that the server does not support. */
export function refusedOptionsOf(
  { refusedOptions }: Pick<Authority, 'refusedOptions'>,
  operation: OperationName,
): RefusedOptions {
  return refusedOptions[operation] ?? {}
}

/** The operation's password, unless the server does without one. */
export function passwordFor(
  authority: Pick<Authority, 'refusedOptions'>,
  operation: Operation & { name: OperationName },
) {
  const password = passwordOf(operation)
  return password && !refusedOptionsOf(authority, operation.name)[password.name] ? password : undefined
}

/** The settings that a naming refers to. */
export function settingsIn(naming: Naming): string[] {
  return Object.values(naming).flatMap((value) => (typeof value === 'string' ? value : settingsIn(value)))
}

/** How a server is reached: its base URL, or the container's port on the shared network. */
export function addressOf(prefix = ''): Naming {
  return { url: `${prefix}url`, container: `${prefix}container`, network: 'network', port: `${prefix}port` }
}
