import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { withBridge } from '../support/bridge.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

ownLock()

const odd = 'NAME {{ 7*7 }} "É" %s'

describe('what a host file can say of accounts, on a real Synapse', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-bridge-'))
  const roots: string[] = [state]
  const env: Record<string, string> = { PASSWORD: 'secret-password' }
  let server: Synapse
  let plan: HostPlan

  beforeAll(async () => {
    server = await startSynapse({ extra: withBridge() })
    plan = localPlan('synapse', server, server.python)
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    for (const words of [['boss', '--admin'], ['stranger'], ['forgotten']])
      await registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
    await post('/_matrix/client/v3/register', 'as', {
      type: 'm.login.application_service',
      username: 'telegram_1',
      inhibit_login: true,
    }) // as a bridge does for somebody elsewhere
    env['ADMIN_TOKEN'] = (await login(server.url, 'boss', 'secret-password')).accessToken ?? ''
    plan = { ...plan, access: { token: { env: 'ADMIN_TOKEN' } } }
  })

  afterAll(async () => {
    await server?.stop()
    for (const root of roots) rmSync(root, { recursive: true })
    removeDirectories()
  })

  async function post(path: string, token: string, body: object) {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([path, answer.status]).toEqual([path, 200])
  }

  const run = (cwd: string, ...words: string[]) => registrar(words, { cwd, env })
  const workspace = (users: UserPlan[], more: Partial<HostPlan> = {}) =>
    makeDirectory({ 'registrar.yml': hostFile({ ...plan, ...more, users }) })
  const rendered = (users: UserPlan[], more: Partial<HostPlan> = {}) => {
    const root = makeWorkspace([{ ...plan, ...more, users }])
    roots.push(root)
    return root
  }
  const statusOf = async (username: string, password: string) => (await login(server.url, username, password)).status
  const users = async () => {
    const { users: all } = JSON.parse((await run(workspace([]), 'list-users', '--json')).stdout) as {
      users: UserRecord[]
    }
    return new Map(all.map((user) => [user.username, user]))
  }

  const surfaces = {
    'registrar apply': async (accounts: UserPlan[]) => {
      const cwd = workspace(accounts)
      const { exitCode, stdout, stderr } = await run(cwd, 'apply', '--yes')
      expect([exitCode, stderr]).toEqual([0, expect.any(String)])
      expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
      return stderr + stdout
    },
    'ensure-users': async (accounts: UserPlan[]) => {
      const root = rendered(accounts)
      const { exitCode, output } = await runJust(root, ['ensure-users'], { env })
      expect([exitCode, output]).toEqual([0, expect.any(String)])
      expect(await runJust(root, ['plan-users'], { env })).toMatchObject({ exitCode: 0, changed: 0 })
      return output
    },
  }

  it.each(Object.entries(surfaces))('%s gives names and kinds, and changes them', async (name, converge) => {
    const [ann, bot] = [`ann-${name.split(' ').at(-1)}`, `bot-${name.split(' ').at(-1)}`]
    const password = { env: 'PASSWORD' }
    await converge([
      { username: ann, displayName: odd, password },
      { username: bot, kind: 'bot', displayName: 'Weather', password },
    ])
    let all = await users()
    expect([all.get(ann), all.get(bot)]).toMatchObject([
      { display_name: odd, kind: '' },
      { display_name: 'Weather', kind: 'bot' },
    ])
    const reported = await converge([
      { username: ann, displayName: 'Ann', kind: 'support' },
      { username: bot, kind: 'user' },
    ])
    for (const line of [`~ @${ann}:example.org  kind: user -> support`, `~ @${bot}:example.org  kind: bot -> user`])
      expect(reported).toContain(line)
    expect(reported).toMatch(new RegExp(`~ @${ann}:example.org  display name: NAME .* -> Ann`))
    all = await users()
    expect([all.get(ann), all.get(bot)]).toMatchObject([
      { display_name: 'Ann', kind: 'support' },
      { display_name: 'Weather', kind: '' },
    ])
  })

  it("reports the accounts that nobody named, and locks them only with that setting; never a bridge's, the server's, or its own", async () => {
    const named: UserPlan[] = [
      { username: 'stranger' },
      ...[...(await users()).keys()].filter((name) => /^(ann|bot)-/.test(name)).map((username) => ({ username })),
    ]
    const cwd = workspace(named, { isExhaustive: true })
    const { exitCode, stdout, stderr } = await run(cwd, 'plan')
    expect([exitCode, stdout]).toEqual([0, '? @forgotten:example.org  not declared\n'])
    expect(stderr).toBe(`${named.length} accounts declared: no changes. Not declared: 1; --lock-unnamed locks them.\n`)
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect((await users()).get('forgotten')?.locked).toBe(false)

    const root = rendered(named, { isExhaustive: true })
    const reported = await runJust(root, ['ensure-users'], { env })
    expect(reported).toMatchObject({
      exitCode: 0,
      changed: 0,
      output: expect.stringContaining('? @forgotten:example.org  not declared'),
    })

    const locking = await run(cwd, 'plan', '--lock-unnamed', '--out', 'plan.json')
    expect(locking).toMatchObject({
      exitCode: 1,
      stdout: '- @forgotten:example.org  state: present -> locked (not declared)\n',
    })
    expect(await run(cwd, 'apply', 'plan.json', '--yes')).toMatchObject({ exitCode: 0 })
    const all = await users()
    expect([...all.values()].filter(({ locked }) => locked).map(({ username }) => username)).toEqual(['forgotten'])
    expect([...all.keys()]).toEqual(expect.arrayContaining(['telegram_1']))

    await run(cwd, 'unlock-user', 'forgotten')
    const made = await runAnsible(
      root,
      ['-i', 'inventory/hosts', 'setup.yml', '--tags=ensure-users', '-e', 'matrix_users_lock_unnamed=yes'],
      { env },
    )
    expect(made).toMatchObject({
      exitCode: 0,
      changed: 1,
      output: expect.stringContaining('- @forgotten:example.org  state: present -> locked (not declared)'),
    })
    expect([...(await users()).values()].filter(({ locked }) => locked).map(({ username }) => username)).toEqual([
      'forgotten',
    ])

    expect(await run(workspace(named), 'apply', '--yes', '--lock-unnamed')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--lock-unnamed needs users_policy: exhaustive'),
    })
    await run(cwd, 'unlock-user', 'forgotten')
  })

  it('leaves the accounts of bridges and of the server out where people are meant', async () => {
    const cwd = workspace([])
    const people = JSON.parse((await run(cwd, 'list-users', '--people', '--json')).stdout) as { users: UserRecord[] }
    const names = people.users.map(({ username }) => username)
    expect(names).toEqual(expect.arrayContaining(['boss', 'stranger', 'forgotten']))
    expect(names.filter((name) => ['telegram_1', 'bridgebot'].includes(name))).toEqual([])
    expect((await run(makeDirectory({ 'registrar.yml': hostFile(plan) }), 'import-users')).stdout).not.toMatch(
      /telegram_1|bridgebot/,
    )
  })

  it('takes accounts from files of their own, and says in which of them a mistake is', async () => {
    const cwd = makeDirectory({
      'registrar.yml': `${hostFile(plan)}users: [{ username: head, password: { env: PASSWORD } }]\nusers_files: [people/pupils.yml, people/teachers.yml]\n`,
      'people/pupils.yml': 'users:\n  - { username: pupil-1, generate: { file: passwords/pupil-1 } }\n',
      'people/teachers.yml': 'users:\n  - username: teacher-1\n    admin: yes\n    password: { env: PASSWORD }\n',
    })
    expect(await run(cwd, 'validate')).toMatchObject({ exitCode: 0 })
    expect((await run(cwd, 'plan')).stdout).toBe(
      '+ @head:example.org  create\n+ @pupil-1:example.org  create\n+ @teacher-1:example.org  create, as a server admin\n',
    )
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await statusOf('pupil-1', readFileSync(join(cwd, 'passwords/pupil-1'), 'utf8').trim())).toBe(200)
    expect(await run(cwd, 'generate')).toMatchObject({ exitCode: 0 })
    expect(await runJust(cwd, ['plan-users'], { env })).toMatchObject({ exitCode: 0, changed: 0 })

    writeFileSync(
      join(cwd, 'people/teachers.yml'),
      'users:\n  - username: pupil-1\n    rights: all\n  - username: head\n',
    )
    const unknown = await run(cwd, 'validate')
    expect(unknown).toMatchObject({
      exitCode: 2,
      stdout: expect.stringMatching(/people\/teachers.yml:3:5 .*"rights" is not a key of users.0/),
    })
    writeFileSync(join(cwd, 'people/teachers.yml'), 'users:\n  - username: pupil-1\n  - username: head\n')
    const { stdout } = await run(cwd, 'validate')
    expect(stdout).toMatch(
      /people\/teachers.yml:2:15 .*pupil-1 is a duplicate; the first one is in people\/pupils.yml, line 2/,
    )
    expect(stdout).toMatch(/people\/teachers.yml:3:15 .*head is a duplicate; the first one is in registrar.yml, line/)
    rmSync(join(cwd, 'people/teachers.yml'))
    expect(await run(cwd, 'plan')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('The file people/teachers.yml, which this line names, was not found.'),
    })
  })

  it.each(Object.entries(surfaces))(
    '%s hands a password to the program that keeps it, before the account is there',
    async (name, converge) => {
      const username = `kept-${name.split(' ').at(-1)}`
      const store = join(state, `${username} {x}`)
      await converge([{ username, generate: { command: ['sh', '-c', 'cat > "$0"', store] } }])
      const kept = readFileSync(store, 'utf8')
      expect(kept).toMatch(/^[A-Za-z0-9]{24}\n$/)
      expect(await statusOf(username, kept.trim())).toBe(200)
    },
  )

  it('makes no account whose password could not be kept', async () => {
    const given = join(state, 'given')
    const accounts: UserPlan[] = [
      { username: 'lost', generate: { command: ['sh', '-c', 'cat >> "$0"; exit 7', given] } },
    ]
    const reported = await run(workspace(accounts), 'apply', '--yes')
    expect(reported).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('The command that keeps the password, sh, failed with 7.'),
    })
    const made = await runJust(rendered(accounts), ['ensure-users'], { env })
    expect(made.output).toContain('The program that keeps the password of @lost:example.org, sh, failed with 7.')
    expect(made.exitCode).toBe(2)
    const passwords = readFileSync(given, 'utf8').trim().split('\n')
    expect(passwords).toHaveLength(2)
    expect(
      passwords.filter((password) => `${reported.stdout}${reported.stderr}${made.output}`.includes(password)),
    ).toEqual([])
    const absent = await runJust(
      rendered([{ username: 'lost', generate: { command: ['/no/such/program'] } }]),
      ['ensure-users'],
      { env },
    )
    expect(absent.output).toContain(
      'The program that keeps the password of @lost:example.org, /no/such/program, failed',
    )
    expect((await users()).has('lost')).toBe(false)
    expect(existsSync(join(state, 'lost'))).toBe(false)
  })
})
