import { createHmac } from 'node:crypto'
import { removeDirectories } from '../support/directory.ts'
import {
  alice,
  aliceAt,
  type SeenRequest,
  configFile,
  lost,
  makeDatabase,
  Refusal,
  type Routes,
  rowsIn,
  runProgram,
  withHomeserver,
} from '../support/server-program.ts'

afterAll(removeDirectories)

const users = 'GET /_synapse/admin/v2/users'
const whoami = 'GET /_matrix/client/v3/account/whoami'

/** Asks the program once, of one account, with an admin's token. */
async function ask(
  action: string,
  account: Record<string, unknown>,
  routes: Routes,
  more: Record<string, unknown> = {},
) {
  const { done, asked } = await withHomeserver(
    { [whoami]: () => ({ user_id: '@admin:example.org' }), ...routes },
    (url) =>
      runProgram('synapse', {
        action,
        domain: 'example.org',
        address: { url },
        admin_token: 'token',
        accounts: [{ username: 'alice', ...account }],
        password_rules: { min_bytes: 8, max_bytes: 72, normalization: 'NFKC' },
        config: [configFile({ registration_shared_secret: 'shared' })],
        ...more,
      }),
  )
  const [result] = done.results
  return { ...done, asked, signs: result?.signs ?? [], facts: result?.facts ?? {}, changes: asked.filter(isChange) }
}

function isChange({ method }: SeenRequest): boolean {
  return method !== 'GET'
}

describe('a request that fails', () => {
  it('waits at most 30 seconds for an answer', async () => {
    const { timeouts } = await ask('ready', {}, { 'GET /_matrix/client/versions': () => ({ versions: [] }) })
    expect(timeouts).toEqual([30])
  })

  it('is made three times more where it was lost and changes nothing, each time later', async () => {
    const { asked, sleeps, signs } = await ask('ready', {}, { 'GET /_matrix/client/versions': () => lost })
    expect(asked).toHaveLength(4)
    expect(sleeps).toEqual([0.5, 1, 2])
    expect(signs[0]).toBe('connect/failed')
  })

  it('is not made again where it could do harm twice', async () => {
    const { changes, signs } = await ask(
      'deactivate-user',
      {},
      { [aliceAt]: () => alice, 'POST /_synapse/admin/v1/deactivate/@alice:example.org': () => lost },
    )
    expect(changes).toHaveLength(1)
    expect(signs[0]).toBe('lost/not_done')
  })

  it('is put off for a minute in all, for as long as the server says each time', async () => {
    const busy = () => new Refusal(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 9000 })
    const { sleeps, signs } = await ask('ready', {}, { 'GET /_matrix/client/versions': busy })
    expect(sleeps).toEqual([9, 9, 9, 9, 9, 9])
    expect(signs[0]).toBe('versions/429/M_LIMIT_EXCEEDED')
  })

  it('of a program that does not understand an answer reports its kind and place, and nothing of the answer', async () => {
    const { signs, facts } = await ask('list-users', {}, { [users]: () => ({ 'secret-password': [] }) })
    const broken = await ask('show-user', {}, { [aliceAt]: () => ({ name: 5 }) })
    expect([signs, broken.signs]).toEqual([['answer/odd'], ['answer/odd']])
    for (const { detail } of [facts, broken.facts]) expect(detail).toMatch(/^http\S+: /)
  })
})

