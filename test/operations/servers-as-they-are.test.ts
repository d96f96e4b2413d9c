import { removeDirectories } from '../support/directory.ts'
import {
  type Asked,
  configFile,
  makeDatabase,
  Refusal,
  type Routes,
  rowsIn,
  runProgram,
  withHomeserver,
} from '../support/server-program.ts'

afterAll(removeDirectories)

const alice = {
  name: '@alice:example.org',
  displayname: 'Alice',
  admin: false,
  locked: false,
  creation_ts: 1_700_000_000,
}
const aliceAt = 'GET /_synapse/admin/v2/users/@alice:example.org'
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
  const changes = asked.filter(({ method }: Asked) => method !== 'GET')
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
