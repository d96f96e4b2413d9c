import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type Mas, type MasOptions, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import { entry } from '../support/cli.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { everySurface, type LocalSurface } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { type Fate, startInterruptingProxy } from '../support/interrupting-proxy.ts'
import { getToken, send } from '../support/mas-client.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'

jest.setTimeout(900_000)

const password = 'C0rrect-horse-9x'
const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
const started: Mas[] = []

afterAll(async () => {
  for (const mas of started) await mas.stop()
  removeDirectories()
  await rm(state, { recursive: true })
})

async function start(options: MasOptions = {}): Promise<Mas> {
  const mas = await startMas(options)
  started.push(mas)
  return mas
}

interface Answer {
  outcome: string
  class?: string
  message: string
  hint?: string
  changed: boolean
  next: string[]
  user?: Record<string, unknown>
  users?: { username: string }[]
  tokens?: Record<string, unknown>[]
}

/** The CLI on a plan, as JSON. */
function program(plan: HostPlan, secret: string) {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  return async (words: string[], typed = password): Promise<Answer> => {
    const { stdout } = await registrar([...words, '--json'], {
      cwd,
      env: { [clientSecretVariable]: secret, MATRIX_PASSWORD: typed },
    })
    return JSON.parse(stdout) as Answer
  }
}

