import { jest } from '@jest/globals'
import { handlers } from '../lab/mas/admin-api.ts'
import { operationNames } from '../lab/mas/contract.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login, type Login, whoami } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import {
  askToken,
  type Exchange,
  getToken,
  type RequestOptions,
  outlastsQuestion,
  runMasCli,
  send,
  titlesOf,
} from '../support/mas-client.ts'

jest.setTimeout(900_000)

/** What the stand-in and the real MAS do alike: each line of this suite was run against MAS 1.22.0. */

const onlyStandIn = process.env['REGISTRAR_LAB_MAS'] ? it.skip : it

const password = 'C0rrect-horse-9x'
const nobody = '01M84NTCDCP7JWDC9PM2DKJ4V9'

let mas: Mas
let token: string

beforeAll(async () => {
  mas = await startMas()
})

beforeEach(async () => {
  token = await getToken(mas) // it lasts five minutes
})

afterAll(() => mas?.stop())

const api = (method: string, path: string, options: RequestOptions = {}): Promise<Exchange> =>
  send(mas.url, method, `/api/admin/v1${path}`, { token, ...options })

const idOf = ({ body }: Exchange): string => (body as { data: { id: string } }).data.id

const attributesOf = ({ body }: Exchange): Record<string, unknown> =>
  (body as { data: { attributes: Record<string, unknown> } }).data.attributes

async function makeUser(username: string): Promise<string> {
  const id = idOf(await api('POST', '/users', { body: { username } }))
  expect((await api('POST', `/users/${id}/set-password`, { body: { password } })).status).toBe(204)
  return id
}

/** A login once the homeserver knows the account: until then it is a 500. */
const loginSoon = (url: string, username: string, secret: string): Promise<Login> =>
  poll(
    async () => {
      const answer = await login(url, username, secret)
      return answer.status !== 500 && answer
    },
    { what: `the login of ${username}`, timeout: 15_000 },
  )

/** What the homeserver itself knows of an account. */
const atHomeserver = (localpart: string): Promise<Exchange> =>
  send(mas.synapse.url, 'GET', `/_synapse/mas/query_user?localpart=${localpart}`, { token: mas.secret })

const isDeactivatedThere = async (localpart: string): Promise<boolean> =>
  ((await atHomeserver(localpart)).body as { is_deactivated: boolean }).is_deactivated

/** A request that the Admin API's description does not allow, made on purpose. */
async function malformed(exchange: Promise<Exchange>): Promise<Exchange> {
  const answer = await exchange
  if (!mas.isReal) expect(mas.violations.splice(0)).not.toEqual([])
  return answer
}

