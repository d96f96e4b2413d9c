import { removeDirectories } from '../support/directory.ts'
import {
  alice,
  aliceAt,
  type SeenRequest,
  configFile,
  makeDatabase,
  Refusal,
  type Routes,
  rowsIn,
  runProgram,
  withHomeserver,
} from '../support/server-program.ts'

afterAll(removeDirectories)

const putAlice = 'PUT /_synapse/admin/v2/users/@alice:example.org'
const ownerAt = (address: string) => `GET /_synapse/admin/v1/threepid/email/users/${address}`
const register = '/_synapse/admin/v1/register'

/** Asks the program once, of one account, with an admin's token and a configuration. */
async function ask(
  action: string,
  account: Record<string, unknown>,
  routes: Routes,
  { config = {}, ...more }: Record<string, unknown> = {},
) {
  const { done, asked } = await withHomeserver(
    { 'GET /_matrix/client/v3/account/whoami': () => ({ user_id: '@admin:example.org' }), ...routes },
    (url) =>
      runProgram('synapse', {
        action,
        domain: 'example.org',
        address: { url },
        admin_token: 'token',
        accounts: [{ username: 'alice', ...account }],
        password_rules: { min_bytes: 8, max_bytes: 72, normalization: 'NFKC' },
        config: [configFile({ registration_shared_secret: 'shared', ...(config as object) })],
        ...more,
      }),
  )
  const [result] = done.results
  const changes = asked.filter(({ method }: SeenRequest) => method !== 'GET')
  return { asked, signs: result?.signs ?? [], facts: result?.facts ?? {}, changes }
}

describe('an address', () => {
  const with_ = (address: string) => ({ ...alice, threepids: [{ medium: 'email', address }] })

  it.each([
    ['alice@example.com', 'alice@example.com'],
    ['Alice@Example.COM', 'alice@example.com'],
    ['STRASSE@example.com', 'strasse@example.com'],
    ['straße@example.com', 'strasse@example.com'],
  ])('%s is the same as %s, as Synapse has it', async (email, known) => {
    const { signs, changes } = await ask('add-email', { email }, { [aliceAt]: () => with_(known) })
    expect({ signs, changes }).toEqual({ signs: ['done/unchanged'], changes: [] })
  })

  it.each([
    ['bob@example.com', 'bob@example.com'],
    ['Bob@example.com', 'bob@example.com'],
    ['bob@Example.Com', 'bob@example.com'],
  ])('%s is not taken from its owner, also where it is only to be predicted', async (email, address) => {
    const routes = {
      [aliceAt]: () => alice,
      [putAlice]: () => alice,
      [ownerAt(address)]: () => ({ user_id: '@bob:example.org' }),
    }
    for (const check of [false, true]) {
      const { signs, facts, changes } = await ask('add-email', { email }, routes, { check })
      expect({ signs, facts, changes }).toEqual({
        signs: ['email/taken'],
        facts: { detail: '@bob:example.org' },
        changes: [],
      })
    }
  })

  it('of nobody is added as Synapse keeps it', async () => {
    const { changes } = await ask(
      'add-email',
      { email: 'New@Example.com' },
      { [aliceAt]: () => alice, [putAlice]: () => alice },
    )
    expect(changes).toMatchObject([{ body: { threepids: [{ medium: 'email', address: 'new@example.com' }] } }])
  })
})

describe('a display name', () => {
  it.each(['Alice', ' Alice', 'Alice \u00a0', '\u3000Alice\u2003'])(
    '%j is the one that the server has, which keeps no blanks around it',
    async (name) => {
      const { signs } = await ask('set-display-name', { display_name: name }, { [aliceAt]: () => alice })
      expect(signs).toEqual(['done/unchanged'])
    },
  )

  it.each(['', ' ', '\u00a0\u3000', ' '.repeat(300)])('of the blanks %j is refused', async (name) => {
    const { signs, changes } = await ask('set-display-name', { display_name: name }, { [aliceAt]: () => alice })
    expect({ signs, changes }).toEqual({ signs: ['display_name/invalid'], changes: [] })
  })
})

