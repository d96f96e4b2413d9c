import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { Setting } from '../../generator/authorities/authority.ts'
import { authorities } from '../../generator/authorities/index.ts'
import { removeDirectories } from '../support/directory.ts'
import { type Call, hostCommands, installCommands } from '../support/host-commands.ts'

jest.setTimeout(60_000)

const commands = hostCommands()

afterAll(async () => {
  await commands.end()
  removeDirectories()
})

const sign = (name: string, facts: Record<string, unknown> = {}) => ({ signs: [name], facts })
const created: Call = { input: 'secret-password', answers: { 'register-user': sign('register/done') } }
const john = {
  username: 'john',
  user_id: '@john:example.org',
  display_name: 'John',
  admin: false,
  deactivated: false,
  erased: false,
  locked: false,
  suspended: false,
  kind: 'user',
  emails: null,
  created: null,
}
const shown = { 'show-user': sign('found', { user: john }), 'list-sessions': sign('found', { sessions: [] }) }
const deactivated: Call = { answers: { ...shown, 'deactivate-user': sign('done/changed') } }

/** The class of what was refused, or the outcome, and whether something changed. */
function reported(stdout: string): { is: string; changed: boolean } {
  const report = JSON.parse(stdout) as { outcome: string; class?: string; changed: boolean }
  return { is: report.class ?? report.outcome, changed: report.changed }
}

it.each([
  ['register-user', ['john'], created],
  ['deactivate-user', ['john', '--yes'], deactivated],
  ['lock-user', ['john'], { answers: { 'lock-user': sign('done/changed') } }],
])('%s asks the server only to predict, or to change', async (name, words, call) => {
  for (const check of [true, false]) {
    const { asked } = await commands.run(name, [...(check ? ['--check'] : []), ...words], call)
    expect(asked).toMatchObject([{ action: name, check }])
  }
})

/** Host commands of a server with these settings. */
function commandsOn(authority: keyof typeof authorities, settings: object = {}) {
  const directory = installCommands()
  const file = join(directory, 'lib/host.json')
  const host = JSON.parse(readFileSync(file, 'utf8')) as { settings: object }
  const presets = Object.entries<Setting>(authorities[authority].settings).map(([name, { playbook }]) => [
    name,
    playbook,
  ])
  const all = { ...Object.fromEntries(presets), ...host.settings, ...settings }
  writeFileSync(file, JSON.stringify({ ...host, authority, settings: all }))
  return hostCommands(directory)
}

it('makes a token on Dendrite with the password of the account, typed once or from standard input', async () => {
  const own = commandsOn('dendrite')
  const answers = {
    'create-access-token': sign('done/created_by_login', { access_token: 'secret-token', session: 'DEVICE' }),
  }
  for (const isTyped of [true, false]) {
    const call = { input: 'secret-password', isTyped, answers }
    const { stdout, asked } = await own.run('create-access-token', ['john', '--device-name', 'Weather'], call)
    expect(stdout).toContain('with the session DEVICE.\nAccess token of @john:example.org: secret-token\n')
    expect(asked).toMatchObject([{ accounts: [{ password: 'secret-password', device_name: 'Weather' }] }])
    expect(asked[0]).not.toHaveProperty('admin_token')
  }
  const { stdout, asked, exitCode } = await own.run('create-access-token', ['--json', 'john'], { input: '', answers })
  await own.end()
  expect({ ...reported(stdout), asked, exitCode }).toEqual({
    is: 'own_password_missing',
    changed: false,
    asked: [],
    exitCode: 2,
  })
})

it('shows an access token once, and tells it in JSON', async () => {
  const made = sign('done/created', { access_token: 'mct_secret', session: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })
  const call: Call = { answers: { 'create-access-token': made } }
  const { stdout, asked } = await commands.run('create-access-token', ['john'], call)
  expect(stdout.match(/mct_secret/g)).toHaveLength(1)
  expect(asked[0]).not.toHaveProperty('key')
  const json = await commands.run('create-access-token', ['john', '--json'], call)
  expect(JSON.parse(json.stdout)).toMatchObject({ changed: true, access_token: 'mct_secret' })
})

