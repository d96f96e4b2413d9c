import type { Failure } from './failures.ts'
import { allParameters, type Operation } from './operation.ts'
import type { ParameterName } from './parameters.ts'

/** What is refused before anything is touched, without asking the host. */
export interface PreflightRule {
  failure: Failure
  /** It applies to operations that take this; without one to all. */
  takes?: ParameterName
  /** It applies to operations that cannot do without this. */
  needs?: ParameterName
  /** Jinja: true when there is nothing to object to. */
  holds: string
  /** The same for the CLI; a rule without it is about a mistake that cannot be made there. */
  allows?: (asked: Asked) => boolean
  /** Jinja: the fact `detail` of the failure. */
  detail?: string
}

/** What was asked for, on one account. */
export interface Asked {
  operation: Operation
  /** What is given for each parameter, as text; a secret as whether it is there. */
  given: Partial<Record<ParameterName, string>>
  domain: string
  /** What the server takes as a new username: the whole localpart, and the longest user ID. */
  usernames: { pattern: string; maxUserId: number }
  check: boolean
}

/** The part of @john:example.com before the colon. */
export function localpart({ username, domain }: { username: string; domain: string }): string {
  return username.startsWith('@') && username.endsWith(`:${domain}`) ? username.slice(1, -domain.length - 1) : username
}

/** The first rule that does not allow what was asked, as its failure. */
export function objection(asked: Asked): Failure | undefined {
  return preflight.find((rule) => rule.allows && applies(rule, asked.operation) && !rule.allows(asked))?.failure
}

function applies({ takes, needs }: PreflightRule, operation: Operation): boolean {
  const parameter = allParameters(operation).find(({ name }) => name === (takes ?? needs))
  return (
    (takes === undefined && needs === undefined) ||
    (parameter !== undefined && (needs === undefined || parameter.default === undefined))
  )
}

/** Whether it makes an account: then the username must be one that the server takes for a new one. */
export function makesAccount(operation: Operation): boolean {
  return operation.changes === 'created' && allParameters(operation).some(({ name }) => name === 'username')
}

/** What the server could have had as a username ever. */
export const anyUsername = '[!-9;-~]+'

export const yesOrNo = ['yes', 'no', 'true', 'false', '1', '0']

/** In the order in which they are looked at; the first that does not hold is told. */
export const preflight: PreflightRule[] = [
  { failure: 'unsupported_homeserver', holds: 'matrix_users_authority in _matrix_users_answers' },
  { failure: 'unsupported', holds: '_matrix_users_refusal == {}', detail: '_matrix_users_refusal.refused' },
  {
    failure: 'several_hosts',
    holds:
      '_matrix_users_only_looks or ansible_play_hosts_all | length == 1 or ansible_limit is defined or target is defined',
    detail: "ansible_play_hosts_all | join(', ')",
  },
  { failure: 'extra_words', holds: '_raw_params is not defined', detail: "'a part of it came without a name'" },
  {
    failure: 'username_missing',
    needs: 'username',
    holds: 'matrix_users_username | string | length > 0',
    allows: ({ given }) => given.username !== '',
  },
  {
    failure: 'other_domain',
    takes: 'username',
    holds:
      "matrix_users_username is not match('@') or (matrix_users_username | string).endswith(':' ~ matrix_users_domain)",
    allows: ({ given: { username = '' }, domain }) => !username.startsWith('@') || username.endsWith(`:${domain}`),
  },
  {
    failure: 'invalid_username',
    takes: 'username',
    holds:
      "_matrix_users_localpart is match(_matrix_users_username_pattern ~ '\\Z')" +
      ' and _matrix_users_user_id | length <= _matrix_users_usernames[matrix_users_authority].max_user_id',
    allows: ({ operation, given: { username = '' }, domain, usernames }) => {
      const name = localpart({ username, domain })
      const pattern = makesAccount(operation) ? usernames.pattern : anyUsername
      return new RegExp(`^(?:${pattern})$`).test(name) && `@${name}:${domain}`.length <= usernames.maxUserId
    },
  },
  {
    failure: 'neither_yes_nor_no',
    holds: '_matrix_users_odd_flags | length == 0',
    detail: `_matrix_users_odd_flags[0] | join(' is "') ~ '"'`,
  },
  {
    failure: 'email_missing',
    needs: 'email',
    holds: 'matrix_users_email | length > 0',
    allows: ({ given }) => Boolean(given.email),
  },
  {
    failure: 'token_missing',
    needs: 'token',
    holds: 'matrix_users_token | string | length > 0',
    allows: ({ given }) => Boolean(given.token),
  },
  {
    failure: 'not_confirmed',
    takes: 'yes',
    holds: 'ansible_check_mode or matrix_users_yes | bool or matrix_users_confirm_erase | length > 0',
    allows: ({ given, check }) => check || given.yes === 'yes' || Boolean(given.confirm_erase),
  },
  { failure: 'password_not_text', takes: 'password', holds: 'matrix_users_password is string' },
  {
    failure: 'password_missing',
    takes: 'password',
    holds: 'matrix_users_generate_password | bool or matrix_users_password | string | length > 0',
    allows: ({ given }) => Boolean(given.password),
  },
]