describe('a domain that is not that of the server is refused before anything is written', () => {
  const nonce = { [`GET ${register}`]: () => ({ nonce: 'n' }) }

  it.each(['example.com', 'Example.org', 'matrix.example.org', 'example.org:8448'])(
    'by the configuration of %s',
    async (server_name) => {
      const { signs, asked } = await ask('register-user', { password: 'secret-password' }, nonce, {
        config: { server_name },
      })
      expect({ signs, asked }).toEqual({ signs: ['domain/other'], asked: [] })
    },
  )

  it.each(['lock-user', 'promote-admin', 'set-password', 'deactivate-user', 'set-kind'])(
    'by the admin API: %s',
    async (action) => {
      const { signs, facts, changes } = await ask(
        action,
        { password: 'secret-password', kind: 'bot' },
        { [aliceAt]: () => new Refusal(400, { errcode: 'M_UNKNOWN', error: 'Can only look up local users' }) },
      )
      expect({ signs, changes }).toEqual({ signs: ['domain/other'], changes: [] })
      expect(facts['detail']).toBe('HTTP 400 Can only look up local users')
    },
  )

  it.each(['show-user', 'promote-admin', 'list-users'])('by the database: %s', async (action) => {
    const database = await makeDatabase(tables)
    const config = { server_name: 'example.com', database: { name: 'sqlite3', args: { database } } }
    const { signs } = await ask(action, {}, {}, { config, admin_token: '' })
    expect(signs).toEqual(['domain/other'])
    expect(await rowsIn(database, 'SELECT admin FROM users')).toEqual([[0]])
  })

  it('by the accounts of a list', async () => {
    const routes = { 'GET /_synapse/admin/v2/users': () => ({ users: [{ ...alice, name: '@alice:Example.org' }] }) }
    const { signs, facts } = await ask('list-users', {}, routes)
    expect(signs).toEqual(['domain/other'])
    expect(facts['detail']).toBe('it has the account @alice:Example.org')
  })
})

const tables = `
CREATE TABLE users (name TEXT, password_hash TEXT, admin INT, deactivated INT, locked INT, suspended INT, user_type TEXT,
  creation_ts INT, is_guest INT, appservice_id TEXT);
CREATE TABLE profiles (user_id TEXT, full_user_id TEXT, displayname TEXT);
CREATE TABLE erased_users (user_id TEXT);
CREATE TABLE user_threepids (user_id TEXT, medium TEXT, address TEXT);
INSERT INTO users VALUES ('@alice:example.org', 'x', 0, 0, 0, 0, NULL, 1700000000, 0, NULL);
`

const nonce = { [`GET ${register}`]: () => ({ nonce: 'n' }) }
const logins = (...types: string[]) => ({
  'GET /_matrix/client/v3/login': () => ({ flows: types.map((type) => ({ type })) }),
})
const created = { [`POST ${register}`]: () => ({ user_id: '@alice:example.org' }) }
const password = 'secret-password'

describe('Matrix Authentication Service, of which the host file does not know', () => {
  const delegating = [
    { matrix_authentication_service: { enabled: true } },
    { matrix_authentication_service: { enabled: true, endpoint: 'http://mas' }, password_config: { enabled: false } },
    { experimental_features: { msc3861: { enabled: true, issuer: 'https://mas' } } },
  ]

  it.each(delegating)('%j: nothing is written', async (config) => {
    const database = await makeDatabase(tables)
    const more = { config: { ...config, database: { name: 'sqlite3', args: { database } } }, admin_token: '' }
    for (const action of ['register-user', 'promote-admin', 'set-password', 'plan-users'])
      expect({ action, ...(await ask(action, { password, keep_sessions: 'yes' }, nonce, more)) }).toMatchObject({
        signs: ['owner/mas'],
        asked: [],
      })
    expect(await rowsIn(database, 'SELECT admin, password_hash FROM users')).toEqual([[0, 'x']])
  })

  it.each([
    { matrix_authentication_service: { enabled: false } },
    { matrix_authentication_service: null },
    { experimental_features: { msc3861: null } },
    { experimental_features: { msc3861: { enabled: false } } },
  ])('%j is none', async (config) => {
    const routes = { ...nonce, ...created, ...logins('m.login.password') }
    expect((await ask('register-user', { password }, routes, { config })).signs).toEqual(['register/done'])
  })
})

