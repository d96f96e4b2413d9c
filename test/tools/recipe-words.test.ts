import { chmodSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { installJust } from '../lab/install.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace } from '../support/workspace.ts'

jest.setTimeout(120_000)

/** Prints what Ansible would get, instead of running it. */
const program = `#!/bin/sh
echo "ran: $*"
env | grep ^MATRIX_
`
const root = makeWorkspace([localPlan('synapse', { url: 'http://127.0.0.1:9', configPath: '/nowhere' })])
let bin: string

beforeAll(() => {
  bin = makeDirectory({ 'ansible-playbook': program })
  chmodSync(join(bin, 'ansible-playbook'), 0o755)
})

afterAll(() => {
  rmSync(root, { recursive: true })
  removeDirectories()
})

interface Surroundings {
  env?: Record<string, string>
  answers?: string[][]
  path?: string
  cwd?: string
}

async function just(
  words: string[],
  { env = {}, answers, path = process.env['PATH'] ?? '', cwd = root }: Surroundings = {},
) {
  const typed = [await installJust(), ...words]
  const terminal = join(import.meta.dirname, '../support/terminal.py')
  const [command = '', ...rest] = answers ? ['python3', terminal, JSON.stringify(answers), ...typed] : typed
  const { exitCode, all } = await execa(command, rest, {
    cwd,
    env: { ...env, PATH: [bin, path].join(delimiter) },
    stdin: 'ignore',
    all: true,
    reject: false,
  })
  return { exitCode, output: all, ran: /^ran: (?!.*--tags=show-user)/m.test(all) }
}

const refused: [string, string[], string][] = [
  ['--check for a password', ['register-user', 'x', '--check'], 'The password begins with a dash'],
  ['--help for a password', ['set-password', 'x', '--help'], 'The password begins with a dash'],
  ['-x for a password', ['register-user', 'x', '-x', 'yes'], 'pass - instead'],
  ['-- for a password', ['set-password', 'x', '--'], 'The password begins with a dash'],
  ['--check for a username', ['register-user', '--check'], 'username is "--check"'],
  ['--check for a username with a made password', ['register-user-generated', '--check'], 'username is "--check"'],
  ['--check for who is locked', ['lock-user', '--check'], 'username is "--check"'],
  ['--yes for who is deactivated', ['deactivate-user', '--yes'], 'username is "--yes"'],
  ['--check for an address', ['add-email', 'x', '--check'], 'email is "--check"'],
  ['--check for a token', ['revoke-registration-token', '--check'], 'token is "--check"'],
  ['--check for a display name', ['set-display-name', 'x', '--check'], 'display_name is "--check"'],
  ['--check for a display name, which can be meant', ['set-display-name', 'x', '--check'], 'set MATRIX_DISPLAY_NAME'],
  ['--limit for a kind', ['set-kind', 'x', '--limit=y'], 'kind is "--limit=y"'],
  ['--check for whether there is an admin', ['register-user', 'x', 'y', '--check'], 'admin is "--check"'],
  ['--check for whom to invite', ['invite', '--check'], 'person is "--check"'],
  ['-v for how often a token is used', ['create-registration-token', '-v'], 'uses is "-v"'],
]

it.each(refused)('%s is refused in its place', async (_what, words, says) => {
  const { exitCode, output, ran } = await just(words)
  expect(output).toContain(says)
  expect({ exitCode, ran }).toEqual({ exitCode: 2, ran: false })
})

const taken: [string, string[], Record<string, string>, string][] = [
  ['a password with a dash by the environment', ['set-password', 'x', '-'], { MATRIX_PASSWORD: '--help' }, '--help'],
  ['a password with a dash inside', ['register-user', 'x', 'a--check', 'no', '--check'], {}, 'a--check'],
]

it.each(taken)('%s is taken', async (_what, words, env, password) => {
  expect((await just(words, { env })).output).toContain(`MATRIX_PASSWORD=${password}\n`)
})

describe('setup-access', () => {
  it.each([
    [
      ['--as', 'john', '--keep', 'command:pass insert x'],
      ['setup-access --as john --keep command:pass insert x', 'generate'],
    ],
    [['--check'], ['setup-access --check']],
  ])('%j is for registrar, which renders the workspace again afterwards', async (words, ran) => {
    const own = makeDirectory({ registrar: '#!/bin/sh\necho "registrar $*"\n' })
    chmodSync(join(own, 'registrar'), 0o755)
    const { output, exitCode } = await just(['setup-access', ...words], {
      path: [own, process.env['PATH']].join(delimiter),
    })
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: ran.map((each) => `registrar ${each}`).join('\n') })
  })

  it('says what is missing where there is no registrar', async () => {
    const { output, exitCode } = await just(['setup-access'], { path: '/usr/bin:/bin' })
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: expect.stringContaining('takes registrar itself') })
  })
})

