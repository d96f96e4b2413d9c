import { operations, type OperationName } from '../operations/index.ts'
import { allParameters, type Operation, takesPassword } from '../operations/operation.ts'
import type { Answers, Authority, PasswordRules, Refusal, Step, Value, Word } from './authority.ts'
import { isOnTokens, type Way, waysOf } from './ways.ts'

/** How the program that stands next to a server is called. */
export interface Program {
  /** The command that runs its Python. */
  python: Word
  /** Its parts, in files/, one after the other. */
  parts: string[]
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
  { python, parts, passwords, request, access, tokens }: Program,
  operation: Operation,
  ways: Way[],
): Step[] {
  const account = Object.fromEntries(allParameters(operation).map(({ name }) => [name, { parameter: name }]))
  return [
    {
      name: operation.summary,
      argv: [python, '-c', { program: parts }],
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
export function readyStep({ python, parts, request }: Program): Step {
  return {
    name: 'Ask the server whether it answers',
    argv: [python, '-c', { program: parts }],
    stdin: { action: 'ready', ...request },
  }
}

/** Looking at all that works there, as far as the program can. */
export function lookStep({ python, parts, request, access, tokens }: Program): Step {
  return {
    name: 'Look at what works',
    argv: [python, '-c', { program: parts }],
    stdin: { action: 'doctor', domain: { fact: 'domain' }, ...request, ...access, ...tokens },
  }
}

/** What each of the operations does there: a call of the program, but for those that are refused. */
export function operationsOf(
  name: Parameters<typeof waysOf>[0],
  program: Program,
  refused: Partial<Record<OperationName, Refusal>> = {},
): Authority['operations'] {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.name,
      refused[operation.name] ?? callFor(program, operation, waysOf(name, operation.name)),
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

/** What every server answers alike, and what the program itself finds before it asks. */
export const commonAnswers: Answers = {
  ready: 'ready',
  found: 'found',
  'done/changed': 'changed',
  'done/created': 'created',
  'done/unchanged': 'unchanged',
  'done/changed_but_acting': 'changed_but_acting',
  'database/changed': 'changed_in_database',
  'account/absent': 'no_such_user',
  'account/deactivated': 'account_deactivated',
  'account/special': 'account_special',
  'plan/no_password': 'no_password_declared',
  'plan/deactivated': 'still_deactivated',
  'plan/acting_admin': 'acting_admin',
  'erase/not_confirmed': 'erase_not_confirmed',
  'answer/odd': 'odd_answer',
  'lost/not_done': 'lost_not_done',
  'lost/unknown': 'lost_unknown',
  'plan/refused': 'unsupported',
  'lock/held': 'locked_by_another',
  'lock/impossible': 'not_lockable',
  'access/missing': 'access_missing',
  'access/sessions': 'sessions_need_access',
  'database/unavailable': 'database_unavailable',
  'email/invalid': 'email_invalid',
  'email/unsupported': 'email_unsupported',
  'display_name/invalid': 'display_name_invalid',
  'kind/invalid': 'kind_invalid',
  'kind/unsupported': 'kind_unsupported',
  'uses/invalid': 'uses_invalid',
  'expires/invalid': 'expires_invalid',
  'expires/past': 'expires_invalid',
  'token/exists': 'token_exists',
  'token/absent': 'no_such_token',
  'token/invalid': 'token_invalid',
  'password/empty': 'password_missing',
  'password/nul': 'password_unusable',
  'password/not_unicode': 'password_unusable',
  'password/too_short': 'password_too_short',
  'password/too_long': 'password_too_long',
  'versions/404': 'not_ready',
  'connect/refused': 'not_ready',
  'connect/failed': 'not_ready',
  'container/unavailable': 'not_ready',
  'docker/missing': 'tool_missing',
  'tool/missing': 'tool_missing',
  'become/refused': 'become_refused',
  'host/unreachable': 'unreachable',
  'program/failed': 'program_failed',
}

/** What both homeservers answer alike. */
export const homeserverAnswers: Answers = {
  ...commonAnswers,
  'register/done': 'created',
  'register/other': 'other_registered',
  'predict/absent': 'created',
  'register/400/M_USER_IN_USE': 'exists',
  'predict/exists': 'exists',
  'predict/unknown': 'cannot_predict',
  'register/400/M_INVALID_USERNAME': 'invalid_username',
  'register/400/M_EXCLUSIVE': 'reserved_namespace',
  'register/400/M_WEAK_PASSWORD': 'weak_password',
  'register/403': 'secret_mismatch',
  'nonce/404': 'delegated',
  'nonce/502': 'not_ready',
  'nonce/503': 'not_ready',
  'secret/missing': 'secret_missing',
  'config/missing': 'config_unreadable',
  'config/unreadable': 'config_unreadable',
  'admin_login/403': 'access_rejected',
  'admin_login/429': 'access_rejected',
  'admin/401': 'access_rejected',
  'admin/403': 'access_not_admin',
  'admin/404/M_UNRECOGNIZED': 'delegated',
  'admin/404/M_NOT_FOUND': 'no_such_user',
}
