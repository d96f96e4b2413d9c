import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { oldestAnsible, usualAnsible } from '../support/ansible-versions.ts'
import { filesWith, keptIn } from '../support/ansible-logs.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

ownLock()

/** One that Jinja, YAML, a shell and an old Ansible's reading of results would all like to change. */
const odd = `{{ 7*7 }} $HOME "q" ' \`id\` \\n é [1]`

/** What differs between Ansibles is done before the homeserver is known, and the other way round. */
const pairs = [
  ['synapse', oldestAnsible],
  ['dendrite', usualAnsible],
] as const

describe.each(pairs)('ensure-users on a real %s, with ansible-core %s', (kind, ansible) => {
  let server: Homeserver
  let plan: HostPlan
  const roots: string[] = []
  const env: Record<string, string> = { ALICE: odd, BEN: 'the password of ben' }

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    plan = localPlan(kind, server, synapse?.python)
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    for (const words of [['boss', '--admin'], ['stranger']])
      await registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
    env['ADMIN_TOKEN'] = (await login(server.url, 'boss', 'secret-password')).accessToken ?? ''
    plan = { ...plan, access: { token: { env: 'ADMIN_TOKEN' } } }
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
    for (const root of roots) rmSync(root, { recursive: true })
  })

  const workspace = (users: UserPlan[], files: Record<string, string> = {}) => {
    const root = makeWorkspace([{ ...plan, users }])
    roots.push(root)
    makeDirectory(files)
    return root
  }
  const just = (root: string, ...words: string[]) => runJust(root, words, { ansible, env })
  const statusOf = async (username: string, password: string) => (await login(server.url, username, password)).status
  const users = async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    const { users: all } = JSON.parse((await registrar(['list-users', '--json'], { cwd, env })).stdout) as {
      users: UserRecord[]
    }
    return new Map(all.map((user) => [user.username, user]))
  }

  it('creates what is declared, each with its own password, and then has nothing to do', async () => {
    const from = makeDirectory({ ben: 'the password of ben\n' })
    const root = workspace([
      { username: 'alice', admin: true, password: { env: 'ALICE' } },
      { username: '@ben:example.org', password: { file: join(from, 'ben') } },
      { username: 'carol', password: { command: ['printf', '%s\n', odd] } },
      { username: 'dave', generate: { file: 'passwords/dave' } },
      { username: 'erin', generate: { shown: true } },
      { username: 'boss', admin: true },
    ])
    const reported = await just(root, 'plan-users')
    for (const line of [
      '+ @alice:example.org  create, as a server admin',
      '+ @ben:example.org  create',
      '+ @erin:example.org  create',
    ])
      expect(reported.output).toContain(line)
    expect([reported.exitCode, reported.changed]).toEqual([0, 1])
    expect((await users()).size).toBe(2)
    expect(existsSync(join(root, 'passwords/dave'))).toBe(false)

    const made = await just(root, 'ensure-users')
    expect([made.exitCode, made.changed]).toEqual([0, 1])
    expect(made.output).not.toContain(odd)
    expect(made.output).toContain(`The password of @erin:example.org is in ${root}/passwords/example.org/erin.txt,`)
    const handedOut = readFileSync(join(root, 'passwords/example.org/erin.txt'), 'utf8').trim()
    expect(statSync(join(root, 'passwords/dave')).mode & 0o777).toBe(0o600)
    const kept = readFileSync(join(root, 'passwords/dave'), 'utf8').trim()
    for (const [username, password] of [
      ['alice', odd],
      ['ben', 'the password of ben'],
      ['carol', odd],
      ['dave', kept],
      ['erin', handedOut],
    ] as const) {
      expect([username, await statusOf(username, password)]).toEqual([username, 200])
    }
    expect((await users()).get('alice')?.admin).toBe(true)
    const again = await just(root, 'ensure-users')
    expect(again.output).toContain('6 accounts declared: no changes.')
    expect([again.exitCode, again.changed]).toEqual([0, 0])
  })

  it('does the same under the name that the playbook has for it, and shows and logs no password', async () => {
    const logs = makeDirectory()
    const root = workspace([
      { username: 'playbook', password: { env: 'ALICE' } },
      { username: 'playbook-made', generate: { shown: true, words: 4, language: 'fr' } },
      { username: 'playbook-kept', generate: { file: 'kept/it' } },
    ])
    const { exitCode, output } = await runAnsible(
      root,
      [
        '-i',
        'inventory/hosts',
        'setup.yml',
        `--tags=${kind === 'synapse' ? 'ensure-users-created' : 'ensure-matrix-users-created'}`,
      ],
      { ansible, env: { ...env, ...keptIn(logs) } },
    )
    expect(exitCode).toBe(0)
    expect(output).not.toContain(odd)
    expect(await statusOf('playbook', odd)).toBe(200)
    for (const [username, path] of [
      ['playbook-made', 'passwords/example.org/playbook-made.txt'],
      ['playbook-kept', 'kept/it'],
    ] as const) {
      const file = join(root, path)
      const made = readFileSync(file, 'utf8').trim()
      expect(made).toMatch(username === 'playbook-made' ? /^[a-z]+(-[a-z]+){3}$/ : /^\w{24}$/)
      expect([await statusOf(username, made), statSync(file).mode & 0o777]).toEqual([200, 0o600])
      expect([output.includes(made), filesWith(made, root, logs)]).toEqual([false, [file]])
      expect(readFileSync(join(dirname(file), '.gitignore'), 'utf8')).toBe('*\n')
    }
  })

  it('takes a list that was written by hand, and says which file of a password is not there', async () => {
    const root = workspace([])
    const run = (accounts: object[]) =>
      runAnsible(
        root,
        [
          '-i',
          'inventory/hosts',
          'setup.yml',
          '--tags=ensure-users',
          '-e',
          JSON.stringify({ matrix_users_accounts: accounts }),
        ],
        { ansible, env },
      )
    const accounts = [
      { username: 'by-hand', password_env: 'ALICE', admin: true },
      { username: 'stranger', admin: false },
    ]
    expect(await run(accounts)).toMatchObject({ exitCode: 0, changed: 1 })
    expect(await run(accounts)).toMatchObject({ exitCode: 0, changed: 0 })
    expect(await statusOf('by-hand', odd)).toBe(200)
    const short = await run([{ username: 'short', generate_shown: true, generate_words: 3 }])
    expect(short.output).toContain('A password cannot be made of 3 words.')
    expect(short.exitCode).toBe(2)
    const lacking = await run([{ username: 'stranger', password_file: 'not/there', password_updates: 'always' }])
    expect(lacking).toMatchObject({ exitCode: 2, output: expect.stringContaining('not/there') as string })
  })

  it('changes rights and passwords that are to be kept, and says what it did', async () => {
    const first = workspace([
      { username: 'frank', password: { env: 'BEN' } },
      { username: 'gwen', admin: true, password: { env: 'BEN' } },
    ])
    expect((await just(first, 'ensure-users')).exitCode).toBe(0)
    const root = workspace([
      { username: 'frank', admin: true, password: { env: 'ALICE' }, enforcesPassword: true },
      { username: 'gwen', admin: false, password: { env: 'BEN' }, enforcesPassword: true },
    ])
    const { exitCode, output, changed } = await just(root, 'ensure-users')
    for (const line of [
      '~ @frank:example.org  password: another -> as declared',
      '~ @frank:example.org  admin: no -> yes',
      '~ @gwen:example.org  admin: yes -> no',
    ])
      expect(output).toContain(line)
    expect(output).not.toContain('@gwen:example.org  password')
    expect([exitCode, changed]).toEqual([0, 1])
    expect(await statusOf('frank', odd)).toBe(200)
    expect((await just(root, 'plan-users')).changed).toBe(0)
  })

  it('does the rest when an account cannot be had, and fails with the reason of each', async () => {
    const root = workspace([
      { username: 'boss', admin: false },
      { username: 'nobody', admin: true },
      { username: 'heidi', password: { env: 'NOT_SET' } },
      { username: 'blank', password: { command: ['printf', ' \\t\\n'] } },
      { username: 'ivan', password: { env: 'BEN' } },
      ...(kind === 'dendrite' ? [{ username: 'stranger', state: 'locked' as const }] : []),
    ])
    const { exitCode, output } = await just(root, 'ensure-users')
    expect(output).toContain('+ @ivan:example.org  create')
    if (kind === 'dendrite')
      expect(output).toContain(
        '@stranger:example.org: lock-user: Dendrite cannot do that: it cannot lock or suspend accounts. To keep a person out, set a new password',
      )
    expect(output).toContain(
      '@boss:example.org: demote-admin: This is the admin account that registrar itself uses; it was left unchanged',
    )
    expect(output).toContain('@nobody:example.org: There is no such account, and no password to create it with.')
    expect(output).toContain(
      '@heidi:example.org: register-user: Its password comes from the environment variable NOT_SET',
    )
    expect(output).toContain('@blank:example.org: register-user: Its password comes from the output of printf')
    expect(exitCode).toBe(2)
    expect(await statusOf('ivan', 'the password of ben')).toBe(200)
    expect((await users()).get('boss')?.admin).toBe(true)
  })

  if (kind === 'synapse') {
    it('locks, lets in, closes and brings back, and adds addresses', async () => {
      const names = ['lock', 'close', 'mail']
      const first = workspace(names.map((username) => ({ username, password: { env: 'BEN' } })))
      expect((await just(first, 'ensure-users')).exitCode).toBe(0)
      const states = (lock: UserPlan['state'], close: UserPlan['state']) =>
        workspace([
          { username: 'lock', ...(lock ? { state: lock } : {}) },
          { username: 'close', password: { env: 'ALICE' }, ...(close ? { state: close } : {}) },
          { username: 'mail', emails: ['Mail@example.org'] },
        ])
      const away = await just(states('locked', 'deactivated'), 'ensure-users')
      for (const line of [
        '~ @mail:example.org  emails: + Mail@example.org',
        '- @lock:example.org  state: present -> locked',
        '- @close:example.org  deactivate',
      ])
        expect(away.output).toContain(line)
      expect((await users()).get('close')?.deactivated).toBe(true)
      const back = await just(states('present', 'present'), 'ensure-users')
      expect(back.exitCode).toBe(0)
      expect(await statusOf('close', odd)).toBe(200)
      expect(await statusOf('lock', 'the password of ben')).toBe(200)
      expect((await just(states('present', 'present'), 'ensure-users')).changed).toBe(0)
    })
  }
})
