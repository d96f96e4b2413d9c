import { jest } from '@jest/globals'
import type { Examination } from '../../generator/run/doctor/examine.ts'
import { synapse as authority } from '../../generator/authorities/synapse.ts'
import { installOldestSynapse } from '../lab/install.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { pinned } from '../lab/versions.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const password = 'secret-password'

it('is the version that the doctor calls the oldest', () => {
  expect(pinned('synapse-oldest', 'matrix-synapse')).toBe(`${authority.oldest}.0`)
})

/** Every operation in an order that works, and how it ends. */
const byAdmin: [string[], RegExp][] = [
  [['show-user', 'foo'], /^state +active$/m],
  [['list-users'], /^@foo:example\.org/m],
  [['promote-admin', 'foo'], /is now a server admin\.$/m],
  [['demote-admin', 'foo'], /is now an ordinary user\.$/m],
  [['lock-user', 'foo'], /^Locked /],
  [['unlock-user', 'foo'], /^Unlocked /],
  [['suspend-user', 'foo'], /^error: Synapse does not know this request \(HTTP 404 .*\n.*too old for it/],
  [['unsuspend-user', 'foo'], /is not suspended\.$/m],
  [['list-sessions', 'boss'], /127\.0\.0\.1/],
  [['logout-user', 'foo'], /has no sessions\.$/m],
  [['add-email', 'foo', 'foo@example.org'], /^Added foo@example\.org/],
  [['set-display-name', 'foo', 'Foo'], /set to Foo\.$/m],
  [['set-kind', 'foo', 'bot'], /set to bot\.$/m],
  [['create-registration-token', '--token', 'invited'], /^Registration token: invited \(uses: 1, expires: 7d\)$/m],
  [['update-registration-token', 'invited', '--uses', '2'], /./],
  [['list-registration-tokens'], /^invited/m],
  [['revoke-registration-token', 'invited'], /revoked/],
  [['set-password', 'foo'], /^Password changed for @foo:example\.org/],
  [['deactivate-user', 'foo', '--yes'], /^Deactivated /],
  [['reactivate-user', 'foo'], /is active again/],
  [['set-password', 'foo'], /^Password changed for @foo:example\.org/],
]

const byDatabase: [string[], RegExp][] = [
  [['show-user', 'foo'], /^state +active$/m],
  [['list-users'], /^@foo:example\.org/m],
  [['promote-admin', 'foo'], /is now a server admin, in the database\.$/m],
  [['demote-admin', 'foo'], /is now an ordinary user, in the database\./],
  [['set-password', 'foo', '--keep-sessions'], /^Password changed for @foo:example\.org/],
]

/** It takes a minute to install, so only the exhaustive run has it. */
const describeOldest = isExhaustive ? describe : describe.skip

describeOldest('the oldest Synapse', () => {
  let server: Synapse
  let run: (words: string[], access?: object) => Promise<string>

  beforeAll(async () => {
    server = await startSynapse({ installed: installOldestSynapse() })
    const plan = localPlan('synapse', server, server.python)
    let token = ''
    run = async (words, access = {}) => {
      const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, access }) })
      const { stdout, stderr } = await registrar(words, { cwd, env: { MATRIX_PASSWORD: password, TOKEN: token } })
      return stdout + stderr
    }
    for (const words of [['boss', '--admin'], ['foo']])
      expect(await run(['register-user', ...words])).toMatch(/^Created /)
    token = (await login(server.url, 'boss', password)).accessToken ?? ''
  })
  afterAll(() => server?.stop())

  it.each(byDatabase)('does %j in the database', async (words, reported) => {
    expect(await run(words)).toMatch(reported)
  })

  it.each(byAdmin)('does %j by an admin', async (words, reported) => {
    expect(await run(words, { token: { env: 'TOKEN' } })).toMatch(reported)
  })

  it('is known to the doctor, with what it cannot do', async () => {
    const { findings, operations } = JSON.parse(
      await run(['doctor', '--json'], { token: { env: 'TOKEN' } }),
    ) as Examination
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
    expect(findings.find(({ check }) => check === 'server')).toMatchObject({ state: 'good' })
    expect(operations.find(({ operation }) => operation === 'suspend-user')).toEqual({
      operation: 'suspend-user',
      way: null,
      reason: 'needs Synapse 1.122 or newer; this is 1.98.0',
    })
  })
})