describe('an access that does not work', () => {
  let mas: Mas
  beforeAll(async () => {
    mas = await start()
  })

  const everyWay = ['ansible', 'cli', 'host command']
  /** Where the program next to MAS answers, which is the same for all. */
  const oneWay = ['cli']

  const expectReported = async (plan: HostPlan, secret: string, expected: RegExp, asked = everyWay): Promise<void> => {
    const { root, surfaces } = await everySurface(plan, { [clientSecretVariable]: secret })
    for (const surface of asked) {
      const act = surfaces[surface] as LocalSurface
      const steps = [
        ['register-user', { username: 'nobody', password }],
        ['show-user', { username: 'nobody' }],
      ] as const
      for (const [operation, given] of surface === 'ansible' ? steps.slice(0, 1) : steps) {
        expect({ surface, operation, ...(await act(operation, given)) }).toEqual({
          surface,
          operation,
          message: expect.stringMatching(expected),
          next: [],
          changed: false,
          failed: true,
        })
      }
    }
    await rm(root, { recursive: true })
  }

  it('is reported when the secret of the client is wrong', () =>
    expectReported(
      masPlan(mas, state),
      'wrong',
      /MAS rejected the client in the host file \(HTTP 401 Client authentication failed/,
    ))

  it('is reported when the client is not among admin_clients', () =>
    expectReported(
      masPlan(mas, state, mas.outsider),
      mas.outsider.clientSecret,
      /is not allowed to use the Admin API of MAS \(HTTP 403 .*Add its ID to policy\.data\.admin_clients/s,
      oneWay,
    ))

  it('is reported when the host file names no client', () => {
    const { access, ...plan } = masPlan(mas, state)
    return expectReported({ ...plan, access: { mas: access.mas ?? {} } }, '', /needs a [A-Z][\w ]+ admin,/)
  })

  it('is reported when the address is not that of MAS', () =>
    expectReported(
      { ...masPlan(mas, state), access: { ...masPlan(mas, state).access, mas: { address: mas.synapse.url, state } } },
      mas.adminApi.clientSecret,
      /There is no MAS at the configured address \(HTTP 404 .*Correct mas\.address/s,
      oneWay,
    ))

  it('is reported when MAS does not run', async () => {
    await mas.halt()
    await expectReported(masPlan(mas, state), mas.adminApi.clientSecret, /does not answer/).finally(() => mas.resume())
  })

  it('is reported when no listener serves the Admin API', async () => {
    const other = await start({ servesAdminApi: false })
    await expectReported(
      masPlan(other, state),
      other.adminApi.clientSecret,
      /MAS has no Admin API at the configured address/,
      oneWay,
    )
  })
})

it('passwords that are switched off are reported before an account is made', async () => {
  const mas = await start({ passwords: false, registration: false })
  const run = program(masPlan(mas, state), mas.adminApi.clientSecret)
  expect(await run(['register-user', 'john'])).toMatchObject({ class: 'passwords_disabled', changed: false })
  expect(await run(['show-user', 'john'])).toMatchObject({ class: 'no_such_user' })
  expect(await run(['invite', 'anna'])).toMatchObject({ class: 'registration_closed', changed: false })
  expect((await run(['list-registration-tokens'])).tokens).toEqual([])
})

describe('on a MAS that works', () => {
  let mas: Mas
  let run: ReturnType<typeof program>
  let token: string

  beforeAll(async () => {
    mas = await start()
    run = program(masPlan(mas, state), mas.adminApi.clientSecret)
  })

  beforeEach(async () => {
    token = await getToken(mas) // it lasts five minutes
  })

  const begun = () => readdirSync(join(state, 'unfinished'))

  const idOf = async (username: string) =>
    (
      (await send(mas.url, 'GET', `/api/admin/v1/users/by-username/${username}`, { token })).body as {
        data: { id: string }
      }
    ).data.id

  const sessionsOf = async (username: string): Promise<number> => {
    const { body } = await send(
      mas.url,
      'GET',
      `/api/admin/v1/compat-sessions?filter[user]=${await idOf(username)}&filter[status]=active`,
      { token },
    )
    return (body as { data: object[] }).data.length
  }

  /** What a program does through a proxy that decides, and what stands there afterwards. */
  const interrupted = async (decide: (method: string, path: string) => Fate, words: string[]): Promise<Answer> => {
    const proxy = await startInterruptingProxy(mas.url, decide)
    const plan = masPlan(mas, state)
    return program(
      { ...plan, access: { ...plan.access, mas: { address: proxy.url, state } } },
      mas.adminApi.clientSecret,
    )(words).finally(() => proxy.stop())
  }

  it.each([
    [
      'the password',
      'half',
      (method: string, path: string): Fate => (path.endsWith('/set-password') ? 'drop' : 'forward'),
    ],
    [
      'the answer to the password',
      'most',
      (method: string, path: string): Fate => (path.endsWith('/set-password') ? 'drop answer' : 'forward'),
    ],
    [
      'the address',
      'third',
      (method: string, path: string): Fate => (method === 'POST' && path.endsWith('/user-emails') ? 'drop' : 'forward'),
    ],
    [
      'the admin rights',
      'almost',
      (method: string, path: string): Fate => (path.endsWith('/set-admin') ? 'drop' : 'forward'),
    ],
  ])(
    'an account that was lost at %s is completed by a second run, and a third finds it',
    async (_what, name, decide) => {
      const words = ['register-user', name, '--admin', '--email', `${name}@example.org`]
      expect(await interrupted(decide, words)).toMatchObject({ outcome: 'failed', class: 'not_ready', changed: true })
      expect(begun()).toEqual([`%40${name}%3Aexample.org`])
      expect(await run(words)).toMatchObject({ outcome: 'created', changed: true })
      expect((await login(mas.url, name, password)).status).toBe(200)
      expect((await run(['show-user', name])).user).toMatchObject({ admin: true, emails: [`${name}@example.org`] })
      expect(begun()).toEqual([])
      expect(await run(words, 'another one 4 you')).toMatchObject({ outcome: 'exists', changed: false })
      expect((await login(mas.url, name, password)).status).toBe(200)
    },
  )

  it('an account whose creation was not answered is found and completed', async () => {
    const decide = (method: string, path: string): Fate =>
      method === 'POST' && path.endsWith('/users') ? 'drop answer' : 'forward'
    expect(await interrupted(decide, ['register-user', 'unheard'])).toMatchObject({ outcome: 'created', changed: true })
    expect(await run(['register-user', 'unheard'])).toMatchObject({ outcome: 'exists', changed: false })
    expect((await login(mas.url, 'unheard', password)).status).toBe(200)
  })

  it('an account whose creation did not arrive is not taken for the one that another makes later', async () => {
    const decide = (method: string, path: string): Fate =>
      method === 'POST' && path.endsWith('/users') ? 'drop' : 'forward'
    expect(await interrupted(decide, ['register-user', 'later'])).toMatchObject({ outcome: 'failed', changed: false })
    expect(begun()).toEqual([]) // it was looked for, and is not there
    expect(await run(['register-user', 'later'])).toMatchObject({ outcome: 'created' })
  })

  it('a program that was killed between the account and its password leaves one that a second run completes', async () => {
    let kill = () => {}
    const proxy = await startInterruptingProxy(mas.url, (_method, path) => {
      if (!path.endsWith('/set-password')) return 'forward'
      kill()
      return 'drop'
    })
    const plan = masPlan(mas, state)
    const cwd = makeDirectory({
      'registrar.yml': hostFile({ ...plan, access: { ...plan.access, mas: { address: proxy.url, state } } }),
    })
    const child = execa(process.execPath, [entry, 'register-user', 'killed'], {
      cwd,
      env: { [clientSecretVariable]: mas.adminApi.clientSecret, MATRIX_PASSWORD: password, NODE_OPTIONS: '' },
      reject: false,
      detached: true,
      stdin: 'ignore',
    })
    kill = () => void process.kill(-(child.pid ?? 0), 'SIGKILL')
    expect((await child).signal).toBe('SIGKILL')
    proxy.stop()
    expect((await login(mas.url, 'killed', password)).status).toBe(403)
    expect(await run(['register-user', 'killed'])).toMatchObject({ outcome: 'created', changed: true })
    expect((await login(mas.url, 'killed', password)).status).toBe(200)
  })

  it('an account with the longest name is begun, and completed, like any other', async () => {
    const name = `${'a/'.repeat(121)}`
    expect(`@${name}:example.org`).toHaveLength(255)
    expect(await run(['register-user', name], 'password123')).toMatchObject({
      class: 'weak_password_half',
      changed: true,
    })
    expect(await run(['register-user', name])).toMatchObject({ outcome: 'created', changed: true })
    expect(begun()).toEqual([])
  })

  it.each([
    ['set-password', 'new-word'],
    ['demote-admin', 'ex-admin'],
  ])('%s says that it changed something when the sessions could not be ended', async (operation, name) => {
    await run(['register-user', name, '--admin'])
    await login(mas.url, name, password)
    const decide = (_method: string, path: string): Fate => (path.endsWith('/finish') ? 'drop' : 'forward')
    expect(await interrupted(decide, [operation, name])).toMatchObject({ outcome: 'failed', changed: true })
  })

  it('set-password completes an account that was begun, too: registering it again finds it', async () => {
    expect(await run(['register-user', 'weak'], 'password123')).toMatchObject({
      class: 'weak_password_half',
      changed: true,
      outcome: 'failed',
    })
    expect(await run(['set-password', 'weak'])).toMatchObject({ outcome: 'changed' })
    expect(await run(['register-user', 'weak'], 'something else 99')).toMatchObject({
      outcome: 'exists',
      changed: false,
    })
    expect((await login(mas.url, 'weak', password)).status).toBe(200)
  })

  it('an account that is reactivated at once is active at the homeserver too', async () => {
    for (const name of ['hasty-1', 'hasty-2']) {
      await run(['register-user', name])
      await send(mas.url, 'POST', `/api/admin/v1/users/${await idOf(name)}/deactivate`, {
        token,
        body: { skip_erase: true },
      })
      expect(await run(['reactivate-user', name])).toMatchObject({ outcome: 'changed_with_password', changed: true })
      const { body } = await send(mas.synapse.url, 'GET', `/_synapse/mas/query_user?localpart=${name}`, {
        token: mas.secret,
      })
      expect(body).toMatchObject({ is_deactivated: false })
      expect((await login(mas.url, name, password)).status).toBe(200)
    }
  })

  it('deactivating ends sessions and does not erase, unless it is asked for', async () => {
    const isShown = async (name: string) =>
      (await send(mas.synapse.url, 'GET', `/_matrix/client/v3/profile/@${name}:example.org`)).status === 200
    for (const [name, words] of [
      ['kept', []],
      ['erased', ['--erase', '--confirm-erase', '@erased:example.org']],
    ] as const) {
      await run(['register-user', name])
      await login(mas.url, name, password)
      expect(await run(['deactivate-user', name, '--yes', ...words])).toMatchObject({ outcome: 'changed' })
      expect(await sessionsOf(name)).toBe(0)
    }
    await poll(async () => !(await isShown('erased')), { what: 'the end of the profile' })
    expect(await isShown('kept')).toBe(true)
  })

  it.each([
    ['set-password', [], 0],
    ['set-password', ['--keep-sessions'], 1],
    ['demote-admin', [], 0],
    ['demote-admin', ['--keep-sessions'], 1],
    ['logout-user', [], 0],
  ] as const)('%s %j leaves the sessions that it says', async (operation, words, left) => {
    const name = `${operation}${words.length}`
    await run(['register-user', name, '--admin'])
    await login(mas.url, name, password)
    expect(await run([operation, name, ...words], 'another one 4 you')).toMatchObject({ changed: true })
    expect(await sessionsOf(name)).toBe(left)
  })

  it('lists accounts and tokens as they are', async () => {
    await run(['register-user', 'listed', '--admin', '--email', 'listed@example.org'])
    await run(['lock-user', 'listed'])
    expect((await run(['show-user', 'listed'])).user).toEqual({
      ...{
        user_id: '@listed:example.org',
        username: 'listed',
        display_name: 'listed',
        admin: true,
        locked: true,
        suspended: null, // the homeserver's, whose token is not at hand
        deactivated: false,
        erased: false,
        kind: '',
      },
      ...{ emails: ['listed@example.org'], created: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
    })
    expect((await run(['list-users', '--locked'])).users?.map(({ username }) => username)).toEqual(['listed'])
    await run(['create-registration-token', '--token', 'listed', '--uses', '5', '--expires', '2099-01-31'])
    expect((await run(['list-registration-tokens'])).tokens).toContainEqual({
      token: 'listed',
      uses: 0,
      uses_allowed: 5,
      pending: 0,
      expires: '2099-01-31T00:00:00Z',
      valid: true,
    })
    const made = await run(['create-registration-token'])
    expect(made).toMatchObject({
      outcome: 'created',
      message: expect.stringMatching(/^Registration token: \w{24} \(uses: 1, expires: 7d\)$/),
      next: [expect.stringContaining('/auth/register')],
    })
  })

  it('says before and after that an account without an address is asked for one, where MAS insists on that', async () => {
    const plan = masPlan(mas, state)
    const strict = program(
      { ...plan, access: { ...plan.access, mas: { ...plan.access.mas, emailRequired: true } } },
      mas.adminApi.clientSecret,
    )
    expect(await strict(['register-user', 'mailless', '--check'])).toMatchObject({
      outcome: 'created_without_email',
      message: expect.stringContaining('e-mail'),
    })
    expect(await strict(['register-user', 'mailless'])).toMatchObject({
      outcome: 'created_without_email',
      changed: true,
      next: expect.arrayContaining([expect.stringContaining('add-email mailless')]),
    })
    expect(await strict(['register-user', 'mailed', '--email', 'mailed@example.org'])).toMatchObject({
      outcome: 'created',
    })
  })

  it('leaves no token of its own behind', async () => {
    await run(['show-user', 'listed'])
    const { body } = await send(
      mas.url,
      'GET',
      '/api/admin/v1/oauth2-sessions?filter[status]=active&page[first]=1000',
      { token },
    )
    const mine = (body as { data: { attributes: { user_agent: string | null } }[] }).data.filter(
      ({ attributes }) => !attributes.user_agent?.includes('node'),
    )
    expect(mine).toEqual([])
  })

  it('reports that MAS cannot reach the homeserver, and makes nothing', async () => {
    await mas.synapse.halt()
    try {
      expect(await run(['register-user', 'unreachable'])).toMatchObject({
        class: 'homeserver_unreachable',
        outcome: 'failed',
        changed: false,
      })
    } finally {
      await mas.synapse.resume()
    }
    expect(await run(['register-user', 'unreachable'])).toMatchObject({ outcome: 'created' })
  })
})
