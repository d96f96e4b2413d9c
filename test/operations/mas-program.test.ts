import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { Refusal, type Routes, runProgram, withHomeserver } from '../support/server-program.ts'

afterAll(removeDirectories)

const api = '/api/admin/v1'
const id = ulid(1)
const byName = `GET ${api}/users/by-username/alice`
const nothing = () => ({ data: [] })

function ulid(number: number): string {
  return String(number).padStart(26, '0')
}

function user(attributes: Record<string, unknown> = {}, number = 1) {
  const known = { username: 'alice', admin: false, created_at: '2023-11-14T22:13:20.123456Z' }
  return { id: ulid(number), attributes: { ...known, locked_at: null, deactivated_at: null, ...attributes } }
}

function tokens(expires_in?: number | null): Routes {
  let given = 0
  return {
    'POST /oauth2/token': () => ({ access_token: `token-${++given}`, expires_in }),
    'POST /oauth2/revoke': () => ({}),
  }
}

const noSessions: Routes = Object.fromEntries(
  ['compat-sessions', 'oauth2-sessions', 'user-sessions', 'personal-sessions', 'user-emails'].map((list) => [
    `GET ${api}/${list}`,
    nothing,
  ]),
)

/** Asks the program once, of one account, with MAS's Admin API. */
async function ask(
  action: string,
  account: Record<string, unknown>,
  routes: Routes,
  more: Record<string, unknown> = {},
) {
  const { done, asked } = await withHomeserver({ ...tokens(300), ...noSessions, ...routes }, (url) =>
    runProgram('mas', {
      action,
      domain: 'example.org',
      address: { url },
      client_id: 'client',
      client_secret: 'client-secret',
      state: makeDirectory(),
      accounts: [{ username: 'alice', ...account }],
      password_rules: { min_bytes: 1, max_bytes: 100_000, normalization: null },
      ...more,
    }),
  )
  const [result] = done.results
  const changes = asked.filter(({ method, path }) => method !== 'GET' && path.startsWith(api))
  return { ...done, asked, changes, signs: result?.signs ?? [], facts: result?.facts ?? {} }
}

describe('the access token', () => {
  const reads: Routes = { [byName]: () => ({ data: user() }) }

  it.each([
    [300, ['token-1', 'token-1']],
    [undefined, ['token-1', 'token-1']],
    [3600, ['token-1', 'token-1']],
    [30, ['token-1', 'token-2']],
    [1, ['token-1', 'token-2']],
  ])('that lives %p s is renewed half a minute before it ends', async (seconds, used) => {
    const { asked } = await ask('show-user', {}, { ...reads, ...tokens(seconds) })
    expect(asked.filter(({ path }) => path.startsWith(api)).map(({ token }) => token)).toEqual(used)
  })

  it.each([
    ['show-user', reads],
    ['list-users', { [`GET ${api}/users`]: () => ({ data: [user()] }) }],
    ['lock-user', {}],
  ])('ends with %s', async (action, routes: Routes) => {
    const { asked } = await ask(action, {}, routes)
    expect(asked.at(-1)).toMatchObject({ path: '/oauth2/revoke', body: { token: 'token-1' } })
  })
})

describe('a list', () => {
  const page = (first: number, size = 500) => ({
    data: Array.from({ length: size }, (_, index) => user({ username: `user-${first + index}` }, first + index)),
  })

  it('is read to its end, each page after the last account of the one before', async () => {
    const pages: Record<string, unknown> = { '': page(1), [ulid(500)]: page(501), [ulid(1000)]: page(1001, 3) }
    const { signs, facts } = await ask(
      'list-users',
      {},
      { [`GET ${api}/users`]: (_asked, query) => pages[query.get('page[after]') ?? ''] },
    )
    expect({ signs, printed: facts['printed'] }).toEqual({ signs: ['found'], printed: 1003 })
  })

  it('whose pages go in a circle is left', async () => {
    const { signs, facts, asked } = await ask('list-users', {}, { [`GET ${api}/users`]: () => page(1) })
    expect({ signs, detail: facts['detail'] }).toEqual({
      signs: ['answer/odd'],
      detail: 'its list /users does not end',
    })
    expect(asked.filter(({ path }) => path === `${api}/users`).length).toBeLessThan(4)
  })
})

