import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Examination } from '../../generator/run/doctor/examine.ts'
import { freePort } from '../lab/free-port.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { leaveBehind } from '../support/left-behind.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)
ownLock()
afterAll(removeDirectories)

const password = 'secret-password'

/** What the program says on a server, with its exit code. */
function onServer(server: Synapse, access: HostPlan['access'] = {}, env: Record<string, string> = {}, users = '') {
  const plan = { ...localPlan('synapse', server, server.python), access }
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) + users })
  return async (...words: string[]) => {
    const { exitCode, stdout, stderr } = await registrar(words, { cwd, env: { MATRIX_PASSWORD: password, ...env } })
    return { exitCode, reported: stdout + stderr, stdout }
  }
}

type Run = ReturnType<typeof onServer>

const findingOf = async (run: Run, check: string) =>
  (JSON.parse((await run('doctor', '--json')).stdout) as Examination).findings.find((each) => each.check === check)

describe('a Synapse without passwords, which has nothing but a Unix socket', () => {
  let server: Synapse
  beforeAll(async () => {
    const socket = join(makeDirectory(), 'synapse.sock')
    const listeners = [{ type: 'http', path: socket, resources: [{ names: ['client'] }] }]
    server = await startSynapse({ socket, extra: { password_config: { enabled: false }, listeners } })
  })
  afterAll(() => server.stop())

  it('is reported as one where nobody gets in with a password', async () => {
    const run = onServer(server)
    const { exitCode, reported } = await run('register-user', 'john')
    expect({ exitCode, reported }).toEqual({
      exitCode: 0,
      reported: expect.stringMatching(/^Created @john:example\.org.*Nobody can sign in with a password here/s),
    })
    expect(reported).not.toContain('Sign in at')
    expect(await findingOf(run, 'sign-in')).toMatchObject({
      state: 'warning',
      detail: 'Nobody can sign in with a password: the homeserver offers m.login.application_service',
    })
    for (const words of [['--check'], []])
      expect(await run('set-password', 'john', '--keep-sessions', ...words)).toMatchObject({
        exitCode: 3,
        reported: expect.stringContaining('Passwords are disabled on this server (password_config.enabled is false)'),
      })
    const declared = onServer(server, {}, {}, 'users:\n  - { username: mia, password: { env: MATRIX_PASSWORD } }\n')
    for (const words of [['plan'], ['apply', '--yes']])
      expect((await declared(...words)).reported).toMatch(/^\? Nobody can sign in with a password here/m)
  })

  it.each(['at its address', 'from its configuration'])('is reached by its socket, known %s', async (where) => {
    const url = where === 'at its address' ? server.url : `http://127.0.0.1:${await freePort()}`
    const [run, name] = [onServer({ ...server, url }), `kim-${where.split(' ')[0]}`]
    expect(await run('register-user', name)).toMatchObject({
      exitCode: 0,
      reported: expect.stringContaining(`Created @${name}`),
    })
    expect(await findingOf(run, 'shared secret')).toMatchObject({ state: 'good' })
    await server.halt()
    const { reported } = await run('register-user', 'lea')
    const looked = await findingOf(run, 'server')
    await server.resume()
    expect(reported).toMatch(/Synapse on matrix\.example\.org does not answer \(unix:.*synapse\.sock\)/)
    expect(looked).toMatchObject({ state: 'bad', detail: expect.stringMatching(/\(unix:.*synapse\.sock\)/) })
  })

  it('is not looked for at a path that is not whole', async () => {
    const { exitCode, reported } = await onServer({ ...server, url: 'unix:synapse.sock' })('register-user', 'lea')
    expect({ exitCode, reported }).toEqual({
      exitCode: 2,
      reported: expect.stringContaining('http://..., or unix:/PATH for a socket'),
    })
  })
})