describe('the token endpoint', () => {
  const cases: [string, () => Promise<Exchange>, number, string][] = [
    ['a client that is not among admin_clients', () => askToken(mas.url, mas.outsider), 403, 'invalid_scope'],
    ['an unknown client', () => askToken(mas.url, { ...mas.adminApi, clientId: nobody }), 401, 'invalid_client'],
    [
      'a client id that is no ULID',
      () => askToken(mas.url, { clientId: 'x', clientSecret: 'x' }),
      401,
      'invalid_client',
    ],
    ['another grant', () => askToken(mas.url, mas.adminApi, { grant_type: 'password' }), 400, 'unsupported_grant_type'],
    ['an unknown scope', () => askToken(mas.url, mas.adminApi, { scope: 'bogus' }), 403, 'invalid_scope'],
    [
      'no credentials',
      () =>
        send(mas.url, 'POST', '/oauth2/token', {
          text: 'grant_type=client_credentials',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      400,
      'invalid_request',
    ],
    ['a body that is not a form', () => send(mas.url, 'POST', '/oauth2/token', { body: {} }), 400, 'invalid_request'],
  ]

  it.each(cases)('refuses %s', async (_what, ask, status, error) => {
    const answer = await ask()
    expect({ status: answer.status, error: (answer.body as { error: string }).error }).toEqual({ status, error })
  })

  it('takes several scopes', async () => {
    expect((await askToken(mas.url, mas.adminApi, { scope: 'urn:mas:admin openid' })).status).toBe(200)
  })
})

describe('who may use the Admin API', () => {
  it.each([
    ['Basic abc', 400, 'Invalid authorization header'],
    ['Bearer mat_bogus', 401, 'Invalid type of access token'],
  ])('not %s', async (authorization, status, title) => {
    const answer = await send(mas.url, 'GET', '/api/admin/v1/version', { headers: { authorization } })
    expect({ status: answer.status, title: titlesOf(answer)[0] }).toEqual({ status, title })
  })

  it('not the token of a login', async () => {
    await makeUser('caller')
    const { accessToken = '' } = await login(mas.url, 'caller', password)
    const answer = await api('GET', '/version', { token: accessToken })
    expect({ status: answer.status, titles: titlesOf(answer) }).toEqual({
      status: 401,
      titles: ['Invalid type of access token'],
    })
  })

  it('not a token whose session was finished', async () => {
    const other = await getToken(mas)
    const { body } = await api('GET', '/oauth2-sessions?filter[status]=active&page[last]=1')
    const [session] = (body as { data: { id: string }[] }).data
    expect((await api('POST', `/oauth2-sessions/${session?.id}/finish`)).status).toBe(200)
    const answer = await api('GET', '/version', { token: other })
    expect({ status: answer.status, titles: titlesOf(answer) }).toEqual({
      status: 401,
      titles: ['Access token revoked'],
    })
  })

  onlyStandIn('not a token that has expired', async () => {
    const other = await startMas({ tokenLifetime: 3 })
    try {
      const short = await getToken(other)
      expect((await send(other.url, 'GET', '/api/admin/v1/version', { token: short })).status).toBe(200)
      const refused = async () => {
        const answer = await send(other.url, 'GET', '/api/admin/v1/version', { token: short })
        return answer.status === 200 ? undefined : answer
      }
      const answer = await poll(refused, { what: 'the end of the token' })
      expect({ status: answer.status, titles: titlesOf(answer) }).toEqual({
        status: 401,
        titles: ['Access token expired'],
      })
    } finally {
      await other.stop()
    }
  })

  it('is looked at before the path, and the path before the body, and that before what is asked for', async () => {
    const broken = { text: '{oops', headers: { 'content-type': 'application/json' } }
    expect(titlesOf(await send(mas.url, 'POST', '/api/admin/v1/users/abc/set-admin', broken))).toEqual([
      'Missing authorization header',
    ])
    expect(titlesOf(await malformed(api('POST', '/users/abc/set-admin', broken)))[0]).toBe('Invalid ULID in path')
    expect((await malformed(api('POST', `/users/${nobody}/set-admin`, broken))).status).toBe(400)
  })
})

describe('accounts', () => {
  it('are known to the homeserver at once when the Admin API made them, and their passwords work', async () => {
    await makeUser('prompt')
    expect((await atHomeserver('prompt')).status).toBe(200)
    const { accessToken = '' } = await login(mas.url, 'prompt', password)
    expect(await whoami(mas.synapse.url, accessToken)).toBe('@prompt:example.org')
  })

  it('are known to the homeserver a little later when mas-cli made them', async () => {
    expect((await runMasCli(mas, ['manage', 'register-user', '--yes', '-p', password, 'later'])).exitCode).toBe(0)
    await poll(async () => (await atHomeserver('later')).status === 200, {
      what: 'the account at the homeserver',
      timeout: 15_000,
    })
    expect((await login(mas.url, '@LATER:example.org', password)).userId).toBe('@later:example.org')
    expect((await login(mas.url, '@later:example.com', password)).status).toBe(403)
  })

  it('are locked for whoever is logged in, too', async () => {
    const id = await makeUser('locked')
    const { accessToken = '' } = await login(mas.url, 'locked', password)
    await api('POST', `/users/${id}/lock`)
    expect(
      (await send(mas.synapse.url, 'GET', '/_matrix/client/v3/account/whoami', { token: accessToken })).status,
    ).toBe(401)
    expect(await login(mas.url, 'locked', password)).toEqual({ ok: false, status: 401, errcode: 'M_USER_LOCKED' })
  })

  // Of the real one, too, but not always: it depends on how the two meet.
  onlyStandIn('that are reactivated before their deactivation has run are deactivated all the same', async () => {
    const id = await makeUser('hasty')
    await api('POST', `/users/${id}/deactivate`, { body: { skip_erase: true } })
    await api('POST', `/users/${id}/reactivate`)
    await poll(() => isDeactivatedThere('hasty'), { what: 'the deactivation', timeout: 15_000 })
    expect(attributesOf(await api('GET', `/users/${id}`))['deactivated_at']).not.toBeNull()
  })

  it('lose their e-mail addresses and keep their password when they are deactivated, and can be reactivated afterwards', async () => {
    const id = await makeUser('gone')
    await api('POST', '/user-emails', { body: { user_id: id, email: 'gone@example.org' } })
    await api('POST', `/users/${id}/deactivate`, { body: { skip_erase: true } })
    await poll(() => isDeactivatedThere('gone'), { what: 'the deactivation', timeout: 15_000 })
    expect((await api('GET', `/user-emails?filter[user]=${id}&count=only`)).body).toMatchObject({ meta: { count: 0 } })
    expect(attributesOf(await api('POST', `/users/${id}/reactivate`))['deactivated_at']).toBeNull()
    expect((await login(mas.url, 'gone', password)).status).toBe(200)
  })

  it('may be made admin, get a password and an address, and be locked while they are deactivated', async () => {
    const id = await makeUser('asleep')
    await api('POST', `/users/${id}/deactivate`, { body: { skip_erase: true } })
    await poll(() => isDeactivatedThere('asleep'), { what: 'the deactivation', timeout: 15_000 })
    expect((await api('POST', `/users/${id}/set-admin`, { body: { admin: true } })).status).toBe(200)
    expect((await api('POST', `/users/${id}/set-password`, { body: { password } })).status).toBe(204)
    expect((await api('POST', '/user-emails', { body: { user_id: id, email: 'asleep@example.org' } })).status).toBe(201)
    expect((await api('POST', `/users/${id}/lock`)).status).toBe(200)
  })

  it('stay locked when mas-cli locks, deactivates and reactivates them', async () => {
    const id = await makeUser('twice-shut')
    await runMasCli(mas, ['manage', 'lock-user', '--deactivate', 'twice-shut'])
    await poll(() => isDeactivatedThere('twice-shut'), { what: 'the deactivation', timeout: 15_000 })
    await runMasCli(mas, ['manage', 'unlock-user', '--reactivate', 'twice-shut'])
    await poll(async () => attributesOf(await api('GET', `/users/${id}`))['deactivated_at'] === null, {
      what: 'the reactivation',
      timeout: 15_000,
    })
    expect(attributesOf(await api('GET', `/users/${id}`))['locked_at']).not.toBeNull()
  })

  it('that only the homeserver knows are reserved, unless it is not asked', async () => {
    await send(mas.synapse.url, 'POST', '/_synapse/mas/provision_user', {
      token: mas.secret,
      body: { localpart: 'split' },
    })
    expect(titlesOf(await api('POST', '/users', { body: { username: 'split' } }))).toEqual([
      'Username is reserved by the homeserver',
    ])
    const run = await runMasCli(mas, ['manage', 'register-user', '--yes', '-p', password, 'split'])
    expect(run).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Error: Username not available on homeserver'),
    })
    expect((await api('POST', '/users', { body: { username: 'split', skip_homeserver_check: true } })).status).toBe(201)
  })

  it('cannot be made while the homeserver does not answer', async () => {
    await mas.synapse.halt()
    try {
      const answer = await api('POST', '/users', { body: { username: 'unreachable' } })
      expect({ status: answer.status, title: titlesOf(answer)[0] }).toEqual({
        status: 500,
        title: 'Failed to check localpart availability from Synapse',
      })
      const run = await runMasCli(mas, ['manage', 'register-user', '--yes', '-p', password, 'unreachable'])
      expect(run).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('Error: Failed to check localpart availability from Synapse'),
      })
    } finally {
      await mas.synapse.resume()
    }
  })
})