describe('what comes next', () => {
  it.each([
    [['m.login.password', 'm.login.sso'], undefined],
    [['m.login.sso'], 'm.login.sso'],
    [['m.login.sso', 'm.login.token'], 'm.login.sso, m.login.token'],
    [[], 'no way to log in'],
  ])('where the server offers %j', async (types, offered) => {
    const { facts } = await ask('register-user', { password }, { ...nonce, ...created, ...logins(...types) })
    expect(facts).toEqual(offered === undefined ? {} : { notes: ['passwords_off'], logins: offered })
    const set = await ask(
      'set-password',
      { password },
      {
        [aliceAt]: () => alice,
        'POST /_synapse/admin/v1/reset_password/@alice:example.org': () => ({}),
        ...logins(...types),
      },
    )
    expect(set.facts).toEqual({ notes: [], ...facts })
  })

  it.each([
    [403, { errcode: 'M_FORBIDDEN', error: 'Registration has been disabled' }, ['registration_closed']],
    [401, { session: 's', flows: [{ stages: ['m.login.dummy'] }] }, ['registration_closed']],
    [401, { session: 's', flows: [{ stages: ['m.login.registration_token'] }] }, undefined],
    [401, { session: 's', flows: [{ stages: ['m.login.recaptcha', 'm.login.registration_token'] }] }, undefined],
    [404, { errcode: 'M_UNRECOGNIZED' }, undefined],
  ])('after a token, where registering is answered %d %j', async (status, body, notes) => {
    const routes = {
      'POST /_synapse/admin/v1/registration_tokens/new': ({ body: asked }: SeenRequest) => asked,
      'POST /_matrix/client/v3/register': () => new Refusal(status, body),
    }
    const { facts } = await ask('create-registration-token', { uses: '1', expires: 'never' }, routes)
    expect(facts['notes']).toEqual(notes)
  })
})

describe('a name that is taken', () => {
  const inUse = {
    [`POST ${register}`]: ({ body }: SeenRequest) =>
      new Refusal(400, {
        errcode: (body as { username: string }).username === 'no username' ? 'M_INVALID_USERNAME' : 'M_USER_IN_USE',
      }),
  }
  const insert = (name: string, deactivated: number) =>
    `INSERT INTO users VALUES ('${name}', 'x', 0, ${deactivated}, 0, 0, NULL, 1700000000, 0, NULL);`

  it.each([
    ['Foo', 'foo', 0, 'name/other_case', '@Foo:example.org'],
    ['FOO', 'foo', 0, 'name/other_case', '@FOO:example.org'],
    ['foo.Bar', 'foo.bar', 1, 'name/other_case', '@foo.Bar:example.org'],
    ['foo', 'foo', 1, 'name/deactivated', undefined],
  ])('by %s, when %s is to be registered: and by --check too', async (known, username, gone, sign, detail) => {
    const database = await makeDatabase(tables + insert(`@${known}:example.org`, gone))
    const config = { database: { name: 'sqlite3', args: { database } } }
    for (const check of [false, true]) {
      const { signs, facts } = await ask(
        'register-user',
        { username, password },
        { ...nonce, ...inUse },
        { config, check },
      )
      expect({ sign: signs[0], detail: facts['detail'] }).toEqual({ sign, detail })
    }
  })

  it.each([false, true])('by an account that is locked: both are reported (--check: %p)', async (check) => {
    const locked = `UPDATE users SET locked = 1 WHERE name = '@foo:example.org';`
    const database = await makeDatabase(tables + insert('@foo:example.org', 0) + locked)
    const config = { database: { name: 'sqlite3', args: { database } } }
    const { facts } = await ask(
      'register-user',
      { username: 'foo', password },
      { ...nonce, ...inUse },
      { config, check },
    )
    expect(facts['notes']).toEqual(['still_locked'])
  })

  it.each([false, true])('where nobody gets in with a password: that is reported (--check: %p)', async (check) => {
    const database = await makeDatabase(tables + insert('@foo:example.org', 0))
    const config = { database: { name: 'sqlite3', args: { database } } }
    const routes = { ...nonce, ...inUse, ...logins('m.login.sso') }
    const { facts } = await ask('register-user', { username: 'foo', password }, routes, { config, check })
    expect(facts).toMatchObject({ notes: ['passwords_off'], logins: 'm.login.sso' })
  })

  it('by itself exists, though another differs in case', async () => {
    const database = await makeDatabase(tables + insert('@Foo:example.org', 0) + insert('@foo:example.org', 0))
    const config = { database: { name: 'sqlite3', args: { database } } }
    const known = await ask('register-user', { username: 'foo', password }, { ...nonce, ...inUse }, { config })
    expect(known.signs[0]).toBe('register/400/M_USER_IN_USE')
    const predicted = await ask(
      'register-user',
      { username: 'foo', password },
      { ...nonce, ...inUse },
      { config, check: true },
    )
    expect(predicted.signs).toEqual(['predict/exists'])
  })

  it.each([
    ['telegram_1', { app_service_config_files: 'BRIDGE' }],
    ['bridgebot', { app_service_config_files: 'BRIDGE' }],
    ['notices', { server_notices: { system_mxid_localpart: 'notices' } }],
  ])('by a bridge or the server is reported by --check, too: %s', async (username, config) => {
    const bridge = configFile({
      sender_localpart: 'bridgebot',
      namespaces: { users: [{ exclusive: true, regex: '@telegram_.*:example\\.org' }] },
    })
    const database = await makeDatabase(tables)
    const whole = JSON.parse(JSON.stringify(config).replace('"BRIDGE"', JSON.stringify([bridge]))) as object
    const { signs } = await ask(
      'register-user',
      { username, password },
      { ...nonce, ...inUse },
      { check: true, config: { ...whole, database: { name: 'sqlite3', args: { database } } } },
    )
    expect(signs).toEqual(['predict/reserved'])
  })
})