describe('a Synapse with accounts from old times, and its own limits', () => {
  let server: Synapse
  let token: string
  let byDatabase: Run
  let byToken: Run
  let byLogin: Run

  beforeAll(async () => {
    const withTokens = { enable_registration: true, registration_requires_token: true }
    server = await startSynapse({ extra: { rc_login: {}, ...withTokens, password_config: { pepper: 'salt' } } })
    byDatabase = onServer(server)
    for (const words of [['boss', '--admin'], ['foo']]) await byDatabase('register-user', ...words)
    await leaveBehind(server)
    token = (await login(server.url, 'boss', password)).accessToken ?? ''
    byToken = onServer(server, { token: { env: 'TOKEN' } }, { TOKEN: token })
    byLogin = onServer(server, { login: { username: 'boss', password: { env: 'LOGIN' } } }, { LOGIN: password })
  })
  afterAll(() => server.stop())

  it.each(['database', 'token'])('reports accounts of other case as they are, by the %s', async (way) => {
    const run = way === 'token' ? byToken : byDatabase
    expect((await run('show-user', 'Bar')).reported).toMatch(/^user +@Bar:example\.org$/m)
    expect((await run('show-user', 'bar')).reported).toContain('There is no account @bar:example.org (similar: Bar)')
    for (const words of [['bar', '--check'], ['bar']])
      expect(await run('register-user', ...words)).toMatchObject({
        exitCode: 2,
        reported: expect.stringContaining('The account @Bar:example.org already exists'),
      })
  })

  it.each([
    ['irc_bob', 'an account of a bridge'],
    ['12345', 'a guest'],
  ])('makes no admin of %s, which is %s', async (name, what) => {
    for (const run of [byDatabase, byToken])
      expect(await run('promote-admin', name)).toMatchObject({
        exitCode: 2,
        reported: expect.stringContaining(`@${name}:example.org is ${what}, not an account of a person.`),
      })
  })

  it.each(['database', 'token'])('lists whose each account is, by the %s', async (way) => {
    const { stdout } = await (way === 'token' ? byToken : byDatabase)('list-users', '--json')
    const { users } = JSON.parse(stdout) as { users: { username: string; kind: string }[] }
    expect(users.filter(({ kind }) => kind !== '').map(({ username, kind }) => [username, kind])).toEqual([
      ['irc_bob', 'bridge'],
    ])
  })

  it.each(['Example.org', 'example.com', 'matrix.example.org'])('knows nobody of %s', async (domain) => {
    const plan = { ...localPlan('synapse', server, server.python), domain }
    for (const access of [{}, { token: { env: 'TOKEN' } }]) {
      const cwd = makeDirectory({
        'registrar.yml': `${hostFile({ ...plan, access })}users:\n  - { username: foo, admin: true }\n`,
      })
      for (const words of [['register-user', 'john'], ['promote-admin', 'foo'], ['plan']]) {
        const { exitCode, stderr } = await registrar(words, { cwd, env: { MATRIX_PASSWORD: password, TOKEN: token } })
        expect({ words, exitCode, stderr }).toEqual({
          words,
          exitCode: 3,
          stderr: expect.stringContaining(`The server on matrix.example.org is not the one for ${domain}`),
        })
      }
    }
  })

  it('sets a password in the database with the pepper of the last file that has the section', async () => {
    const plan = localPlan('synapse', server, server.python)
    const older = join(makeDirectory({ 'older.yaml': 'password_config: { pepper: sugar }\n' }), 'older.yaml')
    const config = [older, server.configPath]
    const cwd = makeDirectory({
      'registrar.yml': hostFile({ ...plan, deployment: { ...plan.deployment, config } as HostPlan['deployment'] }),
    })
    const env = { MATRIX_PASSWORD: 'another-password' }
    expect(await registrar(['set-password', 'foo', '--keep-sessions'], { cwd, env })).toMatchObject({ exitCode: 0 })
    expect((await login(server.url, 'foo', 'another-password')).status).toBe(200)
  })

  it('invites, as docs/playbook-variables.md has it', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/playbook-variables.md'), 'utf8')
    const [plain = '', own = ''] = [...page.matchAll(/^ {4}registrar (invite .+)$/gm)].map(([, words = '']) => words)
    const template = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const plan = { ...localPlan('synapse', server, server.python), access: { token: { env: 'TOKEN' } } }
    const elementUrl = 'https://element.example.org'
    const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, elementUrl }), 'invitation.txt': template })
    const run = (words: string) => registrar(words.split(' '), { cwd, env: { TOKEN: token } })
    const uses = async (made: string) => {
      const response = await fetch(
        `${server.url}/_matrix/client/v1/register/m.login.registration_token/validity?token=${made}`,
      )
      return ((await response.json()) as { valid: boolean }).valid
    }

    const { stdout, stderr } = await run(plain)
    const [, made = ''] = /\n {2}(\w{24})\n/.exec(stdout) ?? []
    expect(stdout).toMatch(
      /^Hello anna,\n\nyou are invited to example\.org.*https:\/\/element\.example\.org\/#\/register/s,
    )
    expect(stdout).toMatch(/\nThe invitation ends on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n$/)
    expect(stderr).toBe(`Registration token for anna: ${made} (uses: 1, expires: 2w)\n`)
    expect(await uses(made)).toBe(true)

    const shown = await run(`${own} --check --token mine`)
    expect([shown.stdout, shown.exitCode, await uses('mine')]).toEqual(['', 0, false])
    const { text } = JSON.parse((await run(`${own} --json --token mine --expires never`)).stdout) as { text: string }
    expect(text).toBe(
      'Dear anna, our server example.org is waiting for you: https://element.example.org/#/register\nWe wrote to anna@example.com.\nToken: mine\n',
    )
    expect(await uses('mine')).toBe(true)

    await run('generate')
    const recipe = await runJust(cwd, ['invite', 'Anna', '1', '12h'], {
      env: { TOKEN: token, MATRIX_TEMPLATE: 'invitation.txt', MATRIX_TOKEN: 'by-recipe' },
    })
    expect([recipe.exitCode, recipe.output]).toEqual([
      0,
      expect.stringContaining('Registration token for Anna: by-recipe (uses: 1, expires: 12h)'),
    ])
    expect(recipe.output).toMatch(/Dear Anna, our server example\.org.*Token: by-recipe/s)
    expect(recipe.output).not.toContain('We wrote to')
    expect(await uses('by-recipe')).toBe(true)

    writeFileSync(join(cwd, 'invitation.txt'), 'Dear {{nmae}}')
    const wrong = await run(own)
    expect(wrong).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('names "nmae", which no invitation has'),
    })
  })

  it('takes over what it has, and then plans nothing', async () => {
    const { exitCode, stdout } = await byToken('import-users')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/username: foo\b/)
    expect(stdout).toMatch(/username: Foo\b/)
    expect(stdout).not.toMatch(/irc_bob|12345/)
    const declared = onServer(server, { token: { env: 'TOKEN' } }, { TOKEN: token }, stdout)
    expect((await declared('plan')).reported).toBe('5 accounts declared: no changes.\n')
  })

  it('ends no session of the admin through whom it works, and says so', async () => {
    expect((await byToken('logout-user', 'boss')).reported).toBe(
      '@boss:example.org has no session except the one that registrar itself uses.\n',
    )
  })

  it('takes only so many logins, which the doctor says before it happens', async () => {
    expect(await findingOf(byLogin, 'login limit')).toMatchObject({
      detail: 'The server allows 5 logins at once, then one every 5 min 34 s; each operation logs in once',
      next: expect.stringContaining('registrar setup-access --as NAME replaces the login by a token'),
    })
    for (let tries = 0; tries < 5; tries += 1) await login(server.url, 'boss', password)
    expect(await byLogin('lock-user', 'foo')).toMatchObject({
      exitCode: 3,
      reported: expect.stringMatching(/is rate-limiting requests of this kind .*it says to wait \d min \d+ s/),
    })
  })
})
