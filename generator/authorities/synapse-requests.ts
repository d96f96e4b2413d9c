import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import {
  asAdmin,
  type RequestedOperation,
  ending,
  get,
  limit,
  post,
  put,
  registration,
  remove,
  type Request,
  type Requests,
  secret,
} from './request.ts'

const users = '/_synapse/admin/v2/users'
const tokens = '/_synapse/admin/v1/registration_tokens'

const byAdmin: Record<OperationName, (asked: RequestedOperation) => Request[]> = {
  'register-user': registration,
  'show-user': (asked) => [getUser(asked)],
  'list-users': ({ isOn }) => {
    const filter = isOn('admins') ? '&admins=true' : ''
    return [get(`${users}?from=0&limit=2000&guests=false&deactivated=true&locked=true${filter}`)]
  },
  'set-password': (asked) => [
    getUser(asked),
    post(`/_synapse/admin/v1/reset_password/${asked.id}`, {
      new_password: secret,
      logout_devices: !asked.isOn('keep_sessions'),
    }),
  ],
  'promote-admin': (asked) => [getUser(asked), put(`/_synapse/admin/v1/users/${asked.id}/admin`, { admin: true })],
  'demote-admin': (asked) => [getUser(asked), put(`/_synapse/admin/v1/users/${asked.id}/admin`, { admin: false })],
  'lock-user': (asked) => changed(asked, { locked: true }),
  'unlock-user': (asked) => changed(asked, { locked: false }),
  'suspend-user': (asked) => [getUser(asked), put(`/_synapse/admin/v1/suspend/${asked.id}`, { suspend: true })],
  'unsuspend-user': (asked) => [getUser(asked), put(`/_synapse/admin/v1/suspend/${asked.id}`, { suspend: false })],
  'deactivate-user': (asked) => [
    getUser(asked),
    post(`/_synapse/admin/v1/deactivate/${asked.id}`, { erase: asked.isOn('erase') }),
  ],
  'reactivate-user': (asked) => changed(asked, { deactivated: false }),
  'list-sessions': (asked) => [getUser(asked), get(`${users}/${asked.id}/devices`)],
  'logout-user': (asked) => [
    getUser(asked),
    get(`${users}/${asked.id}/devices`),
    post(`${users}/${asked.id}/delete_devices`, { devices: [asked.given('session') || '[each of them]'] }),
  ],
  'create-access-token': (asked) => {
    const expires = ending(asked.given('expires'))
    return [
      getUser(asked),
      post(`/_synapse/admin/v1/users/${asked.id}/login`, expires === null ? {} : { valid_until_ms: expires }),
    ]
  },
  'add-email': (asked) => {
    const address = asked.given('email')
    return [
      getUser(asked),
      get(`/_synapse/admin/v1/threepid/email/users/${address}`),
      put(`${users}/${asked.id}`, { threepids: ['[those it has]', { medium: 'email', address }] }),
    ]
  },
  'set-display-name': (asked) => changed(asked, { displayname: asked.given('display_name') }),
  'set-kind': (asked) => changed(asked, { user_type: asked.given('kind') === 'user' ? null : asked.given('kind') }),
  'create-registration-token': newToken,
  invite: newToken,
  'list-registration-tokens': () => [get(tokens)],
  'update-registration-token': ({ given }) => [
    get(`${tokens}/${given('token')}`),
    put(`${tokens}/${given('token')}`, {
      ...(given('uses') ? { uses_allowed: limit(given('uses')) } : {}),
      ...(given('expires') ? { expiry_time: ending(given('expires')) } : {}),
    }),
  ],
  'revoke-registration-token': ({ given }) => [
    get(`${tokens}/${given('token')}`),
    remove(`${tokens}/${given('token')}`),
  ],
}

const inDatabase: Partial<Requests> = {
  'show-user': (asked) => [row(asked)],
  'list-users': () => [{ sql: "SELECT * FROM users WHERE users.name LIKE '@%' AND is_guest = 0", values: {} }],
  'set-password': (asked) => {
    const sql = 'UPDATE users SET password_hash = :hash WHERE name = :name'
    const values = { hash: secret, name: asked.id }
    return asked.isOn('keep_sessions') ? [row(asked), { sql, values }] : 'sessions_need_access'
  },
  'promote-admin': (asked) => [row(asked), rights(asked, 1)],
  'demote-admin': (asked) => [row(asked), rights(asked, 0)],
}

/** The requests of matrix-registration. */
const byPage: Partial<Requests> = {
  'create-registration-token': newTokenOfPage,
  invite: newTokenOfPage,
  'list-registration-tokens': () => [get('/token')],
  'revoke-registration-token': ({ given }) => [
    get(`/token/${given('token')}`),
    put(`/token/${given('token')}`, { disable: true }),
  ],
}

function newToken({ given }: RequestedOperation): Request[] {
  const token = given('token')
  const body = {
    uses_allowed: limit(given('uses')),
    expiry_time: ending(given('expires')),
    token: token || '[generated]',
  }
  return [...(token ? [get(`${tokens}/${token}`)] : []), post(`${tokens}/new`, body)]
}

function newTokenOfPage({ given }: RequestedOperation): Request[] {
  return [post('/token', { one_time: given('uses') === '1', ex_date: ending(given('expires')) })]
}

export const synapseRequests = Object.fromEntries(
  (Object.keys(byAdmin) as OperationName[]).map((name) => [
    name,
    (asked: RequestedOperation) => requestsOf(name, asked),
  ]),
) as Requests

function requestsOf(name: OperationName, asked: RequestedOperation): Request[] | Failure {
  const { token, login, preferDatabase, tokenPage } = asked.access
  if (name === 'register-user') return registration(asked)
  const page = tokenPage && byPage[name]
  if (page) return page(asked)
  const hasAdmin = Boolean(token ?? login)
  const direct = preferDatabase || !hasAdmin ? inDatabase[name] : undefined
  if (direct) return direct(asked)
  return hasAdmin ? asAdmin(asked.access, byAdmin[name](asked)) : 'access_missing'
}

function getUser({ id }: RequestedOperation): Request {
  return get(`${users}/${id}`)
}

function changed(asked: RequestedOperation, body: Record<string, unknown>): Request[] {
  return [getUser(asked), put(`${users}/${asked.id}`, body)]
}

function row({ id }: RequestedOperation): Request {
  return { sql: 'SELECT * FROM users WHERE users.name = :name', values: { name: id } }
}

function rights({ id }: RequestedOperation, admin: number): Request {
  return { sql: 'UPDATE users SET admin = :admin WHERE name = :name', values: { admin, name: id } }
}