describe('looking', () => {
  it('tells when an account was made, in seconds by itself and in milliseconds in a list', async () => {
    const shown = await ask('show-user', {}, { [aliceAt]: () => alice })
    expect(shown.facts['user']).toMatchObject({ created: '2023-11-14T22:13:20Z' })
    const listed = await ask(
      'list-users',
      {},
      { [users]: () => ({ users: [{ ...alice, creation_ts: 1_700_000_000_000 }] }) },
    )
    expect(listed.facts['users']).toMatchObject([{ created: '2023-11-14T22:13:20Z' }])
  })

  it('names three of the accounts that look like one that is absent', async () => {
    const names = ['alicia', 'alina', 'alica', 'zed', 'alicea']
    const near = { users: names.map((name) => ({ ...alice, name: `@${name}:example.org` })) }
    const { signs, facts } = await ask('show-user', {}, { [users]: () => near })
    expect(signs).toEqual(['account/absent'])
    expect(facts['detail']).toMatch(/^similar: (\w+, ){2}\w+$/)
  })

  it('goes through all pages of a list', async () => {
    const page = (_asked: SeenRequest, query: URLSearchParams) =>
      query.get('from') === '0'
        ? { users: [alice], next_token: '1' }
        : { users: [{ ...alice, name: '@bob:example.org' }] }
    const { facts } = await ask('list-users', {}, { [users]: page })
    expect(facts).toMatchObject({ printed: 2, users: [{ username: 'alice' }, { username: 'bob' }] })
  })

  it.each([
    ['ALI', ['alice']],
    ['the bob', ['bob']],
    ['carol', []],
  ])('finds %s in names and display names', async (name, found) => {
    const bob = { ...alice, name: '@bob:example.org', displayname: 'The Bob' }
    const { facts } = await ask('list-users', { name }, { [users]: () => ({ users: [alice, bob] }) })
    expect((facts['users'] as { username: string }[]).map(({ username }) => username)).toEqual(found)
  })

  describe('since when nobody was seen', () => {
    const days = (count: number) => Date.now() - count * 86_400_000
    const user = (name: string, seen: number | null, made: number, more = {}) => ({
      ...alice,
      name: `@${name}:example.org`,
      creation_ts: days(made),
      last_seen_ts: seen === null ? null : days(seen),
      ...more,
    })
    const list = [
      user('here', 1, 900),
      user('away', 200, 900),
      user('never', null, 300),
      user('new', null, 3),
      user('closed', null, 900, { deactivated: true }),
    ]
    const version = (text: string) => ({ 'GET /_synapse/admin/v1/server_version': () => ({ server_version: text }) })
    const names = (facts: Record<string, unknown>) =>
      (facts['users'] as { username: string }[]).map(({ username }) => username)

    it.each([
      ['180d', 'no', ['away', 'never']],
      ['2d', 'no', ['away', 'never', 'new']],
      ['26w', 'yes', ['closed']],
    ])('lists whom it did not see for %s, deactivated accounts: %s', async (inactive, deactivated, found) => {
      const routes = { [users]: () => ({ users: list }), ...version('1.163.2') }
      const { facts, asked } = await ask('list-users', { inactive, deactivated }, routes)
      expect(names(facts)).toEqual(found)
      expect(asked.filter(({ path }) => path.endsWith('/devices'))).toEqual([])
    })

    it('asks an older Synapse, which forgets that after 28 days, for the sessions', async () => {
      const devices = (...seen: (number | null)[]) => ({
        devices: seen.map((each, index) => ({
          device_id: `D${index}`,
          last_seen_ts: each === null ? null : days(each),
        })),
      })
      const routes = {
        [users]: () => ({ users: [user('holiday', null, 900), user('gone', null, 900), user('none', null, 900)] }),
        ...version('1.139.2 (b=matrix-org)'),
        [`${users}/@holiday:example.org/devices`]: () => devices(300, 60),
        [`${users}/@gone:example.org/devices`]: () => devices(null, 200),
        [`${users}/@none:example.org/devices`]: () => devices(),
      }
      const { facts } = await ask('list-users', { inactive: '180d' }, routes)
      expect(names(facts)).toEqual(['gone', 'none'])
    })

    it('refuses what is no span of time', async () => {
      const { signs } = await ask('list-users', { inactive: 'long' }, { ...version('1.163.2') })
      expect(signs).toEqual(['inactive/invalid'])
    })

    it('tells it in the list', async () => {
      const { facts } = await ask(
        'list-users',
        {},
        { [users]: () => ({ users: [{ ...alice, last_seen_ts: 1_700_000_000_000 }, alice] }) },
      )
      expect(facts['users']).toMatchObject([{ last_seen: '2023-11-14T22:13:20Z' }, { last_seen: null }])
    })
  })

  it.each([
    [{ uses_allowed: 2, completed: 1, pending: 1, expiry_time: null }, false],
    [{ uses_allowed: 2, completed: 1, pending: 0, expiry_time: null }, true],
    [{ uses_allowed: null, completed: 9, pending: 9, expiry_time: null }, true],
    [{ uses_allowed: null, completed: 0, pending: 0, expiry_time: 1000 }, false],
    [{ uses_allowed: null, completed: 0, pending: 0, expiry_time: 4_000_000_000_000 }, true],
  ])('says of a registration token %j whether it is valid: %p', async (token, valid) => {
    const routes = {
      'GET /_synapse/admin/v1/registration_tokens': () => ({ registration_tokens: [{ token: 'a', ...token }] }),
    }
    const { facts } = await ask('list-registration-tokens', {}, routes)
    expect(facts['tokens']).toMatchObject([{ valid }])
  })
})

