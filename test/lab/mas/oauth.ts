import type { ApiClient } from './client.ts'
import { type Accounts, addAccessToken } from './accounts.ts'
import type { Answer } from './answer.ts'
import { type AccessToken, isExpired, newborn, type State } from './state.ts'
import { refuse } from './refusal.ts'

const error = (status: number, name: string, description: string): Answer => ({
  status,
  body: { error: name, error_description: description },
})

/** `POST /oauth2/token`: HTTP Basic, `client_credentials`. */
export const answerToken = ({ state }: Accounts, headers: Headers, form: URLSearchParams): Answer => {
  if (headers.get('content-type') !== 'application/x-www-form-urlencoded') {
    return error(400, 'invalid_request', 'The request is not a form')
  }
  const credentials = readBasic(headers.get('authorization') ?? '')
  if (!form.has('grant_type'))
    return error(500, 'server_error', 'Failed to deserialize form body: missing field `grant_type`')
  if (!credentials) return error(400, 'invalid_request', 'No credentials were presented')
  const client = findClient(state, credentials)
  if (!client) return error(401, 'invalid_client', 'Client authentication failed.')
  if (form.get('grant_type') !== 'client_credentials') {
    return error(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server.',
    )
  }
  const scope = form.get('scope') ?? ''
  const refused = scope.split(' ').find((word) => !mayHave(state, client, word))
  if (refused) return error(403, 'invalid_scope', `scope '${refused}' not allowed`)

  const session = {
    ...newborn(),
    endedAt: null,
    userId: null,
    clientId: client.clientId,
    scope,
    deviceId: null,
    humanName: null,
    userAgent: headers.get('user-agent'),
  }
  state.oauth2Sessions.push(session)
  const lifetime = state.setup.tokenLifetime
  const { token } = addAccessToken(state, 'oauth2', session, lifetime)
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: lifetime, ...(scope && { scope }) },
  }
}

const readBasic = (header: string): ApiClient | undefined => {
  const encoded = /^Basic (.+)$/i.exec(header)?.[1]
  const [, clientId, clientSecret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? []
  return clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : undefined
}

const findClient = ({ setup }: State, { clientId, clientSecret }: ApiClient): ApiClient | undefined =>
  [setup.adminApi, setup.outsider].find(
    (client) => client.clientId === clientId && client.clientSecret === clientSecret,
  )

/** Only those among `admin_clients` may use the Admin API; nothing of a homeserver goes to a client without a user. */
const mayHave = ({ setup }: State, client: ApiClient, scope: string): boolean =>
  ['', 'openid', 'urn:mas:graphql:*'].includes(scope) || (scope === 'urn:mas:admin' && client === setup.adminApi)

/** The token that a request to the Admin API came with, or why it is none. */
export const authenticate = (state: State, headers: Headers): AccessToken => {
  const header = headers.get('authorization')
  if (header === null) return refuse(400, 'Missing authorization header')
  const text = /^Bearer (\S+)$/i.exec(header)?.[1] ?? refuse(400, 'Invalid authorization header')
  if (!/^m[a-z]{2}_[A-Za-z0-9]{30}_[A-Za-z0-9]{6}$/.test(text))
    refuse(401, 'Invalid type of access token', 'invalid token format')
  if (!/^(mat|mpt)_/.test(text)) refuse(401, 'Invalid type of access token')
  const token = state.accessTokens.find((known) => known.token === text) ?? refuse(401, 'Unknown access token')
  if (token.session.endedAt) refuse(401, 'Access token revoked')
  if (isExpired(token.expiresAt)) refuse(401, 'Access token expired')
  const actor = state.users.find(({ id }) => id === token.session.userId)
  if (actor?.deactivatedAt) refuse(401, 'User locked')
  if (!token.session.scope.split(' ').includes('urn:mas:admin')) refuse(401, 'Missing urn:mas:admin scope')
  return token
}

/** `POST /oauth2/revoke`: a client ends a token of its own; one that is unknown is ended already. */
export const answerRevocation = ({ state }: Accounts, headers: Headers, form: URLSearchParams): Answer => {
  const client = findClient(state, readBasic(headers.get('authorization') ?? '') ?? { clientId: '', clientSecret: '' })
  if (!client) return error(401, 'invalid_client', 'Client authentication failed.')
  const token = state.accessTokens.find((known) => known.token === form.get('token'))
  if (token && token.session.clientId !== client.clientId)
    return error(401, 'unauthorized_client', 'The client is not authorized to revoke this token.')
  if (token) token.session.endedAt ??= new Date()
  return { status: 200 }
}

/** `POST /oauth2/introspect`, as the homeserver asks it with the shared secret. */
export const answerIntrospection = ({ state }: Accounts, headers: Headers, form: URLSearchParams): Answer => {
  if (headers.get('authorization') !== `Bearer ${state.setup.secret}`) {
    return error(401, 'access_denied', 'bearer token presented is invalid')
  }
  const token = state.accessTokens.find((known) => known.token === form.get('token'))
  if (!token || token.session.endedAt || isExpired(token.expiresAt)) return { status: 200, body: { active: false } }
  const { session, kind, expiresAt } = token
  const user = state.users.find(({ id }) => id === session.userId)
  // A locked account may still be a personal session's actor.
  if (user?.deactivatedAt || (user?.lockedAt && kind !== 'personal')) return { status: 200, body: { active: false } }
  return {
    status: 200,
    body: {
      active: true,
      scope: session.scope,
      client_id: session.clientId ?? 'legacy',
      token_type: 'access_token',
      ...(user && { username: user.username, sub: user.id }),
      ...(session.deviceId && { device_id: session.deviceId }),
      ...(expiresAt && { expires_in: Math.floor((expiresAt.getTime() - Date.now()) / 1000) }),
    },
  }
}

/** `GET /.well-known/openid-configuration`, as far as it is asked for. */
export const metadata = ({ state: { setup } }: Accounts): Answer => ({
  status: 200,
  body: {
    issuer: `${setup.url}/`,
    token_endpoint: `${setup.url}/oauth2/token`,
    introspection_endpoint: `${setup.url}/oauth2/introspect`,
    account_management_uri: `${setup.url}/account/`,
  },
})
