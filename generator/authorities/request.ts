import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import type { ParameterName } from '../operations/parameters.ts'
import type { AccessPlan } from '../plan/host-plan.ts'

/** What an operation sends to a server, for --dry-run: `[...]` is a secret, or a value that only a later answer gives. */
export type Request = HttpRequest | Statement | { command: string[] }

interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Not escaped, as a person reads it. */
  path: string
  body?: Body
}

interface Statement {
  sql: string
  values: Record<string, string | number>
}

type Body = Record<string, unknown>

/** A requested operation on one account. */
export interface RequestedOperation {
  /** The localpart, and the user ID. */
  username: string
  id: string
  domain: string
  /** The text given for a parameter, or nothing; lists have commas. */
  given: (name: ParameterName) => string
  isOn: (name: ParameterName) => boolean
  access: AccessPlan
}

/** The requests of each operation, in order, assuming that there is something to change; or why there are none. */
export type Requests = Record<OperationName, (asked: RequestedOperation) => Request[] | Failure>

export const secret = '[secret]'

export const get = (path: string): Request => ({ method: 'GET', path })
export const post = (path: string, body?: Body): Request => ({ method: 'POST', path, ...(body ? { body } : {}) })
export const put = (path: string, body: Body): Request => ({ method: 'PUT', path, body })
export const remove = (path: string): Request => ({ method: 'DELETE', path })

/** Requests that need an admin, with a login if the host file has no token. */
export function asAdmin({ login }: AccessPlan, requests: Request[]): Request[] {
  if (!login) return requests
  return [newSession(login.username), ...requests, post('/_matrix/client/v3/logout', {})]
}

/** A login with a password; `details` are those of the device. */
export function newSession(user: string, details: Body = {}): Request {
  const identifier = { type: 'm.id.user', user }
  return post('/_matrix/client/v3/login', { type: 'm.login.password', identifier, password: secret, ...details })
}

export function registration({ username, given, isOn }: RequestedOperation): Request[] {
  const path = '/_synapse/admin/v1/register'
  const kind = given('kind')
  const body = {
    nonce: '[from the answer]',
    username,
    password: secret,
    admin: isOn('admin'),
    mac: secret,
    inhibit_login: true,
    ...(kind && kind !== 'user' ? { user_type: kind } : {}),
    ...(given('display_name') ? { displayname: given('display_name') } : {}),
  }
  return [get(path), post(path, body)]
}

/** When a token expires, counted from its creation. */
export function ending(expires: string): string | null {
  if (expires.toLowerCase() === 'never') return null
  return /^\d+[mhdw]$/.test(expires) ? `[now + ${expires}]` : `[${expires}]`
}

export function limit(uses: string): number | null {
  return /^\d+$/.test(uses) ? Number(uses) : null
}
