import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import {
  type RequestedOperation,
  ending,
  get,
  limit,
  post,
  put,
  type Request,
  type Requests,
  secret,
} from './request.ts'

const api = '/api/admin/v1'
const user = `${api}/users/[id]`
const tokens = `${api}/user-registration-tokens`

/** Operations of the homeserver, which MAS does not have. */
export const byHomeserver: OperationName[] = ['suspend-user', 'unsuspend-user', 'set-display-name', 'set-kind']

type ByName = Record<OperationName, (asked: RequestedOperation) => Request[]>

const byApi: ByName = {
  ...atHomeserverAfter(find),
  'register-user': (asked) => [
    find(asked),
    get(`${api}/site-config`),
    post(`${api}/users`, {
      username: asked.username,
      ...(asked.given('display_name') ? { displayname: asked.given('display_name') } : {}),
    }),
    password(asked),
    ...addresses(asked),
    ...(isOrdinary(asked) ? [] : [atHomeserver(asked, { user_type: asked.given('kind') })]),
    ...(asked.isOn('admin') ? [post(`${user}/set-admin`, { admin: true })] : []),
  ],
  'show-user': (asked) => [find(asked), seenAtHomeserver(asked), get(`${api}/user-emails?filter[user]=[id]`)],
  'list-users': ({ isOn }) => [
    ...['compat-sessions', 'oauth2-sessions', 'user-sessions', 'personal-sessions'].map((list) =>
      get(`${api}/${list}`),
    ),
    get(`${api}/users${isOn('admins') ? '?filter[admin]=true' : ''}`),
  ],
  'set-password': (asked) => [
    find(asked),
    get(`${api}/site-config`),
    password(asked),
    ...(asked.isOn('keep_sessions') ? [] : everySession),
  ],
  'promote-admin': (asked) => [find(asked), post(`${user}/set-admin`, { admin: true })],
  'demote-admin': (asked) => [
    find(asked),
    post(`${user}/set-admin`, { admin: false }),
    ...(asked.isOn('keep_sessions') ? [] : everySession),
  ],
  'lock-user': (asked) => [find(asked), post(`${user}/lock`)],
  'unlock-user': (asked) => [find(asked), post(`${user}/unlock`)],
  'deactivate-user': (asked) => [find(asked), post(`${user}/deactivate`, { skip_erase: !asked.isOn('erase') })],
  'reactivate-user': (asked) => [find(asked), post(`${user}/reactivate`)],
  'list-sessions': (asked) => [find(asked), ...sessions],
  'logout-user': (asked) => {
    const session = asked.given('session')
    if (!session) return [find(asked), ...everySession]
    return [
      find(asked),
      get(`${api}/[kind]-sessions/${session}`),
      post(`${api}/[kind]-sessions/${session}/[finish or revoke]`),
    ]
  },
  'create-access-token': (asked) => {
    const expires = ending(asked.given('expires'))
    return [
      find(asked),
      post(`${api}/personal-sessions`, {
        actor_user_id: '[id]',
        human_name: asked.given('device_name') || 'registrar',
        scope: 'urn:matrix:client:api:*',
        ...(expires === null ? {} : { expires_in: expires }),
      }),
    ]
  },
  'add-email': (asked) => [find(asked), ...addresses(asked)],
  'create-registration-token': newToken,
  invite: (asked) => [get(`${api}/site-config`), ...newToken(asked)],
  'list-registration-tokens': () => [get(tokens)],
  'update-registration-token': ({ given }) => [
    get(tokens),
    put(`${tokens}/[id]`, {
      ...(given('uses') ? { usage_limit: limit(given('uses')) } : {}),
      ...(given('expires') ? { expires_at: ending(given('expires')) } : {}),
    }),
  ],
  'revoke-registration-token': () => [get(tokens), post(`${tokens}/[id]/revoke`)],
}

/** The requests with mas-cli, for what it can do. */
const byCli: Partial<ByName> = {
  ...atHomeserverAfter(exists),
  'register-user': (asked) => [
    exists(asked),
    manage('register-user', [
      '--yes',
      `--password=${secret}`,
      asked.isOn('admin') ? '--admin' : '--no-admin',
      ...asked
        .given('email')
        .split(', ')
        .filter(Boolean)
        .map((address) => `--email=${address}`),
      ...(asked.given('display_name') ? [`--display-name=${asked.given('display_name')}`] : []),
      ...(asked.isOn('accept_weak_password') ? ['--ignore-password-complexity'] : []),
      '--',
      asked.username,
    ]),
    ...(isOrdinary(asked) ? [] : [atHomeserver(asked, { user_type: asked.given('kind') })]),
  ],
  'show-user': (asked) => [exists(asked), manage('list-admin-users'), seenAtHomeserver(asked)],
  'list-users': () => [manage('list-admin-users')],
  'set-password': (asked) => [
    exists(asked),
    manage('set-password', [
      ...(asked.isOn('accept_weak_password') ? ['--ignore-complexity'] : []),
      '--',
      asked.username,
      secret,
    ]),
    ...(asked.isOn('keep_sessions') ? [] : [killed(asked)]),
  ],
  'promote-admin': (asked) => [exists(asked), manage('list-admin-users'), onUser(asked, 'promote-admin')],
  'demote-admin': (asked) => [
    exists(asked),
    manage('list-admin-users'),
    onUser(asked, 'demote-admin'),
    ...(asked.isOn('keep_sessions') ? [] : [killed(asked)]),
  ],
  'lock-user': (asked) => [exists(asked), onUser(asked, 'lock-user')],
  'unlock-user': (asked) => [exists(asked), onUser(asked, 'unlock-user')],
  'deactivate-user': (asked) => [exists(asked), onUser(asked, 'lock-user', '--deactivate')],
  'reactivate-user': (asked) => [
    exists(asked),
    onUser(asked, 'unlock-user', '--reactivate'),
    exists(asked),
    onUser(asked, 'unlock-user'),
  ],
  'logout-user': (asked) => [exists(asked), killed(asked)],
  'create-access-token': (asked) => [exists(asked), onUser(asked, 'issue-compatibility-token')],
  'add-email': (asked) => [exists(asked), manage('add-email', ['--', asked.username, asked.given('email')])],
  'create-registration-token': newTokenByCli,
  invite: newTokenByCli,
}

