import type { Failure } from './failures.ts'
import { allParameters, type Operation } from './operation.ts'
import type { Parameter, ParameterName } from './parameters.ts'

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

/** Why a request is refused before connecting to the host; by the same tables as in files/matrix_registrar/operation.py of the role. */
export function objection(asked: OperationRequest): Failure | undefined {
  const { operation, given, password, check } = asked
  const taken = allParameters(operation)
  const takes = (wanted: ParameterName) => taken.some(({ name }) => name === wanted)
  const lacking = taken.find(({ name, missing, default: preset }) => missing && preset === undefined && !given[name])
  if (lacking) return lacking.missing
  const wrongName = takes('username') ? objectionToUsername(asked) : undefined
  if (wrongName) return wrongName
  if (takes('yes') && !check && given.yes !== 'yes' && !given.confirm_erase) return 'not_confirmed'
  return given.password ? undefined : password?.missing
}

function objectionToUsername({ operation, given, domain, usernames }: OperationRequest): Failure | undefined {
  const { username = '' } = given
  if (username.startsWith('@') && !username.endsWith(`:${domain}`)) return 'other_domain'
  const name = localpart({ username, domain })
  const pattern = makesAccount(operation) ? usernames.pattern : anyUsername
  const fits = new RegExp(`^(?:${pattern})$`).test(name) && `@${name}:${domain}`.length <= usernames.maxUserId
  return fits ? undefined : 'invalid_username'
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