describe('the password of the account of a token', () => {
  const dendrite = {
    ...localPlan('dendrite', { url: 'http://127.0.0.1:9', configPath: '/nowhere' }),
    host: 'dendrite.org',
  }
  const onDendrite = makeWorkspace([dendrite])
  const both = makeWorkspace([dendrite, localPlan('synapse', { url: 'http://127.0.0.1:9', configPath: '/nowhere' })])
  const answers = [['Password for bot: ', 'correct "horse" ']]
  afterAll(() => [onDendrite, both].forEach((each) => rmSync(each, { recursive: true })))

  it.each([
    ['of a Dendrite', onDendrite, []],
    ['of the Dendrite that is chosen', both, ['--limit=dendrite.org']],
    ['of the Dendrite that is chosen by -l', both, ['-l', 'dendrite.org']],
  ])('%s is asked for once', async (_what, cwd, words) => {
    const { output } = await just(['create-access-token', 'bot', ...words], { answers, cwd })
    expect(output).toContain('MATRIX_PASSWORD=correct "horse" \r\n')
  })

  it.each<[string, string, string[], Record<string, string>]>([
    ['of a Synapse', root, [], {}],
    ['of the Synapse that is chosen', both, ['--limit=matrix.example.org'], {}],
    ['that the environment has', onDendrite, [], { MATRIX_PASSWORD: 'given' }],
    ['that is an extra variable', onDendrite, ['-e', 'password=given'], {}],
  ])('%s is not asked for', async (_what, cwd, words, env) => {
    expect((await just(['create-access-token', 'bot', ...words], { answers: [], cwd, env })).ran).toBe(true)
  })
})

describe('erasing at a terminal', () => {
  const prompt = 'Deactivate john, and erase what was written: that cannot be undone. Type erase: '

  it.each([
    ['the word', 'erase', ['MATRIX_CONFIRM_ERASE=john', 'MATRIX_YES=yes'], []],
    ['yes', 'yes', ['Not confirmed: john was not deactivated.'], ['--tags=deactivate-user']],
  ])('asks for the word erase, naming the account; answered with %s', async (_what, answer, given, absent) => {
    const { output } = await just(['deactivate-user', 'john', 'yes'], { answers: [[prompt, answer]] })
    for (const line of given) expect(output).toContain(line)
    for (const line of absent) expect(output).not.toContain(line)
  })

  const question = 'and leaves all rooms. Type yes: '
  it.each(['yes', 'y', 'Yes'])('asks for yes where nothing is erased, and understands %s', async (answer) => {
    const { output } = await just(['deactivate-user', 'john'], { answers: [[question, answer]] })
    expect(output).toMatch(/--tags=show-user[^]*Type yes[^]*--tags=deactivate-user[^]*MATRIX_YES=yes/)
  })

  it.each(['no', 'n', '', 'erase', 'yess'])('starts nothing after "%s", and says so in a line', async (answer) => {
    const { output, ran, exitCode } = await just(['deactivate-user', 'john'], { answers: [[question, answer]] })
    expect(output.trimEnd().split('\n').at(-1)).toBe('Not confirmed: john was not deactivated.')
    expect({ ran, exitCode }).toEqual({ ran: false, exitCode: 2 })
  })

  it('asks nothing where the account was named beforehand', async () => {
    const env = { MATRIX_CONFIRM_ERASE: '@john:example.org' }
    expect((await just(['deactivate-user', 'john', 'yes'], { answers: [], env })).ran).toBe(true)
  })
})
