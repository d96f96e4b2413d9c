import {
  type Accounts,
  addAccessToken,
  addEmail,
  addRegistrationToken,
  addUser,
  deactivateLater,
  emailProblem,
  isStrongEnough,
  lockUser,
  provisionLater,
  syncDevicesLater,
  unlockUser,
} from './accounts.ts'
import type { Answer } from './answer.ts'
import { paginate, type Query, readQuery } from './query.ts'
import { refuse } from './refusal.ts'
import {
  compatSessionResource,
  emailResource,
  oauth2SessionResource,
  personalSessionResource,
  prefix,
  type Resource,
  siteConfig,
  tokenResource,
  userResource,
} from './resources.ts'
import {
  type AccessToken,
  endSessions,
  findUser,
  isActive,
  isExpired,
  isValidToken,
  newborn,
  type RegistrationToken,
  type Session,
  type User,
} from './state.ts'

/** A request whose caller, path and body have been looked at. */
interface ApiRequest {
  accounts: Accounts
  /** The token it came with. */
  caller: AccessToken
  /** The path's, such as a ULID. */
  id: string
  username: string
  search: URLSearchParams
  /** The filters' names, in the order of MAS's links. */
  queryNames: readonly string[]
  /** As the operation's schema describes it. */
  body: Record<string, unknown>
}

type Handler = (request: ApiRequest) => Answer | Promise<Answer>

/** Every operation of the document, by its name there; the texts are MAS 1.22.0's. */
export const handlers: Record<string, Handler> = {
  'GET /version': () => ({ status: 200, body: { version: 'v1.22.0' } }),
  'GET /site-config': ({ accounts }) => ({ status: 200, body: siteConfig(accounts.state.setup) }),

  'GET /users': (request) =>
    list(request, 'users', request.accounts.state.users, userResource, userFilter, ['active', 'locked', 'deactivated']),
  'POST /users': createUser,
  'GET /users/by-username/{username}': ({ accounts, username }) => {
    const user = findUser(accounts.state, username) ?? refuse(404, `User with username "${username}" not found`)
    return one(200, userResource(user), `${prefix}/users/by-username/${username}`)
  },
  'GET /users/{id}': (request) => one(200, userResource(theUser(request))),
  'POST /users/{id}/set-password': setPassword,
  'POST /users/{id}/set-admin': onUser('set-admin', ({ body }, user) => {
    user.admin = body['admin'] === true
  }),
  'POST /users/{id}/deactivate': onUser('deactivate', ({ accounts, body }, user) => {
    user.deactivatedAt ??= new Date()
    deactivateLater(accounts, user, { erase: body['skip_erase'] !== true })
  }),
  'POST /users/{id}/reactivate': onUser('reactivate', async ({ accounts }, user) => {
    await accounts.homeserver.reactivate(user.username)
    user.deactivatedAt = null
  }),
  'POST /users/{id}/lock': onUser('lock', ({ accounts }, user) => lockUser(accounts, user)),
  'POST /users/{id}/unlock': onUser('unlock', ({ accounts }, user) => unlockUser(accounts, user)),

  'GET /user-emails': (request) =>
    list(request, 'user-emails', request.accounts.state.emails, emailResource, emailFilter),
  'POST /user-emails': createEmail,
  'GET /user-emails/{id}': (request) => one(200, emailResource(theEmail(request))),
  'DELETE /user-emails/{id}': (request) => {
    const email = theEmail(request)
    const { state } = request.accounts
    state.emails = state.emails.filter((other) => other !== email)
    const user = state.users.find(({ id }) => id === email.userId)
    if (user) provisionLater(request.accounts, user)
    return { status: 204 }
  },

  'GET /user-registration-tokens': (request) =>
    list(request, 'user-registration-tokens', request.accounts.state.registrationTokens, tokenResource, tokenFilter),
  'POST /user-registration-tokens': createRegistrationToken,
  'GET /user-registration-tokens/{id}': (request) => one(200, tokenResource(theRegistrationToken(request))),
  'PUT /user-registration-tokens/{id}': updateRegistrationToken,
  'POST /user-registration-tokens/{id}/revoke': (request) => {
    const token = theRegistrationToken(request)
    if (token.revokedAt) refuse(400, `Registration token with ID ${token.id} is already revoked`)
    token.revokedAt = new Date()
    return one(200, tokenResource(token), `${tokenResource(token).links.self}/revoke`)
  },
  'POST /user-registration-tokens/{id}/unrevoke': (request) => {
    const token = theRegistrationToken(request)
    if (!token.revokedAt) refuse(400, `Registration token with ID ${token.id} is not revoked`)
    token.revokedAt = null
    return one(200, tokenResource(token), `${tokenResource(token).links.self}/unrevoke`)
  },

  ...sessionHandlers(
    'compat-sessions',
    'Compatibility session',
    ({ compatSessions }) => compatSessions,
    compatSessionResource,
  ),
  ...sessionHandlers(
    'oauth2-sessions',
    'OAuth 2.0 session',
    ({ oauth2Sessions }) => oauth2Sessions,
    oauth2SessionResource,
  ),
  // Nobody logs in with a browser here.
  ...sessionHandlers('user-sessions', 'User session', () => [], compatSessionResource),

  'GET /personal-sessions': (request) => {
    const { state } = request.accounts
    return list(
      request,
      'personal-sessions',
      state.personalSessions,
      (session) => personalSessionResource(state, session),
      sessionFilter,
      ['active', 'revoked'],
    )
  },
  'POST /personal-sessions': createPersonalSession,
  'GET /personal-sessions/{id}': (request) =>
    one(
      200,
      personalSessionResource(request.accounts.state, thePersonalSession(request, 'Personal session not found')),
    ),
  'POST /personal-sessions/{id}/revoke': (request) => {
    const session = thePersonalSession(request, `Personal session with ID ${request.id} not found`)
    if (session.endedAt) refuse(409, `Personal session with ID ${session.id} is already revoked`)
    session.endedAt = new Date()
    return one(200, personalSessionResource(request.accounts.state, session))
  },
  'POST /personal-sessions/{id}/regenerate': (request) => {
    const session = thePersonalSession(request, 'Session not found')
    if (session.endedAt) refuse(422, 'Session not valid')
    return issuePersonalToken(request, session)
  },
}

