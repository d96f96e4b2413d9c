import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'
import type { UserRecord } from '../../generator/run/result.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { sampled } from '../support/exhaustive.ts'
import { hostFile } from '../support/host-file.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

ownLock()

let synapse: Synapse
let host: string
const env: Record<string, string> = { MATRIX_PASSWORD: 'secret-password' }

beforeAll(async () => {
  synapse = await startSynapse()
  const plan = localPlan('synapse', synapse, synapse.python)
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  for (const words of [['boss', '--admin'], ['neighbour']]) await registrar(['register-user', ...words], { cwd, env })
  env['TOKEN'] = (await login(synapse.url, 'boss', 'secret-password')).accessToken ?? ''
  host = hostFile({ ...plan, access: { token: { env: 'TOKEN' } } })
})

afterAll(async () => {
  await synapse?.stop()
  removeDirectories()
})

const run = (cwd: string, ...words: string[]) => registrar(words, { cwd, env })

/** The accounts of the server, by username. */
async function accountsOf(by: typeof run, cwd: string): Promise<Map<string, UserRecord>> {
  const { stdout } = await by(cwd, 'list-users', '--json')
  const { users } = JSON.parse(stdout) as { users: UserRecord[] }
  return new Map(users.map(({ last_seen: _moment, ...user }) => [user.username, user]))
}

it('locks an account after its last day, and shows who ends soon', async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const user = (name: string, until: string) =>
    `  - { username: ${name}, until: ${until}, generate: { shown: true } }\n`
  const write = (cwd: string, ...users: string[]) =>
    writeFileSync(join(cwd, 'registrar.yml'), `${host}users:\n${users.join('')}`)
  const cwd = makeDirectory()
  write(cwd, user('intern', inDays(10)), user('guest', inDays(90)), user('gone', '2020-02-29'))
  const first = await run(cwd, 'apply', '--yes')
  expect(first.stderr).toContain(`? @intern:example.org  its last day is ${inDays(10)}\n`)
  expect([...(await accounts(cwd)).keys()].filter((name) => /intern|guest|gone/.test(name)).sort()).toEqual([
    'guest',
    'intern',
  ])
  write(cwd, user('intern', '2020-02-29'), user('guest', inDays(90)))
  expect((await run(cwd, 'plan')).stdout).toBe(
    '- @intern:example.org  state: present -> locked (its last day was 2020-02-29)\n',
  )
  await run(cwd, 'apply', '--yes')
  expect((await accounts(cwd)).get('intern')).toMatchObject({ locked: true })
  expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0 })
  write(cwd, user('intern', inDays(90)), user('guest', inDays(9)))
  expect((await run(cwd, 'plan')).stdout).toBe(
    `~ @intern:example.org  state: locked -> present\n? @guest:example.org  its last day is ${inDays(9)}\n`,
  )

  write(cwd, user('intern', inDays(9)), user('guest', '2020-02-29')) // with Ansible alone
  await run(cwd, 'generate')
  const { exitCode, output } = await runJust(cwd, ['ensure-users'], { env })
  expect([exitCode, output]).toEqual([
    0,
    expect.stringContaining(`? @intern:example.org  its last day is ${inDays(9)}`),
  ])
  expect(output).toContain('- @guest:example.org  state: present -> locked (its last day was 2020-02-29)')
  expect((await accounts(cwd)).get('guest')).toMatchObject({ locked: true })
})

it('says when an account was last seen, and lists those that were not for long', async () => {
  const cwd = makeDirectory({ 'registrar.yml': host })
  const list = async () => (await run(cwd, 'list-users')).stdout
  await poll(async () => /^@boss:.* [\d-]{10} {2}[\d-]{10}$/m.test(await list()), {
    what: 'Synapse to note who was there',
  }) // it does so every 5 s
  expect(await list()).toMatch(/^@neighbour:.* unknown$/m)
  expect((await run(cwd, 'list-users', '--inactive', '1h')).stdout).toBe('The accounts of example.org: none.\n')
})

const accounts = (cwd: string) => accountsOf(run, cwd)

const listOf = (...names: string[]) =>
  `users:\n${names.map((name) => `  - { username: ${name}, generate: { file: passwords/${name} } } # ${name}\n`).join('')}`

