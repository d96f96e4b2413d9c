import type { Failure } from './failures.ts'
import { allParameters, type Operation } from './operation.ts'
import type { Parameter, ParameterName } from './parameters.ts'

/** What is refused before connecting to the host; files/matrix_registrar/operation.py in the role does the same in Python. */
interface PreflightRule {
  failure: Failure
  /** It applies to operations that take this; without one to all. */
  takes?: ParameterName
  /** It applies to operations that cannot do without this. */
  needs?: ParameterName
  allows: (asked: OperationRequest) => boolean
}

/** What was asked for, on one account. */
interface OperationRequest {
  operation: Operation
  /** What is given for each parameter, as text; a secret as whether it is there. */
  given: Partial<Record<ParameterName, string>>
  domain: string
  /** What the server takes as a new username: the whole localpart, and the longest user ID. */
  usernames: { pattern: string; maxUserId: number }
  /** The password, if the server does not do it without. */
  password: Parameter | undefined
  check: boolean
}

/** The part of @john:example.com before the colon. */
export function localpart({ username, domain }: { username: string; domain: string }): string {
  return username.startsWith('@') && username.endsWith(`:${domain}`) ? username.slice(1, -domain.length - 1) : username
}

/** The first rule that does not allow what was asked, as its failure. */
export function objection(asked: OperationRequest): Failure | undefined {
  return preflight.find((rule) => applies(rule, asked.operation) && !rule.allows(asked))?.failure
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
  return (
    operation.changes === 'created' &&
    !operation.makes &&
    allParameters(operation).some(({ name }) => name === 'username')
  )
}

/** What the server could have had as a username ever. */
export const anyUsername = '[!-9;-~]+'

/** Checked in this order; the first that does not hold is reported. */
const preflight: PreflightRule[] = [
  { failure: 'username_missing', needs: 'username', allows: ({ given }) => given.username !== '' },
  {
    failure: 'other_domain',
    takes: 'username',
    allows: ({ given: { username = '' }, domain }) => !username.startsWith('@') || username.endsWith(`:${domain}`),
  },
  {
    failure: 'invalid_username',
    takes: 'username',
    allows: ({ operation, given: { username = '' }, domain, usernames }) => {
      const name = localpart({ username, domain })
      const pattern = makesAccount(operation) ? usernames.pattern : anyUsername
      return new RegExp(`^(?:${pattern})$`).test(name) && `@${name}:${domain}`.length <= usernames.maxUserId
    },
  },
  { failure: 'email_missing', needs: 'email', allows: ({ given }) => Boolean(given.email) },
  { failure: 'token_missing', needs: 'token', allows: ({ given }) => Boolean(given.token) },
  {
    failure: 'not_confirmed',
    takes: 'yes',
    allows: ({ given, check }) => check || given.yes === 'yes' || Boolean(given.confirm_erase),
  },
  { failure: 'own_password_missing', allows: ({ given, password }) => !password?.isKnown || Boolean(given.password) },
  { failure: 'password_missing', allows: ({ given, password }) => !password || Boolean(given.password) },
]
