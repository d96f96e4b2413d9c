import { rmSync } from 'node:fs'
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
