import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { entry } from '../support/cli.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()

const secret = { MARY: 'the password of mary {{ x }}', BOSS: 'secret-password' }

describe.each(['synapse', 'dendrite'] as const)('accounts as code on a real %s', (kind) => {
  let server: Homeserver
  let plan: HostPlan
  let env: Record<string, string>

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    plan = localPlan(kind, server, synapse?.python)
    const cwd = workspace([])
    for (const words of [['boss', '--admin'], ['stranger']])
      await registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: secret.BOSS } })
    env = { ...secret, ADMIN_TOKEN: (await login(server.url, 'boss', secret.BOSS)).accessToken ?? '' }
    plan = { ...plan, access: { token: { env: 'ADMIN_TOKEN' } } }
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
  })

  const workspace = (users: UserPlan[]) => makeDirectory({ 'registrar.yml': hostFile({ ...plan, users }) })
  const change = (cwd: string, users: UserPlan[]) =>
    writeFileSync(join(cwd, 'registrar.yml'), hostFile({ ...plan, users }))
  const run = (cwd: string, ...words: string[]) => registrar(words, { cwd, env })
  const usersOf = async (cwd: string) =>
    (JSON.parse((await run(cwd, 'list-users', '--json')).stdout) as { users: UserRecord[] }).users
  const statusOf = async (username: string, password: string) => (await login(server.url, username, password)).status

  const start = (cwd: string) =>
    execa(process.execPath, [entry, 'apply', '--yes'], {
      cwd,
      env: { ...env, NODE_OPTIONS: '' },
      reject: false,
      stdin: 'ignore',
    })

  /** So many milliseconds after it knew what to do. */
  async function kill(child: ReturnType<typeof start>, wait: number, signal: NodeJS.Signals = 'SIGKILL') {
    child.stderr.on(
      'data',
      (text: Buffer) => text.toString().includes('accounts declared') && setTimeout(() => child.kill(signal), wait),
    )
    return child
  }

  it('creates what is declared, and then has nothing to do', async () => {
    const cwd = workspace([
      { username: 'john', admin: true, generate: { file: 'passwords/john' } },
      { username: '@mary:example.org', password: { env: 'MARY' } },
      { username: 'guest', generate: { shown: true, words: 4 } },
      { username: 'boss', admin: true },
    ])
    const planned = await run(cwd, 'plan')
    expect(planned).toMatchObject({
      exitCode: 1,
      stdout:
        '+ @john:example.org  create, as a server admin\n+ @mary:example.org  create\n+ @guest:example.org  create\n',
    })
    expect(planned.stderr).toBe('4 accounts declared: 3 to create.\nNext: registrar apply\n')
    const unconfirmed = await run(cwd, 'apply')
    expect(unconfirmed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is no terminal') })
    const applied = await run(cwd, 'apply', '--yes')
    expect(applied).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Changes: 3 done.') })
    expect(statSync(join(cwd, 'passwords/john')).mode & 0o777).toBe(0o600)
    expect(await statusOf('john', readFileSync(join(cwd, 'passwords/john'), 'utf8').trim())).toBe(200)
    expect(await statusOf('mary', secret.MARY)).toBe(200)
    expect(await statusOf('guest', /Password of @guest:example.org: (\S+)/.exec(applied.stdout)?.[1] ?? '')).toBe(200)
    expect(await run(cwd, 'plan')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '4 accounts declared: no changes.\n',
    })
  })

  it('changes only what is declared, and leaves everything else alone', async () => {
    const unseen = (users: UserRecord[]) => users.map((user) => ({ ...user, last_seen: null })) // noted now and then
    const before = unseen(await usersOf(workspace([])))
    const cwd = workspace([
      { username: 'john', admin: false },
      { username: 'mary', admin: true },
      { username: 'guest' },
    ])
    expect((await run(cwd, 'plan')).stdout).toBe(
      '~ @mary:example.org  admin: no -> yes\n~ @john:example.org  admin: yes -> no\n',
    )
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(unseen(await usersOf(cwd))).toEqual(
      before.map((user) => ({
        ...user,
        admin: user.username === 'john' ? false : user.admin || user.username === 'mary',
      })),
    )
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
  })

  it('never takes the rights of the admin by whom it acts, and does the rest', async () => {
    const cwd = workspace([
      { username: 'boss', admin: false },
      { username: 'mary', admin: false },
    ])
    const applied = await run(cwd, 'apply', '--yes')
    expect(applied).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('@boss:example.org: This is the admin account that registrar itself uses'),
    })
    const users = await usersOf(cwd)
    expect(users.filter(({ admin }) => admin).map(({ username }) => username)).toEqual(['boss'])
  })

  it('says which account cannot be had, and does the others', async () => {
    const cwd = workspace([
      { username: 'nopassword' },
      { username: 'unset', password: { env: 'NOT_SET' } },
      { username: 'Upper', password: { env: 'MARY' } },
      { username: 'good', password: { env: 'MARY' } },
    ])
    const applied = await run(cwd, 'apply', '--yes', '--json')
    expect(applied.exitCode).toBe(3)
    expect(applied.stderr).toMatch(/@nopassword:example.org: There is no such account, and no password/)
    expect(applied.stderr).toMatch(/@Upper:example.org: .*Upper/)
    const { results } = JSON.parse(applied.stdout) as { results: { username: string; outcome: string }[] }
    expect(Object.fromEntries(results.map(({ username, outcome }) => [username, outcome]))).toEqual({
      good: 'done',
      unset: 'failed',
    })
  })

  it('writes the sheet of passwords that were made, which only its owner can read, and never over another one', async () => {
    const cwd = workspace([
      { username: 'pupil1', generate: { file: 'passwords/pupil1' } },
      { username: 'pupil2', generate: { shown: true } },
      { username: 'teacher', password: { env: 'MARY' } },
    ])
    const { exitCode, stderr } = await run(cwd, 'apply', '--yes', '--sheet', 'sheet.csv')
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('Wrote 2 passwords to sheet.csv, which only you can read'),
    })
    expect(statSync(join(cwd, 'sheet.csv')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toMatch(/^\/sheet\.csv$/m)
    const [header, ...rows] = readFileSync(join(cwd, 'sheet.csv'), 'utf8').trimEnd().split('\r\n')
    expect(header).toBe('username,user_id,password,log_in_at,display_name')
    const cells = rows.map((row) => row.split(','))
    expect(cells.map(([username, userId]) => [username, userId])).toEqual([
      ['pupil1', '@pupil1:example.org'],
      ['pupil2', '@pupil2:example.org'],
    ])
    for (const [username = '', , password = ''] of cells) expect(await statusOf(username, password)).toBe(200)
    expect(await run(cwd, 'apply', '--yes', '--sheet', 'sheet.csv')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('sheet.csv already exists; nothing was done.'),
    })
  })

  it('leaves whoever does a plan their rights, though another one made it', async () => {
    const password = { MATRIX_PASSWORD: secret.BOSS }
    const cwd = workspace([{ username: 'boss', admin: false }])
    await registrar(['register-user', 'deputy', '--admin'], { cwd, env: { ...env, ...password } })
    const deputy = { ...env, ADMIN_TOKEN: (await login(server.url, 'deputy', secret.BOSS)).accessToken ?? '' }
    expect(await registrar(['plan', '--out', 'plan.json'], { cwd, env: deputy })).toMatchObject({
      exitCode: 1,
      stdout: '~ @boss:example.org  admin: yes -> no\n',
    })
    expect(await run(cwd, 'apply', 'plan.json', '--yes')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(
        '@boss:example.org: This is the admin account that registrar itself uses; it was left unchanged',
      ),
    })
    expect((await usersOf(cwd)).find(({ username }) => username === 'boss')?.admin).toBe(true)
  })

  it('refuses a plan from which the server has moved away, and one that was done', async () => {
    const cwd = workspace([{ username: 'mary', admin: true }])
    expect((await run(cwd, 'plan', '--out', 'plan.json')).exitCode).toBe(1)
    expect(readFileSync(join(cwd, 'plan.json'), 'utf8')).not.toContain(secret.MARY)
    await run(cwd, 'register-user', 'another', '--generate-password')
    expect(await run(cwd, 'apply', 'plan.json', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await run(cwd, 'apply', 'plan.json', '--yes')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no longer as they were'),
    })
    await run(cwd, 'demote-admin', 'mary')
    writeFileSync(join(cwd, 'plan.json'), '{"version":1}')
    expect(await run(cwd, 'apply', 'plan.json', '--yes')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is not a plan'),
    })
  })

  it('lets one at a time change the accounts', async () => {
    const users = Array.from({ length: kind === 'synapse' ? 150 : 30 }, (_, index) => ({
      username: `once${index}`,
      password: { env: 'MARY' },
    }))
    const cwd = workspace(users)
    const first = start(cwd)
    await stopOnce(first)
    const second = await run(cwd, 'apply', '--yes')
    first.kill('SIGCONT')
    expect(second).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('Another registrar is changing accounts'),
    })
    expect(await first).toMatchObject({ exitCode: 0 })
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0 })
  })

  /** Stopped, with the lock in its hand: as soon as it knew what to do. */
  const stopOnce = (child: ReturnType<typeof start>) =>
    new Promise<void>((stopped) =>
      child.stderr.on(
        'data',
        (text: Buffer) => text.toString().includes('accounts declared') && child.kill('SIGSTOP') && stopped(),
      ),
    )

  it('is right after it was killed in the middle and run again', async () => {
    const names = Array.from({ length: kind === 'synapse' ? 60 : 20 }, (_, index) => `killed${index}`)
    const cwd = workspace(names.map((username) => ({ username, generate: { file: `passwords/${username}` } })))
    for (const wait of [0, 40, 120, 300]) await kill(start(cwd), wait)
    const last = await run(cwd, 'apply', '--yes')
    expect(last).toMatchObject({ exitCode: 0 })
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
    const passwords = names.map((name) => readFileSync(join(cwd, 'passwords', name), 'utf8').trim())
    expect(new Set(passwords).size).toBe(names.length)
    for (const [index, name] of names.entries())
      expect([name, await statusOf(name, passwords[index] ?? '')]).toEqual([name, 200])
  })

  if (kind === 'synapse') {
    it('locks, unlocks, deactivates, brings back, and adds addresses', async () => {
      const cwd = workspace([
        { username: 'eve', password: { env: 'MARY' }, emails: ['Eve@example.org', 'eve@example.com'], state: 'locked' },
        { username: 'mary', state: 'deactivated' },
      ])
      expect((await run(cwd, 'plan')).stdout).toBe(
        '+ @eve:example.org  create\n~ @eve:example.org  emails: + Eve@example.org\n~ @eve:example.org  emails: + eve@example.com\n- @eve:example.org  state: present -> locked\n- @mary:example.org  deactivate: its password, sessions and rooms are lost\n',
      )
      expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
      expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
      expect(await login(server.url, 'eve', secret.MARY)).toMatchObject({ errcode: 'M_USER_LOCKED' })
      change(cwd, [
        { username: 'eve', state: 'present' },
        { username: 'mary', state: 'present', password: { env: 'MARY' }, admin: true },
      ])
      expect((await run(cwd, 'plan')).stdout).toMatch(
        /^~ @mary:example.org {2}state: deactivated -> present\n~ @eve:example.org {2}state: locked -> present\n~ @mary:example.org {2}password: another -> as declared\n/,
      )
      expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
      expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
      expect(await statusOf('eve', secret.MARY)).toBe(200)
      expect(await statusOf('mary', secret.MARY)).toBe(200)
    })
  }

  it('gives the declared password to who has another one, and only then', async () => {
    const cwd = workspace([
      { username: 'john', password: { env: 'MARY' }, enforcesPassword: true },
      { username: 'once0', password: { env: 'MARY' }, enforcesPassword: true },
      { username: 'guest', password: { env: 'MARY' } },
    ])
    expect(await run(cwd, 'plan')).toMatchObject({
      exitCode: 1,
      stdout: '~ @john:example.org  password: another -> as declared\n',
    })
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await statusOf('john', secret.MARY)).toBe(200)
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0, stdout: '' })
    expect((await registrar(['plan'], { cwd, env: { ...env, MARY: 'one more password' } })).stdout).toBe(
      '~ @john:example.org  password: another -> as declared\n~ @once0:example.org  password: another -> as declared\n',
    )
  })

  it('takes over what the server has: then there is nothing to do', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    if (kind === 'synapse')
      for (const words of [
        ['lock-user', 'guest'],
        ['deactivate-user', 'unset', '--yes'],
        ['register-user', 'gone', '--generate-password'],
        ['deactivate-user', 'gone', '--erase', '--confirm-erase', 'gone'],
        ['register-user', '1.yes=no', '--generate-password'],
      ])
        await run(cwd, ...words)
    const count = (await usersOf(cwd)).length
    const printed = await run(cwd, 'import-users')
    expect(printed).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^users:\n {2}- \{ /),
      stderr: `${count} accounts; --write adds them to registrar.yml.\n`,
    })
    expect(await run(cwd, 'import-users', '--write')).toMatchObject({ exitCode: 0 })
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(hostFile(plan) + printed.stdout)
    expect(await run(cwd, 'plan')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: `${count} accounts declared: no changes.\n`,
    })
    expect(await run(cwd, 'import-users')).toMatchObject({ exitCode: 0, stdout: 'users: []\n' })
    expect(await run(cwd, 'import-users', '--write')).toMatchObject({
      exitCode: 0,
      stderr: 'Nothing to add: registrar.yml has all of these accounts.\n',
    })
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(hostFile(plan) + printed.stdout)
  })

  if (kind === 'synapse') {
    it('ends what is under way at Ctrl-C, and says what was not begun', async () => {
      const cwd = workspace(
        Array.from({ length: 450 }, (_, index) => ({ username: `many${index}`, password: { env: 'MARY' } })),
      )
      const child = start(cwd)
      child.stdout.on('data', (text: Buffer) => text.includes('Created') && !child.killed && child.kill('SIGINT'))
      const { exitCode, stderr } = await child
      expect(exitCode).toBe(130)
      expect(stderr).toContain('Waiting up to 9 s for the changes that have begun; no others are started.')
      const [, done, left] = /Changes: (\d+) done, (\d+) not started\./.exec(stderr) ?? []
      expect([Number(done) > 0, Number(done) < 450, Number(done) + Number(left)]).toEqual([true, true, 450])
      expect((await run(cwd, 'plan')).stderr).toContain(`${left} to create`)
    })
  }
})
