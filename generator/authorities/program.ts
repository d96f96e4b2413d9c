import type { OperationName } from '../operations/index.ts'
import type { Authority } from './authority.ts'
import { isOnTokens } from './ways.ts'

/** The program that stands next to a server. The setting `python` is the command that runs it. */
export interface Program {
  /** The module of files/matrix_server/ that is for the server. */
  module: string
  /** How it reaches the server, and what else it is told. */
  request: Naming
  /** As whom: told where the registration shared secret alone does not do. */
  access: Naming
  /** What operations on registration tokens are told besides. */
  tokens?: Naming
}

/** What the program is told by some names: for each the setting that says it. */
export interface Naming {
  [name: string]: string | Naming
}

/** What the program is told of a server for an operation. */
export function namingFor(authority: Authority, operation: OperationName): Naming {
  const { request, access, tokens } = authority.program
  return {
    ...request,
    ...(isBySecretAlone(authority, operation) ? {} : access),
    ...(isOnTokens(operation) ? tokens : {}),
  }
}

/** All that it can be told, for the doctor and for declared accounts. */
export function wholeNaming({ request, access, tokens }: Program): Naming {
  return { ...request, ...access, ...tokens }
}

/** Whether an operation needs nobody's access: the registration shared secret does. */
export function isBySecretAlone({ ways }: Pick<Authority, 'ways'>, operation: OperationName): boolean {
  return ways(operation).every((way) => way === 'secret')
}

export function isRefused({ refused }: Pick<Authority, 'refused'>, operation: OperationName): boolean {
  return refused[operation] !== undefined
}

/** The settings that a naming is made of. */
export function settingsIn(naming: Naming): string[] {
  return Object.values(naming).flatMap((value) => (typeof value === 'string' ? value : settingsIn(value)))
}

/** Where a server is reached: its base URL, or the container's port on the network that all share. */
export function addressOf(prefix = ''): Naming {
  return { url: `${prefix}url`, container: `${prefix}container`, network: 'network', port: `${prefix}port` }
}