export const masRequests = Object.fromEntries(
  (Object.keys(byApi) as OperationName[]).map((name) => [name, (asked: RequestedOperation) => requestsOf(name, asked)]),
) as Requests

function requestsOf(name: OperationName, asked: RequestedOperation): Request[] | Failure {
  const { cli, client, token } = asked.access
  const isAtHomeserver = byHomeserver.includes(name) || (name === 'register-user' && !isOrdinary(asked))
  if (isAtHomeserver && !token) return 'homeserver_token_missing'
  if (cli) return requestsOfCli(name, asked)
  if (!client) return 'access_missing'
  return [
    post('/oauth2/token', { grant_type: 'client_credentials', scope: 'urn:mas:admin' }),
    ...byApi[name](asked),
    post('/oauth2/revoke', { token: secret }),
  ]
}

function requestsOfCli(name: OperationName, asked: RequestedOperation): Request[] | Failure {
  const isWithPassword = name === 'register-user' || name === 'set-password'
  if (isWithPassword && !asked.access.cli?.takesPasswords) return 'cli_password_refused'
  return byCli[name]?.(asked) ?? 'cli_cannot'
}

const sessions = [
  get(`${api}/compat-sessions?filter[user]=[id]&filter[status]=active`),
  get(`${api}/oauth2-sessions?filter[user]=[id]&filter[status]=active`),
  get(`${api}/user-sessions?filter[user]=[id]&filter[status]=active`),
  get(`${api}/personal-sessions?filter[actor_user]=[id]&filter[status]=active`),
]

const everySession = [...sessions, post(`${api}/[kind]-sessions/[each of them]/[finish or revoke]`)]

function find({ username }: RequestedOperation): Request {
  return get(`${api}/users/by-username/${username}`)
}

function password({ isOn }: RequestedOperation): Request {
  return post(`${user}/set-password`, { password: secret, skip_password_check: isOn('accept_weak_password') })
}

function addresses({ given }: RequestedOperation): Request[] {
  return given('email')
    .split(', ')
    .filter(Boolean)
    .flatMap((email) => [
      get(`${api}/user-emails?filter[email]=${email}`),
      post(`${api}/user-emails`, { user_id: '[id]', email }),
    ])
}

function newToken({ given }: RequestedOperation): Request[] {
  const [uses, expires, token] = [limit(given('uses')), ending(given('expires')), given('token')]
  const body = {
    ...(uses === null ? {} : { usage_limit: uses }),
    ...(expires === null ? {} : { expires_at: expires }),
    token: token || '[generated]',
  }
  return [...(token ? [get(tokens)] : []), post(tokens, body)]
}

function newTokenByCli({ given }: RequestedOperation): Request[] {
  const [uses, expires, token] = [limit(given('uses')), ending(given('expires')), given('token')]
  return [
    manage('issue-user-registration-token', [
      ...(token ? [`--token=${token}`] : []),
      uses === null ? '--unlimited' : `--usage-limit=${uses}`,
      ...(expires === null ? [] : [`--expires-in=${expires}`]),
    ]),
  ]
}

function isOrdinary({ given }: RequestedOperation): boolean {
  return ['', 'user'].includes(given('kind'))
}

function homeserverRecord({ id }: RequestedOperation): string {
  return `/_synapse/admin/v2/users/${id}`
}

/** The public profile, if there is no token for more. */
function seenAtHomeserver(asked: RequestedOperation): Request {
  return get(asked.access.token ? homeserverRecord(asked) : `/_matrix/client/v3/profile/${asked.id}`)
}

function atHomeserver(asked: RequestedOperation, body: Record<string, unknown>): Request {
  return put(homeserverRecord(asked), body)
}

/** After checking the account. */
function atHomeserverAfter(look: (asked: RequestedOperation) => Request) {
  return {
    'suspend-user': (asked: RequestedOperation) => [look(asked), ...suspension(asked, true)],
    'unsuspend-user': (asked: RequestedOperation) => [look(asked), ...suspension(asked, false)],
    'set-display-name': (asked: RequestedOperation) => [
      look(asked),
      get(homeserverRecord(asked)),
      atHomeserver(asked, { displayname: asked.given('display_name') }),
    ],
    'set-kind': (asked: RequestedOperation) => [
      look(asked),
      get(homeserverRecord(asked)),
      atHomeserver(asked, { user_type: isOrdinary(asked) ? null : asked.given('kind') }),
    ],
  }
}

function suspension(asked: RequestedOperation, suspend: boolean): Request[] {
  return [get(homeserverRecord(asked)), put(`/_synapse/admin/v1/suspend/${asked.id}`, { suspend })]
}

function manage(command: string, words: string[] = []): Request {
  return { command: ['mas-cli', 'manage', command, ...words] }
}

function onUser({ username }: RequestedOperation, command: string, ...options: string[]): Request {
  return manage(command, [...options, '--', username])
}

/** mas-cli cannot show an account; this command fails if there is none. */
function exists(asked: RequestedOperation): Request {
  return onUser(asked, 'kill-sessions', '--dry-run')
}

function killed(asked: RequestedOperation): Request {
  return onUser(asked, 'kill-sessions')
}