it.each([
  ['synapse', {}, 'access_not_given', 'the environment has no MATRIX_ADMIN_TOKEN.'],
  ['synapse', { admin_username: 'boss' }, 'access_not_given', 'the environment has no MATRIX_ADMIN_PASSWORD.'],
  [
    'mas',
    { client_id: '01M84NTCDCP7JWDC9PM2DKJ4V9' },
    'access_not_given',
    'the environment has no MATRIX_CLIENT_SECRET.',
  ],
  ['mas', { client_id: '' }, 'access_missing', 'the host file has no access.'],
] as const)('the secret that %s lacks on the host is named: %j', async (authority, settings, failure, says) => {
  const own = commandsOn(authority, settings)
  const { stdout } = await own.run('lock-user', ['--json', 'john'], {
    answers: { 'lock-user': sign('access/missing') },
  })
  await own.end()
  expect({ ...reported(stdout), message: (JSON.parse(stdout) as { message: string }).message }).toEqual({
    is: failure,
    changed: false,
    message: expect.stringContaining(says),
  })
})

describe('a username', () => {
  it.each([
    ['@john:example.com', 'other_domain'],
    ['@john:example.org.uk', 'other_domain'],
    ['@john:matrix.example.org', 'other_domain'],
    ['@john:sub:example.com', 'other_domain'],
    ['@john', 'other_domain'],
    ['@:example.org', 'invalid_username'],
    ['John', 'invalid_username'],
    ['jo hn', 'invalid_username'],
    ['john:example.org', 'invalid_username'],
    ['_john', 'invalid_username'],
    ['jöhn', 'invalid_username'],
    ['john\n', 'invalid_username'],
    ['123', 'invalid_username'],
    ['j'.repeat(243), 'invalid_username'],
  ])('%j is refused: %s', async (username, failure) => {
    const { stdout, exitCode, asked } = await commands.run('register-user', ['--json', username], created)
    expect({ exitCode, asked, ...reported(stdout) }).toEqual({ exitCode: 2, asked: [], is: failure, changed: false })
  })

  it.each(['john', '@john:example.org', 'j'.repeat(242), '1.a=-/+_'])('%s is taken', async (username) => {
    const { stdout } = await commands.run('register-user', ['--json', username], created)
    expect(reported(stdout)).toEqual({ is: 'created', changed: true })
  })

  it('that could not be made may be there from another time', async () => {
    const locked = { answers: { 'lock-user': sign('done/changed') } }
    expect(reported((await commands.run('lock-user', ['--json', 'John'], locked)).stdout).is).toBe('changed')
    expect(reported((await commands.run('lock-user', ['--json', 'jo hn'], locked)).stdout).is).toBe('invalid_username')
    const token = {
      answers: { 'create-access-token': sign('done/created_without_session', { access_token: 'syt_x' }) },
    }
    expect(reported((await commands.run('create-access-token', ['--json', 'John'], token)).stdout).is).not.toBe(
      'invalid_username',
    )
  })
})

describe('deactivating', () => {
  const cases: [string, string[], Partial<Call>, string][] = [
    ['it was not confirmed', [], {}, 'not_confirmed'],
    ['to erase, which was not confirmed', ['--erase'], {}, 'not_confirmed'],
    ['on a terminal, and the answer is no', [], { isTyped: true, input: 'no\n' }, 'not_confirmed'],
    ['to erase on a terminal, and the answer is yes', ['--erase'], { isTyped: true, input: 'yes\n' }, 'not_confirmed'],
    ['--yes', ['--yes'], {}, 'changed'],
    ['to erase, with the name again', ['--erase', '--confirm-erase', 'john'], {}, 'changed'],
    ['on a terminal, and the answer is yes', [], { isTyped: true, input: 'yes\n' }, 'changed'],
    ['to erase on a terminal, and the answer is erase', ['--erase'], { isTyped: true, input: 'erase\n' }, 'changed'],
    ['--check, which changes nothing', ['--check'], {}, 'changed'],
  ]

  it.each(cases)('%s: %j %j %s', async (_what, words, typed, is) => {
    const call = { ...deactivated, ...typed }
    const { stdout, asked } = await commands.run('deactivate-user', ['--json', 'john', ...words], call)
    expect({ is: reported(stdout.slice(stdout.indexOf('{'))).is, asked: asked.map(({ action }) => action) }).toEqual({
      is,
      asked: [
        ...(typed.isTyped ? ['show-user', 'list-sessions'] : []),
        ...(is === 'changed' ? ['deactivate-user'] : []),
      ],
    })
  })

  it('shows the account to whoever is asked', async () => {
    const call = { ...deactivated, isTyped: true, input: 'no\n' }
    const { stdout, stderr } = await commands.run('deactivate-user', ['john'], call)
    expect(stderr).toContain(
      'user          @john:example.org\ndisplay name  John\nadmin         no\nstate         active\n',
    )
    expect(stdout).toBe('Deactivate john: it loses its password and sessions, and leaves all rooms. Type yes: ')
  })
})

