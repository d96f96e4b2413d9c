import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import fc from 'fast-check'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { leaveBehind } from '../support/left-behind.ts'
import { localPlan } from '../support/plans.ts'
import { desiredUsers, localpartOf } from '../support/random-users.ts'

jest.setTimeout(900_000)

ownLock()

const cases = 50
const together = 10

/** Who is there once for all, so that only one case of those that run together names each. */
const odd = ['bar', 'Bar', 'foo', 'Foo', '12345', 'irc_bob', 'sso', 'gone']

/** Of each case, what is there first and what is declared then, on accounts that no other case names. */
const samples = fc
  .sample(fc.tuple(desiredUsers, desiredUsers), { numRuns: cases, seed: 5 })
  .map((pair, index) => pair.map((users) => users.flatMap((user, place) => ownOf(user, index, place))))

function ownOf(user: UserPlan, index: number, place: number): UserPlan[] {
  const name = localpartOf(user)
  if (name === 'boss') return index % together === 0 ? [{ ...user, username: name }] : []
  const username = (place === 0 ? odd[(index % together) - 1] : undefined) ?? `${name}-${index}`
  const own = { ...user, username }
  if (place === 0 && index % together > odd.length) return [{ ...own, emails: ['Stranger@Example.org'] }]
  return [user.emails ? { ...own, emails: user.emails.map((email) => `${username}${index}.${email}`) } : own]
}

it('the cases name each odd account, and an address of somebody else', () => {
  const declared = samples.flat(2)
  for (const name of odd) expect(declared.filter(({ username }) => username === name).length).toBeGreaterThan(2)
  expect(declared.filter(({ emails = [] }) => emails.includes('Stranger@Example.org')).length).toBeGreaterThan(2)
})

describe('random accounts on a real Synapse', () => {
  let server: Synapse
  let plan: HostPlan
  let cwd: string
  const env: Record<string, string> = { PASSWORD: 'secret-password' }

  beforeAll(async () => {
    server = await startSynapse()
    plan = localPlan('synapse', server, server.python)
    cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    for (const words of [['boss', '--admin'], ['stranger'], ['foo'], ['gone']])
      await registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
    await leaveBehind(server)
    env['ADMIN_TOKEN'] = (await login(server.url, 'boss', 'secret-password')).accessToken ?? ''
    plan = { ...plan, access: { token: { env: 'ADMIN_TOKEN' } } }
    writeFileSync(join(cwd, 'registrar.yml'), hostFile(plan))
    for (const words of [
      ['add-email', 'stranger', 'stranger@example.org'],
      ['deactivate-user', 'gone', '--yes'],
    ])
      expect(await run(...words)).toMatchObject({ exitCode: 0 })
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
  })

  const run = (...words: string[]) => registrar(words, { cwd, env })

  async function accounts(): Promise<Map<string, UserRecord>> {
    const { users } = JSON.parse((await run('list-users', '--json')).stdout) as { users: UserRecord[] }
    return new Map(users.map(({ last_seen: _moment, ...user }) => [user.username, user]))
  }

  /** Makes it so; afterwards there is nothing to do, and doing it again does nothing. */
  async function converge(users: UserPlan[]) {
    writeFileSync(join(cwd, 'registrar.yml'), hostFile({ ...plan, users }))
    const { stderr, stdout } = await run('apply', '--yes', '--json')
    const { results } = JSON.parse(stdout) as { results: { outcome: string }[] }
    expect(results.filter(({ outcome }) => outcome !== 'done')).toEqual([])
    const planned = await run('plan')
    expect([planned.stdout, problemsIn(planned.stderr)]).toEqual(['', problemsIn(stderr)])
    expect(JSON.parse((await run('apply', '--yes', '--json')).stdout)).toMatchObject({ results: [] })
    return results.length
  }

  it.each(Array.from({ length: cases / together }, (_, batch) => batch * together))(
    'become the declared ones, from case %d',
    async (from) => {
      const batch = samples.slice(from, from + together)
      await converge(batch.flatMap(([there = []]) => there))
      const before = await accounts()
      const declared = batch.flatMap(([, then = []]) => then)
      expect(await converge(declared)).toBeGreaterThan(10)
      const after = await accounts()
      expect(after.get('boss')).toMatchObject({ admin: true, locked: false, deactivated: false })
      const named = new Set(declared.map(({ username }) => username))
      expect([...before.values()].filter(({ username }) => !named.has(username))).toEqual(
        [...before.keys()].filter((name) => !named.has(name)).map((name) => after.get(name)),
      )
      const silent = declared.filter(
        ({ username, admin, state }) => admin === undefined && state === undefined && before.has(username),
      )
      expect(silent.map(({ username }) => [username, rightsOf(after.get(username))])).toEqual(
        silent.map(({ username }) => [username, rightsOf(before.get(username))]),
      )
    },
  )
})

function problemsIn(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line.startsWith('error: '))
}

function rightsOf(user: UserRecord | undefined): unknown {
  return user && [user.admin, user.locked, user.deactivated]
}