it.each([
  [
    'synapse',
    { global: { server_name: 'example.org' }, client_api: { registration_shared_secret: 'x' } },
    'config/other',
  ],
  ['dendrite', { server_name: 'example.org', registration_shared_secret: 'x' }, 'config/other'],
  ['synapse', { server_name: 'example.org', client_api: { registration_shared_secret: 'x' } }, 'secret/missing'],
  ['dendrite', { global: { server_name: 'example.org' }, registration_shared_secret: 'x' }, 'secret/missing'],
] as const)('the configuration of another server is recognised: %s with %j', async (kind, config, sign) => {
  const { done, asked } = await withHomeserver({}, (url) =>
    runProgram(kind, {
      action: 'register-user',
      domain: 'example.org',
      address: { url },
      accounts: [{ username: 'alice', password }],
      password_rules: { min_bytes: 8, max_bytes: 72, normalization: null },
      config: [configFile(config)],
    }),
  )
  expect({ signs: done.results[0]?.signs, asked }).toEqual({ signs: [sign], asked: [] })
})

it.each([false, true])('a wrong shared secret is reported by the real run and by --check: %s', async (check) => {
  const refused = { [`POST ${register}`]: () => new Refusal(403, { errcode: 'M_UNKNOWN', error: 'HMAC incorrect' }) }
  const { signs, asked } = await ask('register-user', { password }, { ...nonce, ...refused }, { check })
  expect(signs[0]).toBe('register/403/M_UNKNOWN')
  expect(asked.some(({ body }) => (body as { username?: string } | undefined)?.username === 'alice')).toBe(!check)
})

it('fetches a nonce for each try, since each is good for one', async () => {
  let [given, tries] = [0, 0]
  const routes = {
    [`GET ${register}`]: () => ({ nonce: `n${(given += 1)}` }),
    [`POST ${register}`]: ({ body }: SeenRequest) =>
      (tries += 1) === 1
        ? new Refusal(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 100 })
        : { user_id: (body as { nonce: string }).nonce === 'n2' ? '@alice:example.org' : '@other:example.org' },
    ...logins('m.login.password'),
  }
  expect((await ask('register-user', { password }, routes)).signs).toEqual(['register/done'])
})

it.each([
  [1, ['register/done'], 2],
  [3, ['register/done'], 4],
  [9, ['nonce/unknown', 'register/400/M_UNKNOWN', 'register/400', 'general/refused'], 4],
])('a nonce that another process gave is no wrong secret: %d times', async (times, signs, tries) => {
  let left = times
  const routes = {
    ...nonce,
    [`POST ${register}`]: () =>
      (left -= 1) >= 0
        ? new Refusal(400, { errcode: 'M_UNKNOWN', error: 'unrecognised nonce' })
        : { user_id: '@alice:example.org' },
    ...logins('m.login.password'),
  }
  const { signs: reported, changes } = await ask('register-user', { password }, routes)
  expect({ reported, tries: changes.length }).toEqual({ reported: signs, tries })
})