describe('what a server says', () => {
  const hostile = 'a\u001b[2Jb\u009bc\u202ed\re'
  const harmless = 'a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\\u{d}e'

  it('cannot command a terminal when it is a reason', async () => {
    const answers = { 'register-user': sign('register/403/M_UNKNOWN', { detail: hostile }) }
    const { stderr } = await commands.run('register-user', ['john'], { ...created, answers })
    expect(stderr).toContain(harmless)
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
  })

  it('cannot command a terminal when it is an account', async () => {
    const answers = { 'show-user': sign('found', { user: { ...john, display_name: hostile } }) }
    const { stdout } = await commands.run('show-user', ['john'], { answers })
    expect(stdout).toContain(`\ndisplay name  ${harmless}\n`)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
  })

  it('is no answer without what was looked for', async () => {
    const { stdout, exitCode } = await commands.run('show-user', ['--json', 'john'], {
      answers: { 'show-user': sign('found', {}) },
    })
    expect([JSON.parse(stdout), exitCode]).toMatchObject([{ class: 'odd_answer' }, 3])
  })

  it('is left as it is in JSON', async () => {
    const answers = { 'show-user': sign('found', { user: { username: 'john', display_name: hostile } }) }
    const { stdout } = await commands.run('show-user', ['--json', 'john'], { answers })
    expect(JSON.parse(stdout)).toMatchObject({ user: { display_name: hostile } })
  })
})

describe('a service that is stopped', () => {
  const ready = { ready: sign('ready') }

  it.each([
    ['register/done', 'created', true],
    ['register/400/M_USER_IN_USE', 'exists', true],
    ['register/403/M_UNKNOWN', 'secret_mismatch', true],
  ])('is started, which is a change, whatever comes of it: %s', async (answer, is, changed) => {
    const call: Call = { ...created, stopped: 'starts', answers: { ...ready, 'register-user': sign(answer) } }
    const { stdout, asked } = await commands.run('register-user', ['--json', 'john'], call)
    expect(reported(stdout)).toEqual({ is, changed })
    expect(asked.map(({ action }) => action)).toEqual(['register-user', 'ready', 'register-user'])
  })

  it('is not started when it runs', async () => {
    const call: Call = { ...created, answers: { 'register-user': sign('register/400/M_USER_IN_USE') } }
    const { stdout } = await commands.run('register-user', ['--json', 'john'], call)
    expect(reported(stdout)).toEqual({ is: 'exists', changed: false })
  })

  it('is not started for a prediction', async () => {
    const { stdout, asked } = await commands.run('register-user', ['--json', '--check', 'john'], {
      ...created,
      stopped: 'starts',
    })
    expect(reported(stdout).is).toBe('cannot_predict')
    expect(asked).toHaveLength(1)
  })

  it.each([
    [
      'masked' as const,
      'service_failed',
      'matrix-synapse.service on matrix.example.org could not be started (Unable to start service matrix-synapse.service: Unit is masked.).',
    ],
    ['missing' as const, 'not_installed', 'There is no matrix-synapse.service on matrix.example.org.'],
  ])('and is %s is a failure', async (stopped, is, message) => {
    const { stdout, exitCode, asked } = await commands.run('register-user', ['--json', 'john'], { ...created, stopped })
    expect({ exitCode, ...reported(stdout) }).toEqual({ exitCode: 3, is, changed: false })
    expect(JSON.parse(stdout)).toMatchObject({ message })
    expect(asked).toHaveLength(1)
  })

  it('and does not answer after its start either is waited for as long as the host says', async () => {
    const call: Call = { ...created, stopped: 'stuck' }
    const { stdout, exitCode, asked } = await commands.run('register-user', ['--json', 'john'], call)
    expect({ exitCode, ...reported(stdout) }).toEqual({ exitCode: 3, is: 'not_ready', changed: true })
    expect(asked.map(({ action }) => action)).toEqual(['register-user', ...Array<string>(4).fill('ready')])
  })
})
