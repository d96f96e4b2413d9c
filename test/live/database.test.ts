import { jest } from '@jest/globals'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { isAdmin, login } from '../lab/matrix-client.ts'
import { type Postgres, startPostgres } from '../lab/postgres.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(async () => {
  await postgres?.stop()
  removeDirectories()
})

const servers = [
  ['synapse', 'SQLite'],
  ['synapse', 'PostgreSQL'],
  ['dendrite', 'SQLite'],
  ['dendrite', 'PostgreSQL'],
] as const

describe.each(servers)('without an admin, by the database: %s with %s', (kind, database) => {
  let server: Homeserver
  let cwd: string

  beforeAll(async () => {
    const options = database === 'PostgreSQL' ? { postgres } : {}
    const synapse = kind === 'synapse' ? await startSynapse({ ...options }) : undefined
    server = synapse ?? (await startDendrite(options))
    cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan(kind, server, synapse?.python)) })
    await registrar(['register-user', 'john'], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
  })

  afterAll(() => server?.stop())

  const run = async (...words: string[]) => {
    const { stdout, stderr, exitCode } = await registrar(words, { cwd, env: { MATRIX_PASSWORD: 'another password' } })
    return { reported: stdout + stderr, exitCode }
  }

  it('admin rights are given and taken, once, and predicted', async () => {
    expect((await run('promote-admin', 'john', '--check')).reported).toBe(
      '@john:example.org would become a server admin, in the database.\n',
    )
    expect((await run('promote-admin', 'john')).reported).toBe(
      '@john:example.org is now a server admin, in the database.\n',
    )
    expect((await run('promote-admin', 'john')).reported).toBe('@john:example.org is already a server admin.\n')
    if (kind === 'synapse') {
      const { accessToken = '' } = await login(server.url, 'john', 'secret-password')
      expect(await isAdmin(server.url, accessToken, '@john:example.org')).toBe(true)
    }
    const demoted = await run('demote-admin', 'john')
    expect(demoted.reported).toContain('A running homeserver may treat it as an admin until it is restarted')
    expect((await run('demote-admin', 'john')).reported).toBe('@john:example.org is already an ordinary user.\n')
  })

  it('users are shown and listed, as they are', async () => {
    const shown = JSON.parse((await run('show-user', 'john', '--json')).reported) as { user: object }
    expect(shown.user).toMatchObject({
      user_id: '@john:example.org',
      username: 'john',
      admin: false,
      locked: false,
      deactivated: false,
      emails: kind === 'synapse' ? [] : null, // Dendrite has no interface for them
    })
    expect((await run('list-users')).reported).toMatch(
      /^USER +NAME +ADMIN +STATE +KIND +CREATED(?: +LAST SEEN)?\n@john:example\.org .*active.*\n$/,
    )
    expect((await run('list-users', '--admins')).reported).toBe('The accounts of example.org: none.\n')
    expect((await run('list-users', '--csv')).reported.split('\n')[1]).toMatch(/^@john:example.org,john,/)
  })

  it('who is not there is a failure that names near ones', async () => {
    const { reported, exitCode } = await run('demote-admin', 'jhon')
    expect(reported).toContain('There is no account @jhon:example.org (similar: john)')
    expect(exitCode).toBe(3)
    expect((await run('promote-admin', "x'; DROP TABLE users; --")).reported).toContain('cannot be a username')
    expect((await run('promote-admin', "x';DROP/**/TABLE/**/users;--")).reported).toContain('There is no account')
  })

  it('what needs an admin says so', async () => {
    const { reported, exitCode } = await run(...(kind === 'synapse' ? ['lock-user', 'john'] : ['set-password', 'john']))
    expect(reported).toMatch(/needs a \w+ admin, and the host file has no access/)
    expect(exitCode).toBe(2)
  })

  if (kind === 'dendrite') return

  it('a password is set by the database, when the sessions may stay', async () => {
    const refused = await run('set-password', 'john')
    expect(refused).toMatchObject({ exitCode: 2, reported: expect.stringContaining('cannot be ended') as string })
    expect((await login(server.url, 'john', 'secret-password')).status).toBe(200)
    expect((await run('set-password', 'john', '--keep-sessions')).exitCode).toBe(0)
    expect((await login(server.url, 'john', 'another password')).status).toBe(200)
    expect((await login(server.url, 'john', 'secret-password')).status).toBe(403)
  })
})

describe('with an admin who logs in for it', () => {
  it('does the work and leaves no session', async () => {
    const server = await startSynapse()
    try {
      const plan = localPlan('synapse', server, server.python)
      const access = { login: { username: 'boss', password: { env: 'BOSS' } } }
      const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, access }) })
      const run = (words: string[], env: Record<string, string>) =>
        registrar(words, { cwd, env: { BOSS: 'secret-password', ...env } })
      await run(['register-user', 'boss', '--admin'], { MATRIX_PASSWORD: 'secret-password' })
      await run(['register-user', 'john'], { MATRIX_PASSWORD: 'secret-password' })
      expect((await run(['lock-user', 'john'], {})).stdout).toContain('Locked')
      const several = ['one', 'two', 'three', 'four', 'five', 'six']
      for (const username of several) await run(['register-user', username], { MATRIX_PASSWORD: 'secret-password' })
      expect((await run(['lock-user', ...several], {})).stdout.match(/Locked/g)).toHaveLength(several.length)
      const { accessToken = '' } = await login(server.url, 'boss', 'secret-password')
      const response = await fetch(`${server.url}/_matrix/client/v3/devices`, {
        headers: { authorization: `Bearer ${accessToken}` },
      })
      expect(((await response.json()) as { devices: unknown[] }).devices).toHaveLength(1)
      const wrong = await run(['unlock-user', 'john'], { BOSS: 'wrong' })
      expect(wrong).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining('The server rejected the access in the host file') as string,
      })
      const ordinary = makeDirectory({
        'registrar.yml': hostFile({ ...plan, access: { login: { username: 'mary', password: { env: 'BOSS' } } } }),
      })
      await run(['register-user', 'mary'], { MATRIX_PASSWORD: 'secret-password' })
      const notAdmin = await registrar(['lock-user', 'john'], { cwd: ordinary, env: { BOSS: 'secret-password' } })
      expect(notAdmin.stderr).toContain('is not that of an admin')
    } finally {
      await server.stop()
    }
  })
})