describe('a list that is a group', () => {
  let cwd: string
  const notes = () => readFileSync(join(cwd, '.registrar/groups/matrix.example.org.json'), 'utf8')
  const name = (list: string, ...names: string[]) => writeFileSync(join(cwd, list), listOf(...names))

  beforeAll(() => {
    const lists =
      'users_files: [{ file: pupils.yml, group: pupils, leavers: lock }, { file: staff.yml, group: staff }, more.yml]\n'
    cwd = makeDirectory({ 'registrar.yml': host + lists, 'more.yml': listOf('boss') })
    name('pupils.yml', 'anna', 'ben', 'carl')
    name('staff.yml', 'head', 'cook')
  })

  it('is planned and applied by itself', async () => {
    const plan = await run(cwd, 'plan', '--group', 'pupils')
    expect(plan).toMatchObject({ exitCode: 1, stderr: '3 accounts declared: 3 to create.\nNext: registrar apply\n' })
    expect(() => notes()).toThrow('ENOENT')
    expect(await run(cwd, 'apply', '--yes', '--group', 'pupils')).toMatchObject({ exitCode: 0 })
    expect([...(await accounts(cwd)).keys()].sort()).toEqual(expect.arrayContaining(['anna', 'ben', 'carl']))
    expect((await accounts(cwd)).has('head')).toBe(false)
    expect(JSON.parse(notes())).toEqual({
      version: 1,
      groups: { pupils: { anna: 'named', ben: 'named', carl: 'named' } },
    })
    expect(await run(cwd, 'plan', '--group', 'teachers')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('has no group teachers.\n  Choose one of: pupils, staff'),
    })
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0 })
  })

  it('locks who has left it, once, and lets in again who comes back; nobody else is touched', async () => {
    name('pupils.yml', 'anna')
    name('staff.yml', 'head', 'carl') // who changes the list does not leave
    const before = await accounts(cwd)
    const plan = await run(cwd, 'plan')
    expect(plan.stdout).toBe(
      '- @ben:example.org  state: present -> locked (no longer in the group pupils)\n' +
        '? @cook:example.org  no longer in the group staff\n',
    )
    expect(await run(cwd, 'apply', '--yes', '--group', 'pupils')).toMatchObject({ exitCode: 0 })
    const after = await accounts(cwd)
    expect(after.get('ben')).toMatchObject({ locked: true, deactivated: false })
    expect([...after].filter(([username]) => username !== 'ben')).toEqual(
      [...before].filter(([username]) => username !== 'ben'),
    )
    expect(await run(cwd, 'plan', '--group', 'pupils')).toMatchObject({ exitCode: 0 })
    name('pupils.yml', 'anna', 'ben')
    const back = await run(cwd, 'apply', '--yes')
    expect(back.stderr).toContain('~ @ben:example.org  state: locked -> present\n')
    expect((await accounts(cwd)).get('ben')).toMatchObject({ locked: false })
  })

  it('leaves a lock alone that is set by hand on somebody who came back', async () => {
    await run(cwd, 'lock-user', 'ben')
    expect((await run(cwd, 'plan')).stdout).toBe('? @cook:example.org  no longer in the group staff\n')
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect((await accounts(cwd)).get('ben')).toMatchObject({ locked: true })
    await run(cwd, 'unlock-user', 'ben')
  })

  it('is carried out by Ansible, too, from what generate wrote', async () => {
    name('pupils.yml', 'anna', 'dora')
    expect(await run(cwd, 'generate')).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('.registrar/groups/matrix.example.org.json: updated\n'),
    })
    expect(JSON.parse(notes())).toMatchObject({ groups: { pupils: { ben: 'left', dora: 'named' } } })
    expect(await run(cwd, 'generate', '--check')).toMatchObject({ exitCode: 0 })
    const { exitCode, output } = await runJust(cwd, ['ensure-users'], { env })
    expect([exitCode, output]).toEqual([0, expect.stringContaining('(no longer in the group pupils)')])
    expect(output).toContain('? @cook:example.org  no longer in the group staff')
    expect((await accounts(cwd)).get('ben')).toMatchObject({ locked: true })
    expect(await run(cwd, 'plan')).toMatchObject({ exitCode: 0 })
  })

  it('lets in again who comes back, by Ansible alone once: a lock that is set later stays', async () => {
    name('pupils.yml', 'anna', 'ben', 'dora')
    expect(await run(cwd, 'generate')).toMatchObject({ exitCode: 0 })
    const back = await runJust(cwd, ['ensure-users'], { env })
    expect([back.exitCode, back.output]).toEqual([
      0,
      expect.stringContaining('~ @ben:example.org  state: locked -> present'),
    ])
    expect(JSON.parse(notes())).toMatchObject({ groups: { pupils: { ben: 'named' } } })
    await run(cwd, 'lock-user', 'ben')
    expect(await runJust(cwd, ['ensure-users'], { env })).toMatchObject({ exitCode: 0, changed: 0 })
    expect((await accounts(cwd)).get('ben')).toMatchObject({ locked: true })
    expect((await run(cwd, 'plan')).stdout).not.toContain('ben')
    await run(cwd, 'unlock-user', 'ben')
    name('pupils.yml', 'anna', 'dora')
    await run(cwd, 'apply', '--yes')
  })

  it('closes the accounts of leavers only with that setting, and forgets nobody when the notes are broken', async () => {
    writeFileSync(
      join(cwd, 'registrar.yml'),
      `${host}users_files: [{ file: pupils.yml, group: pupils, leavers: deactivate }]\n`,
    )
    const plan = await run(cwd, 'plan')
    expect(plan.stdout).toMatch(/^- @ben:example\.org {2}deactivate: .* \(no longer in the group pupils\)$/m)
    expect(plan.stdout).not.toMatch(/cook|head/)
    writeFileSync(join(cwd, '.registrar/groups/matrix.example.org.json'), 'lost')
    expect(await run(cwd, 'apply', '--yes')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is not a record of groups that registrar wrote'),
    })
    rmSync(join(cwd, '.registrar/groups/matrix.example.org.json'))
    const { exitCode, stdout } = await run(cwd, 'plan')
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^\? @anna:.* check that it is the same person$/m),
    })
    expect(stdout).not.toMatch(/ben|carl/)
  })
})