describe('when an account was last seen', () => {
  const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString()
  const session = (user_id: string | null, last: string | null, created = days(300)) => ({
    attributes: { user_id, created_at: created, last_active_at: last },
  })
  const numbered = (records: object[]) => ({ data: records.map((each, index) => ({ id: ulid(index + 1), ...each })) })
  const made = { created_at: days(400) }
  const routes: Routes = {
    [`GET ${api}/users`]: () => ({
      data: ['alice', 'ben', 'carl', 'dora', 'bot'].map((username, index) => user({ username, ...made }, index + 1)),
    }),
    [`GET ${api}/compat-sessions`]: () =>
      numbered([session(ulid(1), days(200)), session(ulid(1), days(10)), session(ulid(2), days(200))]),
    [`GET ${api}/oauth2-sessions`]: () => numbered([session(ulid(2), days(190)), session(null, days(1))]),
    [`GET ${api}/user-sessions`]: () => numbered([session(ulid(3), null, days(20))]), // it began, and was not used since
    [`GET ${api}/personal-sessions`]: () =>
      numbered([{ attributes: { actor_user_id: ulid(5), created_at: days(3), last_active_at: days(2) } }]),
  }
  const namesIn = (facts: Record<string, unknown>) =>
    (facts['users'] as { username: string }[]).map(({ username }) => username)

  it('is that of its newest session, of whichever kind; without any, nobody knows', async () => {
    const { facts, asked } = await ask('list-users', { inactive: '' }, routes)
    expect((facts['users'] as { last_seen: string | null }[]).map(({ last_seen: seen }) => seen?.slice(0, 10))).toEqual(
      [10, 190, 20, undefined, 2].map((ago) => (ago === undefined ? undefined : days(ago).slice(0, 10))),
    )
    const paths = asked.filter(({ path }) => path.endsWith('-sessions')).map(({ path }) => path)
    expect(paths).toHaveLength(4) // a page of each kind, and none an account
  })

  it.each([
    ['180d', ['ben', 'dora']],
    ['15d', ['ben', 'carl', 'dora']],
    ['500d', []],
  ])(
    'chooses those that were not for %s; an account without sessions counts by when it was made',
    async (inactive, found) => {
      expect(namesIn((await ask('list-users', { inactive }, routes)).facts)).toEqual(found)
    },
  )

  it('is not asked for where nobody wants to know', async () => {
    const { asked } = await ask('list-users', {}, routes)
    expect(asked.filter(({ path }) => path.endsWith('-sessions'))).toEqual([])
  })

  it('reports that MAS has no personal sessions yet', async () => {
    const old = { ...routes, [`GET ${api}/personal-sessions`]: () => new Refusal(404, 'nothing here') }
    expect(namesIn((await ask('list-users', { inactive: '180d' }, old)).facts)).toEqual(['ben', 'dora', 'bot'])
  })
})

it.each([
  [undefined, undefined],
  ['n', ['not_delegated']],
])('says where the homeserver still registers accounts itself: %s', async (nonce, notes) => {
  const routes: Routes = {
    [byName]: () => new Refusal(404, { errors: [{ title: 'User not found' }] }),
    [`GET ${api}/site-config`]: () => ({ password_login_enabled: true, minimum_password_complexity: 3 }),
  }
  const homeserver = nonce === undefined ? {} : { 'GET /_synapse/admin/v1/register': () => ({ nonce }) }
  const { done } = await withHomeserver(homeserver, (url) =>
    ask('register-user', { password: 'secret-password' }, routes, { check: true, homeserver: { url } }),
  )
  expect(done).toMatchObject({ signs: ['predict/absent'] })
  expect(done.facts['notes']).toEqual(notes)
})

it.each([
  [{ password_registration_enabled: true, registration_token_required: true }, undefined],
  [{ password_registration_enabled: false, registration_token_required: true }, ['registration_closed']],
  [{ password_registration_enabled: true, registration_token_required: false }, ['registration_closed']],
  [{}, undefined],
])('says of a registration token whether anybody can use it: %j', async (site, notes) => {
  const routes: Routes = {
    [`GET ${api}/site-config`]: () => ({ password_login_enabled: true, minimum_password_complexity: 3, ...site }),
  }
  const asked = { uses: '1', expires: 'never' }
  const { signs, facts } = await ask('create-registration-token', asked, routes, { check: true })
  expect(signs).toEqual(['done/created'])
  expect(facts['notes']).toEqual(notes)
  const invited = await ask('invite', { ...asked, person: 'anna' }, routes)
  expect(invited.signs[0]).toBe(notes ? 'registration/closed' : 'token/404/None')
  expect(invited.changes).toHaveLength(notes ? 0 : 1)
})