const one = (status: number, data: Resource, self = data.links.self): Answer => ({
  status,
  body: { data, links: { self } },
})

type Filter<T> = (item: T, filters: Record<string, string>, request: ApiRequest) => boolean

const list = <T>(
  request: ApiRequest,
  collection: string,
  items: readonly T[],
  show: (item: T) => Resource,
  filter: Filter<T>,
  statuses: readonly string[] = [],
): Answer => {
  const query: Query = readQuery(request.search, statuses)
  const { user } = query.filters
  if (user && !request.accounts.state.users.some(({ id }) => id === user)) refuse(404, `User ID ${user} not found`)
  const resources = items.filter((item) => filter(item, query.filters, request)).map(show)
  return { status: 200, body: paginate(collection, resources, request.queryNames, query) }
}

/** A filter that was not given lets everything through. */
const agrees = (wanted: string | undefined, actual: boolean | string | null): boolean =>
  wanted === undefined || wanted === String(actual)

const userFilter: Filter<User> = (user, filters) =>
  agrees(filters['admin'], user.admin) &&
  agrees(filters['legacy-guest'], false) &&
  user.username.toLowerCase().includes((filters['search'] ?? '').toLowerCase()) &&
  (filters['status'] !== 'active' || isActive(user)) &&
  (filters['status'] !== 'locked' || user.lockedAt !== null) &&
  (filters['status'] !== 'deactivated' || user.deactivatedAt !== null)

const emailFilter: Filter<{ userId: string; email: string }> = ({ userId, email }, filters) =>
  agrees(filters['user'], userId) && agrees(filters['email']?.toLowerCase(), email.toLowerCase())

const tokenFilter: Filter<RegistrationToken> = (token, filters) =>
  agrees(filters['used'], false) &&
  agrees(filters['revoked'], token.revokedAt !== null) &&
  agrees(filters['expired'], isExpired(token.expiresAt)) &&
  agrees(filters['valid'], isValidToken(token))

const sessionFilter: Filter<Session> = (session, filters) =>
  agrees(filters['user'] ?? filters['actor_user'], session.userId) &&
  agrees(filters['client'] ?? filters['owner_client'], session.clientId) &&
  (filters['scope'] ?? '').split(' ').every((scope) => scope === '' || session.scope.split(' ').includes(scope)) &&
  (filters['status'] === undefined || (filters['status'] === 'active') === (session.endedAt === null))

const theUser = ({ accounts, id }: ApiRequest): User =>
  accounts.state.users.find((user) => user.id === id) ?? refuse(404, `User ID ${id} not found`)

const theEmail = ({ accounts, id }: ApiRequest) =>
  accounts.state.emails.find((email) => email.id === id) ?? refuse(404, `User email ID ${id} not found`)

const theRegistrationToken = ({ accounts, id }: ApiRequest): RegistrationToken =>
  accounts.state.registrationTokens.find((token) => token.id === id) ??
  refuse(404, `Registration token with ID ${id} not found`)

const thePersonalSession = ({ accounts, id }: ApiRequest, notFound: string): Session =>
  accounts.state.personalSessions.find((session) => session.id === id) ?? refuse(404, notFound)

/** An action on an account that answers with the account. */
function onUser(action: string, act: (request: ApiRequest, user: User) => void | Promise<void>): Handler {
  return async (request) => {
    const user = theUser(request)
    await act(request, user)
    return one(200, userResource(user), `${prefix}/users/${user.id}/${action}`)
  }
}

