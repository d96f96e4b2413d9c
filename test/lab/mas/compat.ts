import { type Accounts, addCompatSession, syncDevicesLater } from './accounts.ts'
import type { Answer } from './answer.ts'
import { findUser } from './state.ts'

const matrixError = (status: number, errcode: string, error: string): Answer => ({ status, body: { errcode, error } })

/** The part of `POST /_matrix/client/v3/login` that is read here. */
interface LoginRequest {
  type?: string
  identifier?: { type?: string; user?: string }
  password?: string
  device_id?: string
  initial_device_display_name?: string
}

/** MAS's login with a password in the homeserver's place; of a locked account it says so, of a deactivated one it does not. */
export const answerLogin = async (accounts: Accounts, headers: Headers, request: LoginRequest): Promise<Answer> => {
  const { setup } = accounts.state
  if (!setup.passwords || request.type !== 'm.login.password')
    return matrixError(400, 'M_UNKNOWN', 'Invalid login type')
  const name = request.identifier?.user
  if (name === undefined) return matrixError(400, 'M_BAD_JSON', "Missing property 'identifier")
  const suffix = `:${setup.synapse.domain}`
  const user = findUser(
    accounts.state,
    name.startsWith('@') && name.endsWith(suffix) ? name.slice(1, -suffix.length) : name,
  )
  if (!user || user.deactivatedAt || user.password === null || user.password !== request.password) {
    return matrixError(403, 'M_FORBIDDEN', 'Invalid username/password')
  }
  if (user.lockedAt) return matrixError(401, 'M_USER_LOCKED', 'User account has been locked')
  const device = {
    deviceId: request.device_id,
    humanName: request.initial_device_display_name ?? null,
    userAgent: headers.get('user-agent'),
  }
  const made = await addCompatSession(accounts, user, device).catch(() => undefined)
  if (!made) return matrixError(500, 'M_UNKNOWN', 'Internal server error') // the homeserver does not know the account yet
  const { token, session } = made
  return {
    status: 200,
    body: { access_token: token, device_id: session.deviceId, user_id: `@${user.username}${suffix}` },
  }
}

export const answerLogout = (accounts: Accounts, headers: Headers): Answer => {
  const token = accounts.state.accessTokens.find((known) => `Bearer ${known.token}` === headers.get('authorization'))
  if (!token || token.kind !== 'compat' || token.session.endedAt)
    return matrixError(401, 'M_UNKNOWN_TOKEN', 'Invalid access token')
  token.session.endedAt = new Date()
  const user = accounts.state.users.find(({ id }) => id === token.session.userId)
  if (user) syncDevicesLater(accounts, user)
  return { status: 200, body: {} }
}
