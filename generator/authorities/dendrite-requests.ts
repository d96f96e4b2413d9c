import {
  asAdmin,
  type RequestedOperation,
  get,
  newSession,
  post,
  put,
  registration,
  type Request,
  type Requests,
  secret,
} from './request.ts'

/** Those of operations that it does not refuse. */
export const dendriteRequests: Partial<Requests> = {
  'register-user': (asked) => [...registration(asked), ...proof(asked)],
  'show-user': (asked) => [row(asked)],
  'list-users': ({ domain }) => [
    {
      sql: 'SELECT * FROM userapi_accounts WHERE server_name = :domain AND account_type IN (1, 3)',
      values: { domain },
    },
  ],
  'set-password': (asked) => {
    const body = { password: secret, logout_devices: !asked.isOn('keep_sessions') }
    if (!asked.access.token && !asked.access.login) return 'access_missing'
    return [row(asked), ...asAdmin(asked.access, [post(`/_dendrite/admin/resetPassword/${asked.id}`, body)])]
  },
  'create-access-token': ({ id, given }) => [
    newSession(id, { initial_device_display_name: given('device_name') || 'registrar' }),
  ],
  'promote-admin': (asked) => [row(asked), rights(asked, 3)],
  'demote-admin': (asked) => [row(asked), rights(asked, 1)],
}

/** Dendrite answers 200 to some registrations that it then drops. */
function proof({ username, id, given }: RequestedOperation): Request[] {
  const displayname = given('display_name')
  return [
    newSession(username),
    ...(displayname ? [put(`/_matrix/client/v3/profile/${id}/displayname`, { displayname })] : []),
    post('/_matrix/client/v3/logout', {}),
    get('/_matrix/client/v3/login'),
  ]
}

function row({ username, domain }: RequestedOperation): Request {
  const sql = 'SELECT * FROM userapi_accounts WHERE localpart = :localpart AND server_name = :domain'
  return { sql, values: { localpart: username, domain } }
}

function rights({ username, domain }: RequestedOperation, type: number): Request {
  const sql = `UPDATE userapi_accounts SET account_type = ${type} WHERE localpart = :localpart AND server_name = :domain`
  return { sql, values: { localpart: username, domain } }
}