describe('a MAS that is halted', () => {
  it('does not answer, and knows its accounts and tokens when it is resumed', async () => {
    const id = await makeUser('patient')
    await mas.halt()
    await expect(api('GET', `/users/${id}`)).rejects.toThrow('fetch failed')
    await mas.resume()
    expect((await api('GET', `/users/${id}`)).status).toBe(200)
  })
})

describe('sessions', () => {
  const sessionsOf = async (id: string): Promise<Record<string, unknown>[]> => {
    const { body } = await api('GET', `/compat-sessions?filter[user]=${id}`)
    return (body as { data: { attributes: Record<string, unknown> }[] }).data.map(({ attributes }) => attributes)
  }

  it('are listed with their devices, and end once', async () => {
    const id = await makeUser('devices')
    const { accessToken = '', deviceId } = await login(mas.url, 'devices', password)
    expect(await sessionsOf(id)).toMatchObject([{ device_id: deviceId, finished_at: null, user_id: id }])
    const { body } = await api('GET', `/compat-sessions?filter[user]=${id}&filter[status]=active`)
    const [session] = (body as { data: { id: string }[] }).data
    const finish = () => api('POST', `/compat-sessions/${session?.id}/finish`)
    expect((await finish()).status).toBe(200)
    expect(titlesOf(await finish())).toEqual([`Compatibility session with ID ${session?.id} is already finished`])
    const isOver = async () =>
      (await send(mas.synapse.url, 'GET', '/_matrix/client/v3/account/whoami', { token: accessToken })).status === 401
    await poll(isOver, { what: 'the end of the session at the homeserver', timeout: 15_000 })
  })

  it('outlive a new password, and end with kill-sessions', async () => {
    const id = await makeUser('persistent')
    await login(mas.url, 'persistent', password)
    await api('POST', `/users/${id}/set-password`, { body: { password: `${password}-new` } })
    expect(await sessionsOf(id)).toMatchObject([{ finished_at: null }])
    const dry = await runMasCli(mas, ['manage', 'kill-sessions', '--dry-run', 'persistent'])
    expect(dry.stderr).toContain('Ended 1 active compatibility session')
    expect(await sessionsOf(id)).toMatchObject([{ finished_at: null }])
    await runMasCli(mas, ['manage', 'kill-sessions', 'persistent'])
    expect(await sessionsOf(id)).not.toMatchObject([{ finished_at: null }])
  })

  it.each([
    ['compat-sessions', 'Compatibility session'],
    ['oauth2-sessions', 'OAuth 2.0 session'],
    ['user-sessions', 'User session'],
  ])('of the kind %s that do not exist are 404', async (collection, name) => {
    expect(titlesOf(await api('GET', `/${collection}/${nobody}`))).toEqual([`${name} ID ${nobody} not found`])
    expect(titlesOf(await api('POST', `/${collection}/${nobody}/finish`))).toEqual([
      `${name} with ID ${nobody} not found`,
    ])
    expect(titlesOf(await api('GET', `/${collection}?filter[user]=${nobody}`))).toEqual([`User ID ${nobody} not found`])
  })

  it('of mas-cli open the admin API of the homeserver', async () => {
    await makeUser('operator')
    const { stderr } = await runMasCli(mas, [
      'manage',
      'issue-compatibility-token',
      'operator',
      'DEVICE',
      '--yes-i-want-to-grant-synapse-admin-privileges',
    ])
    const [issued = ''] = stderr.match(/mct_\S+/) ?? []
    expect(
      (await send(mas.synapse.url, 'GET', '/_synapse/admin/v2/users?guests=false', { token: issued })).status,
    ).toBe(200)
  })
})

