import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import {
  configFile,
  makeDatabase,
  Refusal,
  type Routes,
  rowsIn,
  runProgram,
  withHomeserver,
} from '../support/server-program.ts'

afterAll(removeDirectories)

const tables = `
  CREATE TABLE userapi_accounts (localpart TEXT, server_name TEXT, created_ts INT, account_type INT, is_deactivated INT);
  CREATE TABLE userapi_profiles (localpart TEXT, server_name TEXT, display_name TEXT);`

function rowOf(localpart: string, type = 1): string {
  return `INSERT INTO userapi_accounts VALUES ('${localpart}', 'example.org', 1700000000000, ${type}, 0);`
}

async function ask(
  action: string,
  statements: string,
  account: Record<string, unknown> = {},
  { url = 'http://127.0.0.1:9', check = false } = {},
) {
  const path = await makeDatabase(`${tables}${statements}`)
  const database = { connection_string: `file:${path}` }
  const { results } = await runProgram('dendrite', {
    action,
    domain: 'example.org',
    address: { url },
    check,
    accounts: [{ username: 'alice', ...account }],
    config: [configFile({ user_api: { account_database: database } })],
  })
  return { signs: results[0]?.signs, facts: results[0]?.facts ?? {}, path }
}

it.each([
  [1, { admin: false, kind: '' }],
  [2, { admin: false, kind: 'guest' }],
  [3, { admin: true, kind: '' }],
  [4, { admin: false, kind: 'bridge' }],
])('an account of type %i is %j', async (type, is) => {
  const { facts } = await ask('show-user', rowOf('alice', type))
  expect(facts['user']).toMatchObject({ ...is, created: '2023-11-14T22:13:20Z' })
})

it('leaves the type of a guest or a bridge alone', async () => {
  const { signs, path } = await ask('promote-admin', rowOf('alice', 4))
  expect(signs).toEqual(['account/special'])
  expect(await rowsIn(path, 'SELECT account_type FROM userapi_accounts')).toEqual([[4]])
})

describe('a token', () => {
  const wrong = new Refusal(403, { errcode: 'M_FORBIDDEN', error: 'The username or password was incorrect' })
  const login = (answer: unknown) => ({ 'POST /_matrix/client/v3/login': () => answer })
  const made = (user: string) => ({ access_token: 'made', device_id: 'DEVICE', user_id: user })
  const logout = { 'POST /_matrix/client/v3/logout': () => ({}) }

  async function create(routes: Routes, statements = '', { check = false, username = 'alice' } = {}) {
    const { done, asked } = await withHomeserver({ ...logout, ...routes }, (url) =>
      ask('create-access-token', statements, { username, password: 'secret', expires: 'never' }, { url, check }),
    )
    return { ...done, asked: asked.map(({ path, token }) => [path.split('/').at(-1), token]) }
  }

  it('is that of a login, and kept', async () => {
    const { signs, facts, asked } = await create(login(made('@alice:example.org')))
    expect({ signs, facts }).toEqual({
      signs: ['done/created_by_login'],
      facts: { access_token: 'made', session: 'DEVICE' },
    })
    expect(asked).toEqual([['login', undefined]])
  })

  it('is predicted by a login that is ended at once', async () => {
    const { signs, facts, asked } = await create(login(made('@alice:example.org')), '', { check: true })
    expect({ signs, facts }).toEqual({ signs: ['done/created_by_login'], facts: {} })
    expect(asked.at(-1)).toEqual(['logout', 'made'])
  })

  it('of a name in another case is ended at once', async () => {
    const { signs, facts, asked } = await create(login(made('@alice:example.org')), '', { username: 'Alice' })
    expect({ signs, facts }).toEqual({
      signs: ['account/absent'],
      facts: { detail: 'the server has @alice:example.org' },
    })
    expect(asked.at(-1)).toEqual(['logout', 'made'])
  })

  it.each([
    ['the account is not there', rowOf('alicia'), 'account/absent'],
    ['the account is deactivated', rowOf('alice').replace('1, 0)', '1, 1)'), 'account/deactivated'],
    ['the password is another', rowOf('alice'), 'own_login/403/M_FORBIDDEN'],
    ['the database has no such table', 'DROP TABLE userapi_accounts;', 'own_login/403/M_FORBIDDEN'],
  ])('is refused because %s, and by --check too', async (_why, statements, sign) => {
    for (const check of [false, true]) expect((await create(login(wrong), statements, { check })).signs?.[0]).toBe(sign)
  })
})

it('lists more accounts than a page has, each once, without guests and bridges', async () => {
  const people = Array.from({ length: 1001 }, (_, index) => `user${index}`)
  const statements = [...people.map((name) => rowOf(name)), rowOf('guest', 2), rowOf('bridge', 4)].join('')
  const { facts } = await ask('list-users', `BEGIN;${statements}COMMIT;`)
  expect(facts['printed']).toBe(1001)
  expect((facts['users'] as { username: string }[]).map(({ username }) => username)).toEqual([...people].sort())
})

it('gives psql each value apart from the statement, which quotes it', async () => {
  const directory = makeDirectory()
  const printed = join(directory, 'printed.json')
  const psql = `import json, sys
json.dump({"words": sys.argv[1:], "statement": sys.stdin.read()}, open(${JSON.stringify(printed)}, "w"))`
  const { results } = await runProgram('dendrite', {
    action: 'show-user',
    domain: 'example.org',
    address: { url: 'http://127.0.0.1:9' },
    accounts: [{ username: "o'hara; DROP TABLE x" }],
    psql: ['python3', '-c', psql],
    config: [
      configFile({ global: { database: { connection_string: 'postgres://user:secret-password@host/dendrite' } } }),
    ],
  })
  expect(results[0]?.signs).not.toContain('program/failed')
  const { words, statement } = JSON.parse(readFileSync(printed, 'utf8')) as { words: string[]; statement: string }
  expect(statement).not.toContain('DROP TABLE')
  expect(statement).toMatch(/:'domain'/)
  expect(statement).not.toMatch(/:(localpart|domain)\b/)
  expect(words).toContain('ON_ERROR_STOP=1')
  expect(words.join(' ')).not.toContain('secret-password')
})