describe('changing', () => {
  const lock = { 'PUT /_synapse/admin/v2/users/@alice:example.org': () => alice }

  it('changes nothing of an account that is so already', async () => {
    const locked = await ask('lock-user', {}, { ...lock, [aliceAt]: () => ({ ...alice, locked: true }) })
    expect(locked).toMatchObject({ signs: ['done/unchanged'], changes: [] })
    const open = await ask('lock-user', {}, { ...lock, [aliceAt]: () => alice })
    expect(open).toMatchObject({ signs: ['done/changed'], changes: [{ method: 'PUT', body: { locked: true } }] })
  })

  const operations: [string, Record<string, unknown>, Partial<Record<keyof typeof alice | 'deactivated', unknown>>][] =
    [
      ['lock-user', {}, {}],
      ['unlock-user', {}, { locked: true }],
      ['suspend-user', {}, {}],
      ['promote-admin', {}, {}],
      ['demote-admin', {}, { admin: true }],
      ['deactivate-user', {}, {}],
      ['reactivate-user', {}, { deactivated: true }],
      ['set-password', { password: 'secret-password' }, {}],
      ['add-email', { email: 'alice@example.com' }, {}],
      ['set-display-name', { display_name: 'A' }, {}],
      ['set-kind', { kind: 'bot' }, {}],
    ]

  it.each(operations)('%s with --check only asks', async (action, account, is) => {
    const { signs, changes } = await ask(action, account, { [aliceAt]: () => ({ ...alice, ...is }) }, { check: true })
    expect({ signs, changes }).toEqual({ signs: ['done/changed'], changes: [] })
  })

  const shutOut = { locked: true, suspended: true }
  it.each([
    ['reactivate-user', { ...shutOut, deactivated: true }, ['still_locked', 'still_suspended']],
    ['set-password', shutOut, ['still_locked', 'still_suspended']],
    ['unlock-user', shutOut, ['still_suspended']],
    ['unsuspend-user', shutOut, ['still_locked']],
    ['suspend-user', { locked: true }, []],
    ['reactivate-user', { deactivated: true }, []],
  ])('%s says what else keeps the account out', async (action, is, notes) => {
    const routes = {
      [aliceAt]: () => ({ ...alice, ...is }),
      'GET /_matrix/client/v3/login': () => ({ flows: [{ type: 'm.login.password' }] }),
    }
    const { facts } = await ask(action, { password: 'secret-password' }, routes, { check: true })
    expect(facts['notes']).toEqual(notes)
  })

  it.each([
    [undefined, true],
    ['yes', false],
  ])('ends the sessions with a new password unless they are kept (%p)', async (keep_sessions, logout_devices) => {
    const reset = 'POST /_synapse/admin/v1/reset_password/@alice:example.org'
    const routes = { [aliceAt]: () => alice, [reset]: () => ({}) }
    const { changes } = await ask('set-password', { password: 'secret-password', keep_sessions }, routes)
    expect(changes).toMatchObject([{ body: { logout_devices } }])
  })

  it('keeps the addresses and numbers that an account has when it gets another address', async () => {
    const threepids = [
      { medium: 'email', address: 'old@example.com', added_at: 1 },
      { medium: 'msisdn', address: '4912345', added_at: 2 },
    ]
    const { changes } = await ask(
      'add-email',
      { email: 'new@example.com' },
      { ...lock, [aliceAt]: () => ({ ...alice, threepids }) },
    )
    const kept = threepids.map(({ medium, address }) => ({ medium, address }))
    expect(changes).toMatchObject([{ body: { threepids: [...kept, { medium: 'email', address: 'new@example.com' }] } }])
  })

  it('erases an account that is deactivated, but not erased yet', async () => {
    const deactivate = 'POST /_synapse/admin/v1/deactivate/@alice:example.org'
    const routes = {
      [aliceAt]: () => ({ ...alice, deactivated: true, erased: false }),
      [deactivate]: () => ({ id_server_unbind_result: 'success' }),
    }
    expect(await ask('deactivate-user', { erase: 'yes', confirm_erase: '@alice:example.org' }, routes)).toMatchObject({
      signs: ['done/changed'],
      changes: [{ body: { erase: true } }],
    })
    expect(await ask('deactivate-user', {}, routes)).toMatchObject({ signs: ['done/unchanged'], changes: [] })
  })

  it('ends the session that it began for it', async () => {
    const { changes } = await ask(
      'lock-user',
      {},
      {
        ...lock,
        [aliceAt]: () => alice,
        'POST /_matrix/client/v3/login': () => ({ access_token: 'begun' }),
        'POST /_matrix/client/v3/logout': () => ({}),
      },
      { admin_token: '', admin_username: 'boss', admin_password: 'secret-password' },
    )
    expect(changes.map(({ path, token }) => [path.split('/').at(-1), token])).toEqual([
      ['login', undefined],
      ['@alice:example.org', 'begun'],
      ['logout', 'begun'],
    ])
  })
})