describe('personal sessions', () => {
  const make = (body: Record<string, unknown>) =>
    api('POST', '/personal-sessions', { body: { human_name: 'registrar', ...body } })
  const adminScope = 'urn:matrix:client:api:* urn:synapse:admin:*'

  it('act for a locked account, and have one token at a time', async () => {
    const id = await makeUser('actor')
    await api('POST', `/users/${id}/lock`)
    const made = await make({ actor_user_id: id, scope: 'urn:mas:admin' })
    const [session, first] = [idOf(made), String(attributesOf(made)['access_token'])]
    expect((await api('GET', '/version', { token: first })).status).toBe(200)
    const second = await api('POST', `/personal-sessions/${session}/regenerate`, { body: { expires_in: 60 } })
    expect(second.status).toBe(201)
    expect((await api('GET', '/version', { token: first })).status).toBe(401)
    expect((await api('GET', '/version', { token: String(attributesOf(second)['access_token']) })).status).toBe(200)
    expect(attributesOf(await api('GET', `/personal-sessions/${session}`))).not.toHaveProperty('access_token')
    await api('POST', `/personal-sessions/${session}/revoke`)
    expect(titlesOf(await api('POST', `/personal-sessions/${session}/regenerate`, { body: {} }))).toEqual([
      'Session not valid',
    ])
  })

  it('end when their account is deactivated', async () => {
    const id = await makeUser('ex-actor')
    const made = attributesOf(await make({ actor_user_id: id, scope: adminScope }))
    await api('POST', `/users/${id}/deactivate`, { body: { skip_erase: true } })
    await poll(() => isDeactivatedThere('ex-actor'), { what: 'the deactivation', timeout: 15_000 })
    expect(
      (
        await send(mas.synapse.url, 'GET', '/_synapse/admin/v2/users?guests=false', {
          token: String(made['access_token']),
        })
      ).status,
    ).toBe(401)
    expect(titlesOf(await make({ actor_user_id: id, scope: adminScope }))).toEqual(['User is not active'])
  })

  it('are refused for nobody, and without a scope', async () => {
    const id = await makeUser('scopeless')
    expect(titlesOf(await make({ actor_user_id: nobody, scope: 'openid' }))).toEqual(['User not found'])
    expect(titlesOf(await make({ actor_user_id: id, scope: '' }))).toEqual(['Invalid scope'])
    expect(titlesOf(await api('GET', `/personal-sessions/${nobody}`))).toEqual(['Personal session not found'])
    expect(titlesOf(await api('POST', `/personal-sessions/${nobody}/regenerate`, { body: {} }))).toEqual([
      'Session not found',
    ])
  })
})

