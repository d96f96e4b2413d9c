import type { Failure } from './failures.ts'

/** What is refused before anything is touched, without asking the host. */
export interface PreflightRule {
  failure: Failure
  /** Jinja: true when there is nothing to object to. */
  holds: string
  /** The same for the CLI; a rule without it is about a mistake that cannot be made there. */
  allows?: (asked: Asked) => boolean
  /** Jinja: the fact `detail` of the failure. */
  detail?: string
}

/** An account as it was asked for. */
export interface Asked {
  username: string
  domain: string
  /** What the server takes as a username: the whole localpart, and the longest user ID. */
  usernames: { pattern: string; maxUserId: number }
  hasPassword: boolean
}

/** The part of @john:example.com before the colon. */
export function localpart({ username, domain }: Pick<Asked, 'username' | 'domain'>): string {
  return username.startsWith('@') && username.endsWith(`:${domain}`) ? username.slice(1, -domain.length - 1) : username
}

/** The first rule that does not allow what was asked, as its failure. */
export function objection(asked: Asked): Failure | undefined {
  return preflight.find(({ allows }) => allows && !allows(asked))?.failure
}

/** In the order in which they are looked at; the first that does not hold is told. */
export const preflight: PreflightRule[] = [
  {
    failure: 'unsupported_homeserver',
    holds: 'matrix_users_homeserver in _matrix_users_answers',
  },
  {
    failure: 'several_hosts',
    holds: "ansible_play_hosts_all | length == 1 or ansible_limit is defined or target is defined",
    detail: "ansible_play_hosts_all | join(', ')",
  },
  {
    failure: 'extra_words',
    holds: '_raw_params is not defined',
    detail: "'a part of it came without a name'",
  },
  {
    failure: 'username_missing',
    holds: "matrix_users_username | string | length > 0",
    allows: ({ username }) => username !== '',
  },
  {
    failure: 'other_domain',
    holds: "matrix_users_username is not match('@') or (matrix_users_username | string).endswith(':' ~ matrix_users_domain)",
    allows: ({ username, domain }) => !username.startsWith('@') || username.endsWith(`:${domain}`),
  },
  {
    failure: 'invalid_username',
    holds:
      "_matrix_users_localpart is match(_matrix_users_usernames[matrix_users_homeserver].pattern ~ '\\Z')" +
      ' and _matrix_users_user_id | length <= _matrix_users_usernames[matrix_users_homeserver].max_user_id',
    allows: (asked) => {
      const name = localpart(asked)
      return new RegExp(`^(?:${asked.usernames.pattern})$`).test(name) && `@${name}:${asked.domain}`.length <= asked.usernames.maxUserId
    },
  },
  {
    failure: 'invalid_admin',
    holds: "matrix_users_admin | string | lower in ['yes', 'no', 'true', 'false', '1', '0']",
    detail: 'matrix_users_admin | string',
  },
  {
    failure: 'password_not_text',
    holds: 'matrix_users_password is string',
  },
  {
    failure: 'password_missing',
    holds: "matrix_users_generate_password | bool or matrix_users_password | string | length > 0",
    allows: ({ hasPassword }) => hasPassword,
  },
]