describe('an account whose registration was begun', () => {
  const begun = Date.UTC(2023, 10, 14, 22, 0) / 1000
  const setPassword = `POST ${api}/users/${id}/set-password`

  /** Registers alice, with a note on the host; she was made so many seconds after it. */
  async function register(note: { at: number; id: string | null }, seconds: number) {
    const state = makeDirectory()
    mkdirSync(join(state, 'unfinished'))
    writeFileSync(join(state, 'unfinished', '%40alice%3Aexample.org'), JSON.stringify(note))
    const created_at = new Date((begun + seconds) * 1000).toISOString()
    const routes: Routes = {
      [byName]: () => ({ data: user({ created_at }) }),
      [`GET ${api}/site-config`]: () => ({ password_login_enabled: true, minimum_password_complexity: 3 }),
      [setPassword]: () => ({}),
    }
    return ask('register-user', { password: 'secret-password' }, routes, { state })
  }

  it.each([
    [-3600, 'register/exists'],
    [-6, 'register/exists'],
    [-4, 'register/created'],
    [0, 'register/created'],
    [59, 'register/created'],
    [61, 'register/exists'],
    [3599, 'register/exists'],
  ])('is known by the time when it was made: %i s after the note: %s', async (seconds, sign) => {
    const { signs, changes } = await register({ at: begun, id: null }, seconds)
    expect({ signs, changes: changes.length }).toEqual({ signs: [sign], changes: sign === 'register/created' ? 1 : 0 })
  })

  it.each([
    [id, 100_000, 'register/created'],
    [ulid(2), 0, 'register/exists'],
  ])('is known by its id, when that is noted: %s', async (noted, seconds, sign) => {
    expect(await register({ at: begun, id: noted }, seconds)).toMatchObject({ signs: [sign] })
  })
})

it.each(['show-user', 'lock-user', 'promote-admin', 'set-password'])(
  '%s takes no account whose name differs in letter case',
  async (action) => {
    const routes = {
      [byName]: () => ({ data: user({ username: 'Alice' }) }),
      [`GET ${api}/users`]: () => ({ data: [user({ username: 'Alice' })] }),
    }
    const { signs, changes } = await ask(action, { password: 'secret-password' }, routes)
    expect({ signs, changes }).toEqual({ signs: ['account/absent'], changes: [] })
  },
)

it.each([
  [{}, true],
  [{ erase: 'no' }, true],
  [{ erase: 'yes', confirm_erase: 'alice' }, false],
  [{ erase: 'true', confirm_erase: '@alice:example.org' }, false],
])('deactivating with %j tells MAS not to erase: %p', async (account, skip_erase) => {
  const { signs, changes } = await ask('deactivate-user', account, {
    [byName]: () => ({ data: user() }),
    [`POST ${api}/users/${id}/deactivate`]: () => ({ data: { id } }),
  })
  expect({ signs, changes }).toMatchObject({ signs: ['done/changed'], changes: [{ body: { skip_erase } }] })
})

it.each([{ erase: 'yes' }, { erase: 'yes', yes: 'yes' }, { erase: '1', confirm_erase: '@bob:example.org, bo' }])(
  'erasing with %j takes the name of the account once more',
  async (account) => {
    const { signs, changes } = await ask('deactivate-user', account, { [byName]: () => ({ data: user() }) })
    expect({ signs, changes }).toEqual({ signs: ['erase/not_confirmed'], changes: [] })
  },
)

const site = { password_login_enabled: true, minimum_password_complexity: 0, server_name: 'example.org' }

it.each([
  [{ deactivated_at: '2023-11-14T22:13:20Z' }, 'name/deactivated', undefined],
  [{ locked_at: '2023-11-14T22:13:20Z' }, 'register/exists', ['still_locked']],
  [{}, 'register/exists', []],
])('registering a name that is taken reports the state of its account: %j', async (attributes, sign, notes) => {
  const { signs, facts } = await ask(
    'register-user',
    { password: 'secret-password' },
    { [byName]: () => ({ data: user(attributes) }) },
  )
  expect([signs, facts['notes']]).toEqual([[sign], notes])
})

it.each(['set-password', 'reactivate-user'])('%s says that the account is still locked', async (action) => {
  const deactivated_at = action === 'reactivate-user' ? '2023-11-14T22:13:20Z' : null
  const routes = {
    [byName]: () => ({ data: user({ locked_at: '2023-11-14T22:13:20Z', deactivated_at }) }),
    [`GET ${api}/site-config`]: () => site,
  }
  const { facts } = await ask(action, { password: 'secret-password' }, routes, { check: true })
  expect(facts['notes']).toEqual(['still_locked'])
})