describe.each(sampled(['Synapse', 'MAS'], ['Synapse']))('a school on %s, as docs/lists.md has it', (server) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/lists.md'), 'utf8')
  const commands = [...page.matchAll(/^ {4}registrar (.+)$/gm)].map((match) => match[1] ?? '')
  const [september26, september27] = [commands.slice(0, 3), commands.slice(3)]
  const lists = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

  interface Pupil {
    id: number
    name: string
    class: string
  }
  const pupil = (id: number): Pupil => ({
    id,
    name: `Pupil ${String.fromCodePoint(65 + (id % 26))}${id} Müller`,
    class: `${5 + (id % 8)}b`,
  })
  const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => pupil(from + index))
  const first = [{ ...pupil(0), name: 'Anna Berg' }, ...range(1, 299)]
  const leavers = first.slice(220)
  const second = [
    ...first.slice(0, 220).map((each, index) => (index < 10 ? { ...each, class: '12c' } : each)),
    ...range(300, 90).map((each, index) => (index < 2 ? { ...each, name: 'Anna Berg' } : each)),
  ].reverse() // in another order, as lists are
  const csvOf = (pupils: Pupil[]) =>
    `name;id;class\n${pupils.map(({ name, id, class: of }) => `${name};${id};${of}\n`).join('')}`

  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  let mas: Mas | undefined
  let own: { host: string; env: Record<string, string>; url: string }

  beforeAll(async () => {
    if (server === 'Synapse') own = { host, env, url: synapse.url }
    else {
      mas = await startMas()
      const secret = { [clientSecretVariable]: mas.adminApi.clientSecret }
      own = {
        host: hostFile(masPlan(mas, state)),
        env: { ...secret, MATRIX_PASSWORD: 'C0rrect-horse-9x' },
        url: mas.url,
      }
      const cwd = makeDirectory({ 'registrar.yml': own.host })
      await registrar(['register-user', 'neighbour'], { cwd, env: own.env })
    }
  })

  afterAll(async () => {
    await mas?.stop()
    rmSync(state, { recursive: true })
  })

  let cwd: string
  const run = (directory: string, ...words: string[]) => registrar(words, { cwd: directory, env: own.env })
  const accounts = (directory: string) => accountsOf(run, directory)
  const yaml = () =>
    parse(readFileSync(join(cwd, 'pupils.yml'), 'utf8')) as {
      users: { username: string; id: string; notes: { class: string } }[]
    }
  const listed = () => new Map(yaml().users.map((user) => [Number(user.id), user]))
  const september = async (lines: string[]) => {
    const runs = []
    for (const line of lines)
      runs.push(await run(cwd, ...line.split(' '), ...(line.startsWith('apply') ? ['--yes'] : [])))
    return runs
  }

  it('creates 300 accounts, and next year 90 more, locks 80, and touches nobody else', async () => {
    cwd = makeDirectory({ 'registrar.yml': own.host + lists })
    writeFileSync(join(cwd, 'pupils26.csv'), csvOf(first), 'latin1')
    writeFileSync(join(cwd, 'pupils27.csv'), `\ufeff${csvOf(second)}`, 'utf16le')
    const before = await accounts(makeDirectory({ 'registrar.yml': own.host }))
    const [shown, written, applied] = await september(september26)
    expect(shown?.stderr).toContain('300 new, 0 stay (0 changed), 0 leave.')
    expect([written?.exitCode, applied?.exitCode]).toEqual([0, 0])
    const year1 = await accounts(cwd)
    expect([...year1.keys()].filter((name) => !before.has(name))).toHaveLength(300)
    for (const [name, account] of before) expect(year1.get(name)).toEqual(account)
    const listed26 = listed()
    const slips = readFileSync(join(cwd, 'slips26.html'), 'utf8')
    expect(slips.match(/class="slip"/g)).toHaveLength(300)
    expect(slips).toContain('<div class="name">Anna Berg</div>')

    const comments = readFileSync(join(cwd, 'pupils.yml'), 'utf8').replace('users:\n', 'users:\n  # by the office\n')
    writeFileSync(join(cwd, 'pupils.yml'), comments)
    const [reported, , plan, again] = await september(september27)
    expect(reported?.stderr).toContain('90 new, 220 stay (10 changed), 80 leave.')
    expect(plan?.stdout.match(/^\+ .* create$/gm)).toHaveLength(90)
    expect(plan?.stdout.match(/^- .* \(no longer in the group pupils\)$/gm)).toHaveLength(80)
    expect(plan?.stdout.match(/^[^?].*$/gm)).toHaveLength(170)
    expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Wrote 90 passwords to slips27.csv') })

    const year2 = await accounts(cwd)
    const listed27 = listed()
    expect(readFileSync(join(cwd, 'pupils.yml'), 'utf8')).toContain('  # by the office\n')
    expect([...listed27.keys()].sort((a, b) => a - b)).toEqual(second.map(({ id }) => id).sort((a, b) => a - b))
    for (const { id, name, class: of } of second) {
      const user = listed27.get(id)
      const known = year2.get(user?.username ?? '')?.display_name // which MAS's list leaves to the homeserver
      expect([user?.notes.class, server === 'MAS' ? name : known]).toEqual([of, name])
    }
    const locked = [...year2].filter(([name, { locked: is }]) => is && !before.has(name)).map(([name]) => name)
    expect(locked.sort()).toEqual(leavers.map(({ id }) => listed26.get(id)?.username).sort())
    expect([...year2.keys()].filter((name) => /^anna\.berg/.test(name)).sort()).toEqual([
      'anna.berg',
      'anna.berg2',
      'anna.berg3',
    ])
    for (const [name, account] of year1) if (!locked.includes(name)) expect(year2.get(name)).toEqual(account)

    const rows = parseCsv(readFileSync(join(cwd, 'slips27.csv')), { columns: true }) as Record<string, string>[]
    const fresh = new Map(range(300, 90).map(({ id, class: of }) => [listed27.get(id)?.username, of]))
    expect(new Map(rows.map(({ username, class: of }) => [username, of]))).toEqual(fresh)
    for (const { user_id: user = '', password = '' } of rows.slice(0, 3))
      expect(await login(own.url, user, password)).toMatchObject({ ok: true })
    const { exitCode, stdout } = await run(cwd, 'plan')
    const left = stdout.replace(/^\? Display names and kinds of existing accounts are not compared: .*\n$/, '')
    expect({ exitCode, left }).toEqual({ exitCode: 0, left: '' })
  })
})