/** Existence is looked at before the grammar, and the homeserver is asked last; it knows the account when this answers. */
async function createUser({ accounts, body }: ApiRequest): Promise<Answer> {
  const username = String(body['username'])
  if (findUser(accounts.state, username)) refuse(409, 'User already exists')
  if (!isValidUsername(username, accounts.state.setup.synapse.domain)) refuse(400, 'Username is not valid')
  if (!(await accounts.homeserver.isAvailable(username)) && body['skip_homeserver_check'] !== true) {
    refuse(409, 'Username is reserved by the homeserver')
  }
  await accounts.homeserver.provision({
    localpart: username,
    locked: false,
    ...(typeof body['displayname'] === 'string' && { set_displayname: body['displayname'] }),
    ...(typeof body['avatar_url'] === 'string' && { set_avatar_url: body['avatar_url'] }),
  })
  return one(201, userResource(addUser(accounts, username)))
}

const isValidUsername = (username: string, domain: string): boolean =>
  /^[a-z0-9=_\-./+]+$/.test(username) && !username.startsWith('_') && `@${username}:${domain}`.length <= 255

function setPassword(request: ApiRequest): Answer {
  const { accounts, body } = request
  if (!accounts.state.setup.passwords) refuse(403, 'Password auth is disabled')
  const user = theUser(request)
  const password = String(body['password'])
  if (body['skip_password_check'] !== true && !isStrongEnough(accounts.state, password))
    refuse(400, 'Password is too weak')
  user.password = password
  return { status: 204 }
}

function createEmail(request: ApiRequest): Answer {
  const { accounts, body } = request
  const email = String(body['email'])
  const user = theUser({ ...request, id: String(body['user_id']) })
  const problem = emailProblem(email)
  if (problem) refuse(400, `Email "${email}" is not valid`, problem)
  const isTaken = accounts.state.emails.some((other) => other.email.toLowerCase() === email.toLowerCase())
  if (isTaken) refuse(409, `User email "${email}" already in use`)
  provisionLater(accounts, user)
  return one(201, emailResource(addEmail(accounts, user, email)))
}

function createRegistrationToken({ accounts, body }: ApiRequest): Answer {
  const token = typeof body['token'] === 'string' ? body['token'] : undefined
  const isTaken = accounts.state.registrationTokens.some((other) => other.token === token)
  if (isTaken) refuse(409, 'A registration token with the same token already exists')
  return one(
    201,
    tokenResource(addRegistrationToken(accounts, { token, usageLimit: readLimit(body), expiresAt: readExpiry(body) })),
  )
}

/** What is absent stays, null takes away. */
function updateRegistrationToken(request: ApiRequest): Answer {
  const token = theRegistrationToken(request)
  if ('usage_limit' in request.body) token.usageLimit = readLimit(request.body)
  if ('expires_at' in request.body) token.expiresAt = readExpiry(request.body)
  return one(200, tokenResource(token))
}

const readLimit = ({ usage_limit }: Record<string, unknown>): number | null =>
  typeof usage_limit === 'number' ? usage_limit : null

const readExpiry = ({ expires_at }: Record<string, unknown>): Date | null =>
  typeof expires_at === 'string' ? new Date(expires_at) : null

/** Listing, showing and ending one kind of sessions. */
function sessionHandlers(
  collection: string,
  name: string,
  of: (state: Accounts['state']) => Session[],
  show: (session: Session) => Resource,
): Record<string, Handler> {
  const find = ({ accounts, id }: ApiRequest, notFound: string): Session =>
    of(accounts.state).find((session) => session.id === id) ?? refuse(404, notFound)
  return {
    [`GET /${collection}`]: (request) =>
      list(request, collection, of(request.accounts.state), show, sessionFilter, ['active', 'finished']),
    [`GET /${collection}/{id}`]: (request) => one(200, show(find(request, `${name} ID ${request.id} not found`))),
    [`POST /${collection}/{id}/finish`]: (request) => {
      const session = find(request, `${name} with ID ${request.id} not found`)
      if (endSessions([session]) === 0) refuse(400, `${name} with ID ${session.id} is already finished`)
      const user = request.accounts.state.users.find(({ id }) => id === session.userId)
      if (user) syncDevicesLater(request.accounts, user)
      return one(200, show(session), `${show(session).links.self}/finish`)
    },
  }
}

function createPersonalSession(request: ApiRequest): Answer {
  const { accounts, caller, body } = request
  const scope = String(body['scope'])
  const user = accounts.state.users.find(({ id }) => id === body['actor_user_id']) ?? refuse(404, 'User not found')
  if (user.deactivatedAt) refuse(410, 'User is not active')
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(scope)) refuse(400, 'Invalid scope')
  const { clientId } = caller.session
  const session = {
    ...newborn(),
    endedAt: null,
    userId: user.id,
    clientId,
    scope,
    deviceId: null,
    humanName: String(body['human_name']),
    userAgent: null,
  }
  accounts.state.personalSessions.push(session)
  return issuePersonalToken(request, session)
}

/** Its older token is worth nothing then. */
function issuePersonalToken({ accounts: { state }, body }: ApiRequest, session: Session): Answer {
  state.accessTokens = state.accessTokens.filter((token) => token.session !== session)
  const lifetime = typeof body['expires_in'] === 'number' ? body['expires_in'] : null
  const { token } = addAccessToken(state, 'personal', session, lifetime)
  return one(201, personalSessionResource(state, session, token))
}