describe('e-mail addresses', () => {
  let id: string

  beforeAll(async () => {
    id = await makeUser('mail')
  })

  const add = (email: string) => api('POST', '/user-emails', { body: { user_id: id, email } })

  it.each(['a@b', 'ü@example.org', 'a@exämple.org', '"a b"@example.org', 'a@[127.0.0.1]'])(
    '%s is taken',
    async (email) => {
      expect((await add(email)).status).toBe(201)
    },
  )

  it.each([
    ['bad', 'Missing domain or user'],
    ['a b@example.org', 'Invalid email user'],
    ['@example.org', 'Invalid email user'],
    ['a@b@example.org', 'Invalid email user'],
    ['a..b@example.org', 'Invalid email user'],
    ['a@', 'Invalid email domain'],
    ['a@example.org.', 'Invalid email domain'],
  ])('%s is not', async (email, cause) => {
    const answer = await add(email)
    expect({ status: answer.status, titles: titlesOf(answer) }).toEqual({
      status: 400,
      titles: [`Email "${email}" is not valid`, cause],
    })
  })

  it('are one whatever their case, and can be found, shown and removed', async () => {
    await add('case@example.org')
    expect((await add('Case@Example.org')).status).toBe(409)
    const { body } = await api('GET', '/user-emails?filter[email]=CASE@example.org')
    const [found] = (body as { data: { id: string }[] }).data
    expect((await api('GET', `/user-emails/${found?.id}`)).status).toBe(200)
    expect((await api('DELETE', `/user-emails/${found?.id}`)).status).toBe(204)
    expect(titlesOf(await api('DELETE', `/user-emails/${found?.id}`))).toEqual([`User email ID ${found?.id} not found`])
  })

  it('reach the homeserver', async () => {
    await add('there@example.org')
    const { stderr } = await runMasCli(mas, [
      'manage',
      'issue-compatibility-token',
      'mail',
      '--yes-i-want-to-grant-synapse-admin-privileges',
    ])
    const [admin = ''] = stderr.match(/mct_\S+/) ?? []
    const addresses = async () =>
      JSON.stringify(
        (await send(mas.synapse.url, 'GET', '/_synapse/admin/v2/users/@mail:example.org', { token: admin })).body,
      )
    await poll(async () => (await addresses()).includes('there@example.org'), { what: 'the address at the homeserver' }) // MAS's jobs run side by side, and one that meets another is tried again later
  })
})

