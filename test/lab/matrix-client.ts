interface Answer {
  ok: boolean
  status: number
  /** Matrix's error code, such as M_FORBIDDEN. */
  errcode?: string
}

export interface Login extends Answer {
  accessToken?: string
  userId?: string
  deviceId?: string
}

interface Device {
  device_id: string
  display_name?: string | null
}

/** Logs in with a localpart or a user ID; a wrong password is an answer (403), not an exception. */
export const login = async (url: string, user: string, password: string): Promise<Login> => {
  const { body, ...answer } = await call(url, 'POST', '/_matrix/client/v3/login', {
    body: { type: 'm.login.password', identifier: { type: 'm.id.user', user }, password },
  })
  if (!answer.ok) return answer
  return {
    ...answer,
    accessToken: String(body['access_token']),
    userId: String(body['user_id']),
    deviceId: String(body['device_id']),
  }
}

export const logout = async (url: string, token: string): Promise<void> => {
  await call(url, 'POST', '/_matrix/client/v3/logout', { token, body: {} })
}

/** The user ID that the token belongs to. */
export const whoami = async (url: string, token: string): Promise<string> =>
  String((await mustCall(url, '/_matrix/client/v3/account/whoami', token))['user_id'])

/** Changes the account's own display name, as any client can. */
export const setDisplayName = async (url: string, token: string, userId: string, name: string): Promise<void> => {
  const path = `/_matrix/client/v3/profile/${encodeURIComponent(userId)}/displayname`
  const answer = await call(url, 'PUT', path, { token, body: { displayname: name } })
  if (!answer.ok) throw new Error(`PUT ${path}: HTTP ${answer.status} ${answer.errcode ?? ''}`)
}

/** The account's sessions, the one of this token included. */
export const devices = async (url: string, token: string): Promise<readonly Device[]> =>
  // The shape is the Matrix specification's: GET /devices.
  (await mustCall(url, '/_matrix/client/v3/devices', token))['devices'] as readonly Device[]

/** Is the account a server admin, as Synapse tells it to the account itself? Only an admin may ask: 403 is "no". */
export const isAdmin = async (url: string, token: string, userId: string): Promise<boolean> => {
  const path = `/_synapse/admin/v1/users/${encodeURIComponent(userId)}/admin`
  const answer = await call(url, 'GET', path, { token })
  if (answer.status === 403) return false
  if (!answer.ok) throw new Error(`GET ${path}: HTTP ${answer.status} ${answer.errcode ?? ''}`)
  return answer.body['admin'] === true
}

const mustCall = async (url: string, path: string, token: string): Promise<Record<string, unknown>> => {
  const answer = await call(url, 'GET', path, { token })
  if (!answer.ok) throw new Error(`GET ${path}: HTTP ${answer.status} ${answer.errcode ?? ''}`)
  return answer.body
}

interface Call {
  token?: string
  body?: unknown
}

const call = async (url: string, method: string, path: string, { token, body }: Call) => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(120_000),
  })
  const json = asObject(await response.json().catch(() => ({})))
  const errcode = json['errcode']
  return { ok: response.ok, status: response.status, ...(typeof errcode === 'string' && { errcode }), body: json }
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