describe('a Synapse that compares no passwords of its own', () => {
  it.each([{ enabled: false }, { localdb_enabled: false }, { enabled: 'only_for_reauth', localdb_enabled: false }])(
    '%j: sets none, which --check says, too',
    async (password_config) => {
      const database = await makeDatabase(tables)
      const config = { password_config, database: { name: 'sqlite3', args: { database } } }
      const routes = { [aliceAt]: () => alice, ...logins('m.login.password', 'm.login.sso') }
      for (const more of [{}, { check: true }, { admin_token: '' }]) {
        const { signs, changes } = await ask('set-password', { password, keep_sessions: 'yes' }, routes, {
          config,
          ...more,
        })
        expect({ signs, changes }).toEqual({ signs: ['passwords/disabled'], changes: [] })
      }
      expect(await rowsIn(database, 'SELECT password_hash FROM users')).toEqual([['x']])
      const made = await ask('register-user', { password }, { ...nonce, ...created, ...routes }, { config })
      expect(made.facts).toEqual({ notes: ['passwords_elsewhere'] })
    },
  )

  it.each([{ enabled: true }, { enabled: 'only_for_reauth' }, { localdb_enabled: true, pepper: 'x' }])(
    '%j is none',
    async (password_config) => {
      const routes = { [aliceAt]: () => alice, 'POST /_synapse/admin/v1/reset_password/@alice:example.org': () => ({}) }
      expect((await ask('set-password', { password }, routes, { config: { password_config } })).signs).toEqual([
        'done/changed',
      ])
    },
  )
})

it.each([
  [1000, '1 s'],
  [319_756, '5 min 20 s'],
  [3_600_000, '1 h 0 min'],
])('waits no longer than that helps: %d ms', async (retry_after_ms, reported) => {
  const busy = () => new Refusal(429, { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms })
  const { asked, signs, facts } = await ask('show-user', {}, { [aliceAt]: busy })
  expect(signs.at(-1)).toBe('general/limited')
  expect(facts['detail']).toBe(`HTTP 429 Too Many Requests; it says to wait ${reported}`)
  expect(asked.length === 1).toBe(retry_after_ms > 60_000)
})

it.each(['!', '', '$2b$12$short', '$argon2id$v=19$m=65536'])(
  'an account with the hash %j has another password than any',
  async (hash) => {
    const database = await makeDatabase(`${tables} UPDATE users SET password_hash = '${hash}';`)
    const config = { database: { name: 'sqlite3', args: { database } } }
    const { signs } = await ask(
      'set-password',
      { password, if_different: 'yes' },
      { [aliceAt]: () => alice },
      { config, check: true },
    )
    expect(signs).toEqual(['done/changed'])
  },
)

describe('who is no person', () => {
  it.each([
    ['a guest', { is_guest: true }],
    ['a guest, as older servers tell it', { is_guest: 1 }],
    ['an account of a bridge', { appservice_id: 'telegram' }],
  ])('%s is not made admin, not locked, not suspended, and gets no password', async (_name, is) => {
    const routes = { [aliceAt]: () => ({ ...alice, ...is }) }
    for (const action of ['promote-admin', 'lock-user', 'suspend-user', 'set-password', 'set-kind'])
      expect({ action, ...(await ask(action, { password, kind: 'bot' }, routes)) }).toMatchObject({
        action,
        signs: ['account/special'],
        changes: [],
      })
    expect((await ask('show-user', {}, routes)).facts['user']).toMatchObject({
      kind: expect.stringMatching(/guest|bridge/),
    })
  })
})

describe('an older database', () => {
  const without = (...columns: string[]) =>
    columns
      .reduce((text, column) => text.replace(` ${column} INT,`, ''), tables)
      .replace('0, 0, 0, 0, NULL', `${'0, '.repeat(4 - columns.length)}NULL`)

  it.each([[['suspended']], [['suspended', 'locked']]])('that has no %j is read', async (columns) => {
    const database = await makeDatabase(without(...columns))
    const config = { database: { name: 'sqlite3', args: { database } } }
    const { signs, facts } = await ask('show-user', {}, {}, { config, admin_token: '' })
    expect(signs).toEqual(['found'])
    expect(facts['user']).toMatchObject({ locked: false, suspended: false })
  })
})
