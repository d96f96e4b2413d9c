import { jest } from '@jest/globals'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { type Fate, startInterruptingProxy } from '../support/interrupting-proxy.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()

const fates: Fate[] = ['drop', 'drop answer', 'put off', 'bad gateway']

describe.each(['synapse', 'dendrite'] as const)('a %s behind a bad line', (kind) => {
  let server: Homeserver
  let straight: HostPlan
  let flaky: HostPlan
  let stop: () => void
  let decide: (method: string, path: string) => Fate
  let requests = 0
  const env: Record<string, string> = {}

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    decide = () => 'forward'
    const proxy = await startInterruptingProxy(server.url, (method, path) => {
      requests += 1
      return decide(method, path)
    })
    stop = proxy.stop
    straight = { ...localPlan(kind, server, synapse?.python), access: { token: { env: 'ADMIN_TOKEN' } } }
    flaky = { ...straight, deployment: { ...straight.deployment, address: proxy.url } as HostPlan['deployment'] }
    await registrar(['register-user', 'boss', '--admin'], {
      cwd: makeDirectory({ 'registrar.yml': hostFile(straight) }),
      env: { MATRIX_PASSWORD: 'secret-password' },
    })
    env['ADMIN_TOKEN'] = (await login(server.url, 'boss', 'secret-password')).accessToken ?? ''
  })

  afterAll(async () => {
    stop?.()
    await server?.stop()
    removeDirectories()
  })

  const workspace = (plan: HostPlan, users: UserPlan[] = []) =>
    makeDirectory({ 'registrar.yml': hostFile({ ...plan, users }) })
  const statusOf = async (username: string, password: string) => (await login(server.url, username, password)).status

  /** A third of the requests come to harm, the same ones in each run. */
  function harm(seed: number): typeof decide {
    let state = seed
    return () => {
      state = (state * 1103515245 + 12345) % 2 ** 31
      return state % 3 === 0 ? (fates[Math.floor(state / 3) % fates.length] as Fate) : 'forward'
    }
  }

  it('converges in the end, reports each account that failed, and asks no more often than it must', async () => {
    const users: UserPlan[] = Array.from({ length: 20 }, (_, index) => ({
      username: `line${index}`,
      password: { env: `P${index}` },
      ...(index % 5 === 0 ? { admin: true } : {}),
      ...(kind === 'synapse' && index % 4 === 0 ? { emails: [`line${index}@example.org`] } : {}),
    }))
    const passwords = Object.fromEntries(users.map((_, index) => [`P${index}`, `password-${index}-of-the-line`]))
    const cwd = workspace(flaky, users)
    decide = harm(11)
    const run = (...words: string[]) => registrar(words, { cwd, env: { ...env, ...passwords } })
    let times = 0
    for (let exitCode = 3; exitCode !== 0; times++) {
      expect(times).toBeLessThan(8)
      requests = 0
      const ended = await run('apply', '--yes', '--json')
      exitCode = ended.exitCode ?? -1
      expect([0, 3]).toContain(exitCode)
      expect(requests).toBeLessThan(300)
      const { results = [] } = JSON.parse(ended.stdout) as {
        /** Without them: not even the accounts could be listed. */
        results?: { username: string; operation: string; outcome: string; message: string }[]
      }
      for (const { username, operation, outcome, message } of results) {
        if (outcome === 'failed') expect(message).not.toBe('')
        if (outcome === 'done' && operation === 'register-user')
          expect([username, await statusOf(username, passwords[`P${username.slice(4)}`] ?? '')]).toEqual([
            username,
            200,
          ])
      }
    }
    decide = () => 'forward'
    expect(await run('plan')).toMatchObject({ exitCode: 0, stdout: '' })
    for (const [index, { username }] of users.entries())
      expect([username, await statusOf(username, passwords[`P${index}`] ?? '')]).toEqual([username, 200])
    const { users: all } = JSON.parse((await run('list-users', '--json')).stdout) as { users: UserRecord[] }
    expect(
      all
        .filter(({ admin }) => admin)
        .map(({ username }) => username)
        .sort(),
    ).toEqual(['boss', 'line0', 'line10', 'line15', 'line5'])
  })

  it('knows the account that it made, though the answer got lost', async () => {
    let lost = 0
    decide = (method, path) =>
      method === 'POST' && path === '/_synapse/admin/v1/register' && lost++ === 0 ? 'drop answer' : 'forward'
    const { exitCode, stdout } = await registrar(['register-user', 'echo', '--generate-password'], {
      cwd: workspace(flaky),
      env,
    })
    const [, made = ''] = /Password of @echo:example\.org: (\S{24})/.exec(stdout) ?? []
    expect([exitCode, lost, await statusOf('echo', made)]).toEqual([0, 2, 200])
    lost = 0
    const again = await registrar(['register-user', 'echo'], {
      cwd: workspace(flaky),
      env: { ...env, MATRIX_PASSWORD: 'another-password' },
    })
    expect(again.stdout).toContain('@echo:example.org already exists')
    expect(await statusOf('echo', 'another-password')).toBe(403)
  })

  it('registers those whose answer does not come in time after all', async () => {
    let hung = 0
    decide = (method, path) =>
      method === 'POST' && path === '/_synapse/admin/v1/register' && hung++ === 0 ? 'hang' : 'forward'
    const users = ['slow0', 'slow1', 'slow2'].map((username): UserPlan => ({ username, password: { env: 'P' } }))
    const cwd = workspace(flaky, users)
    const secret = { ...env, P: 'the password of the slow' }
    const { exitCode, stdout } = await registrar(['apply', '--yes'], { cwd, env: secret })
    expect([exitCode, stdout.match(/^Created @/gm)?.length, hung]).toEqual([0, 3, 4])
    for (const { username } of users) expect(await statusOf(username, secret.P)).toBe(200)
  })

  const onSynapse: [string, string[]][] = [
    ['set-password', ['amy']],
    ['promote-admin', ['amy']],
    ['demote-admin', ['amy']],
    ['add-email', ['amy', 'amy@example.org']],
    ['set-display-name', ['amy', 'Amy']],
    ['lock-user', ['amy']],
    ['unlock-user', ['amy']],
    ['logout-user', ['boss']],
    ['create-registration-token', ['--token', 'welcome']],
    ['update-registration-token', ['welcome', '--uses', '3']],
    ['revoke-registration-token', ['welcome']],
    ['deactivate-user', ['amy', '--yes']],
    ['reactivate-user', ['amy']],
  ]
  const changes = kind === 'synapse' ? onSynapse : onSynapse.slice(0, 1)

  it('says that a change was made though its answer got lost', async () => {
    const cwd = workspace(flaky)
    const run = async (...words: string[]) => {
      const secret = { ...env, MATRIX_PASSWORD: 'the password of amy' }
      const { stdout } = await registrar([...words, '--json'], { cwd, env: secret })
      const { outcome, class: failure } = JSON.parse(stdout) as { outcome: string; class?: string }
      return failure ?? outcome
    }
    decide = () => 'forward'
    await run('register-user', 'amy')
    const reported: [string, string][] = []
    for (const [operation, words] of changes) {
      let lost = 0
      decide = (method, path) =>
        method === 'GET' || /\/(login|logout)$/.test(path) || lost++ > 0 ? 'forward' : 'drop answer'
      reported.push([operation, await run(operation, ...words)])
    }
    const expected: Record<string, string> = {
      'create-registration-token': 'created',
      'logout-user': 'unchanged_but_acting',
    }
    expect(reported).toEqual(changes.map(([operation]) => [operation, expected[operation] ?? 'changed']))
  })
})
