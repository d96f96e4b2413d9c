import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { runProgram } from '../support/server-program.ts'

afterAll(removeDirectories)

/** Logs what it is asked for, and answers as `printed` lists for each command, or of the command with --dry-run. */
const program = `import json, os, sys
here = os.path.dirname(os.path.abspath(__file__))
words = sys.argv[2:]
with open(os.path.join(here, "asked"), "a") as asked:
    asked.write(json.dumps(words) + "\\n")
with open(os.path.join(here, "printed.json")) as file:
    printed = json.load(file)
answer = printed.get(words[0] + " --dry-run" if "--dry-run" in words else words[0], "Error: not expected")
sys.stderr.write("x" * (9 << 20) if answer == "endless" else answer)
sys.exit(1 if answer.startswith("Error") else 0)
`

const admins = (count: number, ...names: string[]) =>
  [
    `INFO The following users can request admin privileges (${count} total):`,
    ...names.map((name, index) => `INFO  user.id=${index} username=${name}`),
  ].join('\n')

const known = { 'kill-sessions --dry-run': 'INFO Ended 1 active compat session', 'list-admin-users': admins(0) }

async function ask(
  action: string,
  account: Record<string, unknown>,
  printed: Record<string, string>,
  more: Record<string, unknown> = {},
) {
  const directory = makeDirectory({ 'mas-cli.py': program, 'printed.json': JSON.stringify({ ...known, ...printed }) })
  const { results } = await runProgram('mas', {
    action,
    domain: 'example.org',
    address: { url: 'http://127.0.0.1:9' },
    cli: ['python3', join(directory, 'mas-cli.py')],
    accounts: [{ username: 'alice', ...account }],
    password_rules: { min_bytes: 1, max_bytes: 100_000, normalization: null },
    ...more,
  })
  const path = join(directory, 'asked')
  const asked = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  const [result] = results
  return {
    signs: result?.signs ?? [],
    facts: result?.facts ?? {},
    asked: asked.map((line) => JSON.parse(line) as string[]),
  }
}

const consented = { cli_passwords: 'yes' }

it.each([
  ['lock-user', 'lock-user', {}],
  ['promote-admin', 'promote-admin', {}],
  ['add-email', 'add-email', { email: 'alice@example.org' }],
  ['set-password', 'set-password', { password: 'secret-password' }],
  ['logout-user', 'kill-sessions', {}],
])('after %s whose command does not end nobody knows whether it was done', async (action, command, account) => {
  const { signs, facts } = await ask(action, account, { [command]: 'endless' }, consented)
  expect({ signs, changed: facts['changed'] }).toEqual({ signs: ['lost/unknown'], changed: true })
})

it.each([
  ['list-admin-users', 'promote-admin'],
  ['kill-sessions --dry-run', 'lock-user'],
])('a look that does not end (%s) has changed nothing', async (command, action) => {
  const { signs, facts, asked } = await ask(action, {}, { [command]: 'endless' })
  expect({ signs, changed: facts['changed'] }).toEqual({ signs: ['cli/endless'], changed: undefined })
  expect(asked.at(-1)?.[0]).toBe(command.split(' ')[0])
})

describe('a password, which others on the host can read on a command line', () => {
  const absent = { 'kill-sessions --dry-run': 'Error: User not found', 'register-user': '', 'set-password': '' }

  it.each([
    ['register-user', absent, {}],
    ['register-user', absent, { cli_passwords: 'no' }],
    ['set-password', known, {}],
    ['set-password', known, { cli_passwords: false }],
  ])('is not given with %s unless that is allowed (%#)', async (action, printed, allowed) => {
    const { signs, asked } = await ask(action, { password: 'secret-password' }, printed, allowed)
    expect(signs).toEqual(['cli/password_refused'])
    expect(JSON.stringify(asked)).not.toContain('secret-password')
  })

  it('is given where it is allowed', async () => {
    const { signs, asked } = await ask(
      'set-password',
      { password: 'secret-password', keep_sessions: 'yes' },
      { 'set-password': '' },
      consented,
    )
    expect(signs).toEqual(['done/changed'])
    expect(asked.at(-1)).toEqual(['set-password', '--', 'alice', 'secret-password'])
  })
})

describe('the admins that it lists', () => {
  it.each([
    ['as many as it counts', admins(2, 'alice', 'bob'), ['found'], ['alice', 'bob']],
    ['none', admins(0), ['found'], []],
    ['fewer than it counts', admins(3, 'alice', 'bob'), ['cli/silent'], undefined],
    ['more than it counts', admins(1, 'alice', 'bob'), ['cli/silent'], undefined],
    ['without a count', 'INFO  user.id=1 username=alice', ['cli/silent'], undefined],
    ['nothing at all', '', ['cli/silent'], undefined],
  ])('%s', async (_name, log, signs, names) => {
    const answer = await ask('list-users', { admins: 'yes' }, { 'list-admin-users': log })
    const users = answer.facts['users'] as { username: string }[] | undefined
    expect({ signs: answer.signs, names: users?.map(({ username }) => username) }).toEqual({ signs, names })
  })
})
