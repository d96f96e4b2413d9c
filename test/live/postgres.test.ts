import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { devices, login } from '../lab/matrix-client.ts'
import { type Postgres, startPostgres } from '../lab/postgres.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

const password = 'correct horse {{ 7*7 }} $HOME "q" \' `id`'

/** @bare:example.org as only the accounts' table knows it. */
const bareAccount = {
  synapse: "insert into users (name, creation_ts) values ('@bare:example.org', 1)",
  dendrite:
    "insert into userapi_accounts (localpart, server_name, created_ts, account_type) values ('bare', 'example.org', 1, 1)",
}

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(async () => {
  await postgres?.stop()
  removeDirectories()
})

it('takes connections with the password alone', async () => {
  const { url } = await postgres.createDatabase('locked')
  expect(await postgres.query('locked', 'select 1, current_user')).toBe('1|lab')
  expect(new URL(url).password).toMatch(/^[0-9a-f]{24}$/)
})

/** What is wrong with the way to the database, by a change of its address; and the message, twice. */
const faults: [
  what: string,
  change: Partial<Record<'host' | 'user' | 'password' | 'name', string>>,
  reported: RegExp,
][] = [
  [
    'no such host',
    { host: 'db.nowhere.invalid' },
    /at db\.nowhere\.invalid:\d+, as lab: the host name does not resolve/,
  ],
  ['a wrong password', { password: 'wrong' }, /at 127\.0\.0\.1:\d+, as lab: the password is refused/],
  ['no such database', { name: 'gone' }, /database gone at .*, as lab: there is no database gone/],
  ['no such table', { name: 'postgres' }, /database postgres at .*: there is no table (users|userapi_accounts)/],
  [
    'a role without rights',
    { user: 'weak' },
    /, as weak: this role lacks the right to do that with (users|userapi_\w+)/,
  ],
  ['a connection limit', { user: 'many' }, /, as many: all its connections are in use/],
  ['a standby', { user: 'stale' }, /, as stale: it is read-only, like a standby/],
]

describe.each(['synapse', 'dendrite'] as const)('registrar on a real %s with PostgreSQL', (kind) => {
  let server: Homeserver
  let cwd: string

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse({ postgres }) : undefined
    server = synapse ?? (await startDendrite({ postgres }))
    cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan(kind, server, synapse?.python)) })
  })

  afterAll(() => server?.stop())

  const register = (words: string[]) =>
    registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: password } })

  it('creates the account with exactly the password that was given', async () => {
    const { exitCode, stdout } = await register(['john'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Created @john:example.org, an ordinary user.\n' })
    const { status, accessToken = '' } = await login(server.url, 'john', password)
    expect(status).toBe(200)
    expect(await devices(server.url, accessToken)).toHaveLength(1)
  })

  const check = async (username: string): Promise<unknown> =>
    JSON.parse((await register([username, '--check', '--json'])).stdout)

  it('touches nothing under --check', async () => {
    expect(await check('checked')).toMatchObject({ outcome: 'created' })
    expect((await login(server.url, 'checked', password)).status).toBe(403)
  })

  it('reports once which database cannot be used, as whom, and why', async () => {
    const name = `${kind}_${new URL(server.url).port}`
    const { host, port, user, password: secret } = postgres
    await postgres.query(
      name,
      `create role weak_${kind} login password '${secret}'; create role many_${kind} login connection limit 0 password '${secret}';
       create role stale_${kind} login superuser password '${secret}'; alter role stale_${kind} set default_transaction_read_only = on`,
    )
    const reported = faults.map(async ([what, change, words]) => {
      const way = { host, user, password: secret, name, ...change }
      const as = change.user ? `${change.user}_${kind}` : user
      const url = `postgresql://${as}:${way.password}@${way.host}:${port}/${way.name}`
      const text = readFileSync(server.configPath, 'utf8')
      const args = { ...way, name: undefined, user: as, port, dbname: way.name }
      const config =
        kind === 'synapse'
          ? JSON.stringify({ ...(JSON.parse(text) as object), database: { name: 'psycopg2', args } })
          : text.replaceAll(/postgresql:\S+/g, url)
      const directory = makeDirectory({ 'server.yaml': config })
      const python = 'python' in server ? String(server.python) : undefined
      const plan = localPlan(kind, { ...server, configPath: join(directory, 'server.yaml') }, python)
      const run = { cwd: makeDirectory({ 'registrar.yml': hostFile(plan) }) }
      const { exitCode, stderr } = await registrar(['promote-admin', 'john'], run)
      return { what, words, exitCode, stderr: stderr.replaceAll(`_${kind},`, ',').replaceAll(`_${kind}:`, ':') }
    })
    for (const { what, words, exitCode, stderr } of await Promise.all(reported)) {
      expect({ what, exitCode, stderr }).toEqual({ what, exitCode: 3, stderr: expect.stringMatching(words) })
      expect(stderr.match(/database could not be used/g)).toHaveLength(1)
      expect(stderr).not.toContain(secret)
    }
  })

  it('finds under --check an account without a profile: the database is asked', async () => {
    const database = `${kind}_${new URL(server.url).port}`
    await postgres.query(database, bareAccount[kind])
    expect(await check('bare')).toMatchObject({ outcome: 'exists' })
  })
})

it("a playbook's Dendrite whose PostgreSQL is elsewhere is reached by the address in its configuration", async () => {
  const dendrite = await startDendrite({ postgres })
  const plan = localPlan('dendrite', dendrite)
  const root = makeWorkspace([plan])
  try {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    await registrar(['register-user', 'john'], { cwd, env: { MATRIX_PASSWORD: password } })
    const words = [
      'promote-admin',
      'john',
      '--extra-vars={"matrix_users_dendrite_psql":["/matrix/postgres/bin/cli-non-interactive"]}',
    ]
    expect(await runJust(root, words)).toMatchObject({
      exitCode: 0,
      changed: 1,
      output: expect.stringContaining('is now a server admin, in the database') as string,
    })
    expect(await runJust(root, words)).toMatchObject({ exitCode: 0, changed: 0 })
  } finally {
    await dendrite.stop()
    rmSync(root, { recursive: true })
  }
})