it('a report names what was asked for, whatever was sent', async () => {
  const create = 'POST /_synapse/admin/v1/registration_tokens/new'
  const made = { token: 'abc', uses_allowed: 1, pending: 0, completed: 0, expiry_time: null }
  const asked = { person: 'Anna', uses: '1', expires: '2w', token: 'abc' }
  const { reports } = await ask('invite', asked, { [create]: () => made })
  expect(reports).toMatchObject([
    { outcome: 'created', message: 'Registration token for Anna: abc (uses: 1, expires: 2w)', token: 'abc' },
  ])
  expect(reports[0]?.text).toContain('Hello Anna')
})

describe('what is refused', () => {
  it.each([
    ['2001-01-01', 'expires/past'],
    ['2001-01-01T00:00:00Z', 'expires/past'],
    ['tomorrow', 'expires/invalid'],
    ['0d', 'expires/invalid'],
  ])('a token that ends %s', async (expires, sign) => {
    const { signs, asked } = await ask('create-registration-token', { uses: '1', expires }, {})
    expect({ signs, asked }).toEqual({ signs: [sign], asked: [] })
  })

  it.each([
    ['71 bytes', 'x'.repeat(71), 'done/changed'],
    ['72 bytes', 'x'.repeat(72), 'done/changed'],
    ['73 bytes', 'x'.repeat(73), 'password/too_long'],
    ['7 bytes', 'x'.repeat(7), 'password/too_short'],
    ['8 bytes', 'x'.repeat(8), 'done/changed'],
  ])('a password by its size: %s', async (_size, password, sign) => {
    const { signs } = await ask('set-password', { password }, { [aliceAt]: () => alice }, { check: true })
    expect(signs).toEqual([sign])
  })
})