describe('registration tokens', () => {
  it('keep what is absent from an update, and lose what is null', async () => {
    const made = await api('POST', '/user-registration-tokens', {
      body: { usage_limit: 3, expires_at: '2030-01-01T00:00:00+02:00' },
    })
    expect(attributesOf(made)).toMatchObject({ usage_limit: 3, expires_at: '2029-12-31T22:00:00Z', valid: true })
    const update = async (body: Record<string, unknown>) =>
      attributesOf(await api('PUT', `/user-registration-tokens/${idOf(made)}`, { body }))
    expect(await update({})).toMatchObject({ usage_limit: 3, expires_at: '2029-12-31T22:00:00Z' })
    expect(await update({ expires_at: null })).toMatchObject({ usage_limit: 3, expires_at: null })
    expect(await update({ usage_limit: null })).toMatchObject({ usage_limit: null })
  })

  it('may be empty, or of no use from the start', async () => {
    expect(attributesOf(await api('POST', '/user-registration-tokens', { body: { token: '' } }))).toMatchObject({
      token: '',
      valid: true,
    })
    expect(attributesOf(await api('POST', '/user-registration-tokens', { body: { usage_limit: 0 } }))).toMatchObject({
      valid: false,
    })
  })

  it('are unrevoked once', async () => {
    const id = idOf(await api('POST', '/user-registration-tokens', { body: {} }))
    expect(titlesOf(await api('POST', `/user-registration-tokens/${id}/unrevoke`))).toEqual([
      `Registration token with ID ${id} is not revoked`,
    ])
    expect(titlesOf(await api('POST', `/user-registration-tokens/${nobody}/revoke`))).toEqual([
      `Registration token with ID ${nobody} not found`,
    ])
    await api('POST', `/user-registration-tokens/${id}/revoke`)
    expect(
      attributesOf(await api('PUT', `/user-registration-tokens/${id}`, { body: { usage_limit: 9 } })),
    ).toMatchObject({ usage_limit: 9, valid: false })
  })

  it('of mas-cli are for one use by default', async () => {
    await runMasCli(mas, ['manage', 'issue-user-registration-token', '--token', 'from-cli'])
    const { body } = await api('GET', '/user-registration-tokens?page[last]=1')
    expect((body as { data: unknown[] }).data).toMatchObject([{ attributes: { token: 'from-cli', usage_limit: 1 } }])
  })
})

describe('lists', () => {
  interface Page {
    data: { id: string }[]
    links: Record<string, string>
  }

  const page = async (path: string): Promise<Page> => (await send(mas.url, 'GET', path, { token })).body as Page

  it('are walked to the end, forward and backward', async () => {
    for (const name of ['one', 'two', 'three']) await api('POST', '/users', { body: { username: `page-${name}` } })
    const walk = async (path: string, direction: 'next' | 'prev'): Promise<string[][]> => {
      const { data, links } = await page(path)
      const rest = links[direction]
      return [data.map(({ id }) => id), ...(rest ? await walk(rest, direction) : [])]
    }
    const forward = await walk('/api/admin/v1/users?filter[search]=page-&page[first]=2', 'next')
    const backward = await walk('/api/admin/v1/users?filter[search]=page-&page[last]=2', 'prev')
    expect(forward.map(({ length }) => length)).toEqual([2, 1])
    expect(backward.toReversed().flat()).toEqual(forward.flat())
  })

  it.each([
    ['page[first]=1&page[last]=1', 'Cannot specify both `page[first]` and `page[last]` parameters'],
    ['page[after]=x', 'Invalid pagination parameters'],
    ['count=bogus', 'Invalid pagination parameters'],
    ['filter[admin]=yes', 'Invalid filter parameters'],
  ])('refuse %s', async (query, title) => {
    const answer = await api('GET', `/users?${query}`)
    expect({ status: answer.status, title: titlesOf(answer)[0] }).toEqual({ status: 400, title })
  })

  it('do without the count', async () => {
    expect((await api('GET', '/users?count=false&page[first]=1')).body).not.toHaveProperty('meta')
  })
})

