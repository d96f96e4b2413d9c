import { operations, type OperationName } from '../operations/index.ts'
import { allParameters, type Operation, takesPassword } from '../operations/operation.ts'
import type { Authority, PasswordRules, Refusal, Step, Value, Word } from './authority.ts'
import { isOnTokens, type Way } from './ways.ts'

/** How the program that stands next to a server is called. */
export interface Program {
  /** The command that runs its Python. */
  python: Word
  /** The module of files/matrix_server/ that is for the server. */
  module: string
  passwords: PasswordRules
  /** How it reaches the server, and what else it is told. */
  request: { [key: string]: Value }
  /** As whom: told where the registration shared secret alone does not do. */
  access: { [key: string]: Value }
  /** What operations on registration tokens are told besides. */
  tokens?: { [key: string]: Value }
}

/** An operation as the one call of the program that does it. */
function callFor(
  { python, module, passwords, request, access, tokens }: Program,
  operation: Operation,
  ways: Way[],
): Step[] {
  const account = Object.fromEntries(allParameters(operation).map(({ name }) => [name, { parameter: name }]))
  return [
    {
      name: operation.summary,
      argv: [python, '-c', { program: [module] }],
      stdin: {
        action: operation.name,
        check: { fact: 'check' },
        domain: { fact: 'domain' },
        ...request,
        ...(ways.every((way) => way === 'secret') ? {} : access),
        ...(isOnTokens(operation.name) ? tokens : {}),
        ...(takesPassword(operation) ? { password_rules: { object: { ...passwords } } } : {}),
        accounts: [{ object: account }],
      },
    },
  ]
}

/** Asking whether the server answers. */
export function readyStep({ python, module, request }: Program): Step {
  return {
    name: 'Ask the server whether it answers',
    argv: [python, '-c', { program: [module] }],
    stdin: { action: 'ready', ...request },
  }
}

/** Looking at all that works there, as far as the program can. */
export function lookStep({ python, module, request, access, tokens }: Program): Step {
  return {
    name: 'Look at what works',
    argv: [python, '-c', { program: [module] }],
    stdin: { action: 'doctor', domain: { fact: 'domain' }, ...request, ...access, ...tokens },
  }
}

/** What each of the operations does there: a call of the program, but for those that are refused. */
export function operationsOf(
  program: Program,
  waysOf: Authority['ways'],
  refused: Partial<Record<OperationName, Refusal>> = {},
): Authority['operations'] {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.name,
      refused[operation.name] ?? callFor(program, operation, waysOf(operation.name)),
    ]),
  ) as Authority['operations'] // each of them
}

/** Where a server is reached, by settings: its base URL, or the container's port on the network that all share. */
export function addressOf(prefix = ''): { object: { [key: string]: Value } } {
  return {
    object: {
      url: { setting: `${prefix}url` },
      container: { setting: `${prefix}container` },
      network: { setting: 'network' },
      port: { setting: `${prefix}port` },
    },
  }
}