describe('registering', () => {
  const register = '/_synapse/admin/v1/register'
  const routes = {
    [`GET ${register}`]: () => ({ nonce: 'once' }),
    [`POST ${register}`]: () => ({ user_id: alice.name }),
  }

  it.each([
    [{}, ['notadmin'], false],
    [{ admin: 'yes' }, ['admin'], true],
    [{ admin: '1' }, ['admin'], true],
    [{ admin: 'true', kind: 'bot' }, ['admin', 'bot'], true],
    [{ kind: 'support' }, ['notadmin', 'support'], false],
    [{ kind: 'user' }, ['notadmin'], false],
  ])('signs %j', async (account, parts, admin) => {
    const { changes } = await ask('register-user', { password: 'secret-password', ...account }, routes)
    const signed = ['once', 'alice', 'secret-password', ...parts].join('\0')
    const mac = createHmac('sha1', 'shared').update(signed).digest('hex')
    expect(changes).toMatchObject([{ body: { mac, admin, inhibit_login: true } }])
  })

  it('uses the secret of the last of several files', async () => {
    const config = ['first', 'last'].map((secret) => configFile({ registration_shared_secret: secret }))
    const { changes } = await ask('register-user', { password: 'secret-password' }, routes, { config })
    const mac = createHmac('sha1', 'last').update('once\0alice\0secret-password\0notadmin').digest('hex')
    expect(changes).toMatchObject([{ body: { mac } }])
  })

  it.each([
    [400, 'M_INVALID_USERNAME', 'access/works'],
    [403, 'M_UNKNOWN', 'register/403/M_UNKNOWN'],
  ])('is tried by the doctor with a name that nobody can have: %i %s', async (status, errcode, sign) => {
    const refusing = { ...routes, [`POST ${register}`]: () => new Refusal(status, { errcode }) }
    const { facts } = await ask('doctor', {}, refusing)
    expect(facts['looks']).toMatchObject({ secret: { signs: expect.arrayContaining([sign]) as unknown } })
  })
})