describe('mas-cli', () => {
  const manage = (...words: string[]) => runMasCli(mas, ['manage', ...words])
  const register = (...words: string[]) => manage('register-user', '--yes', ...words)

  const mistakes: [string[], string][] = [
    [['nope'], "error: unrecognized subcommand 'nope'"],
    [['lock-user'], 'error: the following required arguments were not provided:'],
    [['lock-user', 'a', 'b'], "error: unexpected argument 'b' found"],
    [['lock-user', '--bogus', 'a'], "error: unexpected argument '--bogus' found"],
    [
      ['register-user', '--yes', '-e', 'bad', 'a'],
      "error: invalid value 'bad' for '--email <EMAILS>': Missing domain or user",
    ],
    [
      ['register-user', '--yes', '-m', 'bad', 'a'],
      "error: invalid value 'bad' for '--upstream-provider-mapping <UPSTREAM_PROVIDER_ID:SUBJECT>': Invalid format",
    ],
    [['register-user', '--yes', '--yes', 'a'], "error: the argument '--yes' cannot be used multiple times"],
    [
      ['register-user', '--yes', '-p', 'x', '-p', 'y', 'a'],
      "error: the argument '--password <PASSWORD>' cannot be used multiple times",
    ],
    [['register-user', '--yes', '-p'], "error: a value is required for '--password <PASSWORD>' but none was supplied"],
    [['register-user', '--yes=true', 'a'], "error: unexpected value 'true' for '--yes' found; no more were expected"],
    [
      ['issue-user-registration-token', '--usage-limit', '1', '--unlimited'],
      "error: the argument '--usage-limit <USAGE_LIMIT>' cannot be used with '--unlimited'",
    ],
    [
      ['issue-user-registration-token', '--usage-limit', 'x'],
      "error: invalid value 'x' for '--usage-limit <USAGE_LIMIT>': invalid digit found in string",
    ],
    [['issue-user-registration-token', '--usage-limit', '-1'], "error: unexpected argument '-1' found"],
    [
      ['issue-user-registration-token', '--expires-in', '99999999999'],
      "error: invalid value '99999999999' for '--expires-in <EXPIRES_IN>': 99999999999 is not in 0..=4294967295",
    ],
    [['set-password', 'a', '-x'], "error: unexpected argument '-x' found"],
    [['set-password', 'a'], 'error: the following required arguments were not provided:'],
  ]

  it.each(mistakes)('refuses %j', async (words, message) => {
    const { exitCode, stdout, stderr } = await manage(...words)
    expect({ exitCode, stdout, message: stderr.split('\n')[0] }).toEqual({ exitCode: 2, stdout: '', message })
  })

  it.each([
    ['-yp together', ['register-user', '-yp', password, 'short-1']],
    ['a value that is attached', ['register-user', `-yp${password}`, 'short-2']],
    ['a username after --', ['register-user', '--yes', `--password=${password}`, '--', 'short-3']],
  ])('takes %s', async (_what, words) => {
    expect((await manage(...words)).exitCode).toBe(0)
    expect((await loginSoon(mas.url, String(words.at(-1)), password)).status).toBe(200)
  })

  it('takes a password that begins with a hyphen after --', async () => {
    await makeUser('hyphen')
    expect((await manage('set-password', 'hyphen', '--', `-${password}`)).exitCode).toBe(0)
    expect((await login(mas.url, 'hyphen', `-${password}`)).status).toBe(200)
  })

  it('looks a username up whatever its case, but knows no user IDs but at registering', async () => {
    await makeUser('cased')
    expect((await manage('set-password', 'CASED', `${password}-new`)).exitCode).toBe(0)
    expect((await manage('set-password', '@cased:example.org', password)).stderr).toContain('Error: User not found')
  })

  it('weighs an empty password too, and takes it with the option for that', async () => {
    expect((await register('--password', '', 'empty')).stderr).toContain('That password is too weak.')
    expect((await register('--password=', '--ignore-password-complexity', 'empty')).exitCode).toBe(0)
  })

  it('says in its summary what was asked for', async () => {
    const { stdout } = await register(
      '-p',
      password,
      '-A',
      '-e',
      'z1@example.org',
      '-e',
      'z2@example.org',
      '-d',
      'Zed',
      'zed',
    )
    expect(stdout.split('\n').slice(1, -1)).toEqual([
      '         Username: zed',
      '        Matrix ID: @zed:example.org',
      '     Display name: Zed',
      '         Password: ********',
      '            Email: z1@example.org',
      '            Email: z2@example.org',
      'Can request admin: false',
    ])
  })

  it('never ends without --yes and without a terminal', async () => {
    const words = ['manage', 'register-user', '-p', password, 'endless']
    expect(await outlastsQuestion(mas, words, 'What do you want to do next?')).toBe(true)
    expect((await api('GET', '/users/by-username/endless')).status).toBe(404)
  })
})