describe('without an admin, in the database', () => {
  const tables = `
    CREATE TABLE users (name TEXT, admin INT, deactivated INT, locked INT, suspended INT, user_type TEXT,
      creation_ts INT, is_guest INT DEFAULT 0, appservice_id TEXT, password_hash TEXT);
    CREATE TABLE profiles (full_user_id TEXT, displayname TEXT);
    CREATE TABLE erased_users (user_id TEXT);
    CREATE TABLE devices (user_id TEXT, last_seen INT);
    CREATE TABLE user_ips (user_id TEXT, last_seen INT);
    CREATE TABLE user_threepids (user_id TEXT, medium TEXT, address TEXT);`
  const row = "INSERT INTO users (name, admin, creation_ts) VALUES ('@alice:example.org', 0, 1700000000);"

  async function askDatabase(action: string, statements: string) {
    const path = await makeDatabase(`${tables}${statements}`)
    const config = [configFile({ database: { name: 'sqlite3', args: { database: path } } })]
    const answer = await ask(action, {}, {}, { admin_token: '', config })
    return { ...answer, rows: await rowsIn(path, 'SELECT admin FROM users') }
  }

  it('makes an admin', async () => {
    expect(await askDatabase('promote-admin', row)).toMatchObject({ signs: ['database/changed'], rows: [[1]] })
  })

  it.each([
    ['two rows', row + row, [[0], [0]], 2],
    ['no row', `${row}CREATE TRIGGER keep BEFORE UPDATE ON users BEGIN SELECT RAISE(IGNORE); END;`, [[0]], 0],
  ])('changes nothing where %s would be changed', async (_name, statements, rows, count) => {
    const answer = await askDatabase('promote-admin', statements)
    expect(answer).toMatchObject({ signs: ['database/unavailable'], rows })
    expect(answer.facts['detail']).toBe(`the statement matched ${count} rows, not one: nothing was changed`)
  })

  it.each([
    ['what the configuration says', { bcrypt_rounds: 5 }, '$2b$05$new-password'],
    ['12 where it says nothing', {}, '$2b$12$new-password'],
    [
      'what it says, with the pepper',
      { bcrypt_rounds: 13, password_config: { pepper: '-x' } },
      '$2b$13$new-password-x',
    ],
  ])('hashes a password as often as Synapse would: %s', async (_name, settings, hash) => {
    const path = await makeDatabase(`${tables}${row}`)
    const config = [configFile({ ...settings, database: { name: 'sqlite3', args: { database: path } } })]
    const account = { password: 'new-password', keep_sessions: 'yes' }
    expect(await ask('set-password', account, {}, { admin_token: '', config })).toMatchObject({
      signs: ['done/changed'],
    })
    expect(await rowsIn(path, 'SELECT password_hash FROM users')).toEqual([[hash]])
  })

  it.each([
    ['yes', ['alice']],
    ['no', ['alice', 'bridged', 'news', 'reserved_1']],
  ])('leaves out what belongs to a bridge or the server where people: %s', async (people, names) => {
    const more = ['bridged', 'news', 'reserved_1'].map((name) => row.replaceAll('alice', name)).join('')
    const path = await makeDatabase(
      `${tables}${row}${more}UPDATE users SET appservice_id = 'irc' WHERE name LIKE '@bridged:%';`,
    )
    const bridge = configFile({
      sender_localpart: 'irc',
      namespaces: { users: [{ exclusive: true, regex: '@reserved_.*' }] },
    })
    const config = [
      configFile({
        server_notices: { system_mxid_localpart: 'news' },
        app_service_config_files: [bridge],
        database: { name: 'sqlite3', args: { database: path } },
      }),
    ]
    const { facts } = await ask('list-users', { people }, {}, { admin_token: '', config })
    expect((facts['users'] as { username: string }[]).map(({ username }) => username)).toEqual(names)
  })

  it('tells when each account was last seen', async () => {
    const more = ['bob', 'carol'].map((name) => row.replaceAll('alice', name)).join('')
    const seen = `INSERT INTO devices VALUES ('@alice:example.org', NULL), ('@alice:example.org', 1700000000000);
      INSERT INTO user_ips VALUES ('@alice:example.org', 5), ('@bob:example.org', 1600000000000);`
    const { facts } = await askDatabase('list-users', row + more + seen)
    expect(facts['users']).toMatchObject([
      { last_seen: '2023-11-14T22:13:20Z' },
      { last_seen: '2020-09-13T12:26:40Z' },
      { last_seen: null },
    ])
  })

  describe("beside an admin's list, which does not say who is suspended", () => {
    const suspended = `${row}UPDATE users SET suspended = 1;`
    const noColumn = tables.replace(' suspended INT,', '') + row

    it.each([
      ['who is', tables + suspended, true],
      ['who is not', tables + row, false],
      ['an older one, where nobody can be', noColumn, false],
      ['nothing, where it cannot be asked', undefined, null],
    ])('the database says %s', async (_name, statements, expected) => {
      const database = statements === undefined ? '/nowhere/synapse.db' : await makeDatabase(statements)
      const config = [configFile({ database: { name: 'sqlite3', args: { database } } })]
      const { facts } = await ask('list-users', {}, { [users]: () => ({ users: [alice] }) }, { config })
      expect(facts['users']).toMatchObject([{ username: 'alice', suspended: expected, emails: null }])
    })
  })

  it('only reads when it looks', async () => {
    const { databases, facts } = await askDatabase('show-user', row)
    expect(facts['user']).toMatchObject({ username: 'alice', created: '2023-11-14T22:13:20Z' })
    expect(new Set(databases.map((database) => database.split('?')[1]))).toEqual(new Set(['mode=ro']))
  })
})