describe('a MAS of another configuration', () => {
  it('has no passwords', async () => {
    const other = await startMas({ passwords: false })
    try {
      const options = { token: await getToken(other) }
      const id = idOf(await send(other.url, 'POST', '/api/admin/v1/users', { ...options, body: { username: 'john' } }))
      const answer = await send(other.url, 'POST', `/api/admin/v1/users/${id}/set-password`, {
        ...options,
        body: { password },
      })
      expect({ status: answer.status, titles: titlesOf(answer) }).toEqual({
        status: 403,
        titles: ['Password auth is disabled'],
      })
      expect((await login(other.url, 'john', password)).status).toBe(400)
      const run = await runMasCli(other, ['manage', 'set-password', 'john', password])
      expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Error: Password manager is disabled') })
    } finally {
      await other.stop()
    }
  })

  it('is mounted below a prefix, which its links leave out', async () => {
    const other = await startMas({ prefix: '/auth' })
    try {
      const answer = await send(other.url, 'GET', '/api/admin/v1/users', { token: await getToken(other) })
      expect({ status: answer.status, links: (answer.body as { links: unknown }).links }).toMatchObject({
        status: 200,
        links: { first: '/api/admin/v1/users?page[first]=10' },
      })
      expect((await fetch(new URL('/api/admin/v1/version', other.url))).status).toBe(404)
      await runMasCli(other, ['manage', 'register-user', '--yes', '-p', password, 'john'])
      expect((await loginSoon(other.url, 'john', password)).status).toBe(200)
    } finally {
      await other.stop()
    }
  })

  it('serves no Admin API, and takes weak passwords', async () => {
    const other = await startMas({ servesAdminApi: false, minimumComplexity: 0 })
    try {
      expect((await send(other.url, 'GET', '/api/admin/v1/version', { token: await getToken(other) })).status).toBe(404)
      expect((await runMasCli(other, ['manage', 'register-user', '--yes', '-p', 'weak', 'john'])).exitCode).toBe(0)
      expect((await loginSoon(other.url, 'john', 'weak')).status).toBe(200)
    } finally {
      await other.stop()
    }
  })
})

describe('the stand-in', () => {
  it('has every operation that is described, and no other', () => {
    expect(Object.keys(handlers).sort()).toEqual([...operationNames].sort())
  })

  onlyStandIn.each<[string, string, string, RequestOptions, string]>([
    ['an unknown path', 'GET', '/nope', {}, 'GET /api/admin/v1/nope: there is no such path'],
    ['an unknown method', 'DELETE', '/users', {}, 'DELETE /api/admin/v1/users: there is no such method'],
    [
      'an unknown parameter',
      'GET',
      '/users?filter[name]=x',
      {},
      'GET /api/admin/v1/users: unknown in the query: filter[name]',
    ],
    [
      'an unknown key',
      'POST',
      '/user-registration-tokens',
      { body: { uses: 1 } },
      'POST /api/admin/v1/user-registration-tokens: unknown in the body: uses',
    ],
  ])(
    'takes down %s, which MAS would let pass or answer with little',
    async (_what, method, path, options, violation) => {
      await api(method, path, options)
      expect(mas.violations.splice(0)).toEqual([violation])
    },
  )

  onlyStandIn('fails the test that asks such a thing', async () => {
    const other = await startMas()
    await send(other.url, 'GET', '/api/admin/v1/users?nonsense=1', { token: await getToken(other) })
    await expect(other.stop()).rejects.toThrow('unknown in the query: nonsense')
  })
})
