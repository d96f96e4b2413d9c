import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { entry } from '../support/cli.ts'
import { registrar } from '../support/cli-in-process.ts'

const head = 'version: 1\ndomain: example.com\nhomeserver: synapse\n'
const workspace = makeDirectory({
  'hosts/one.yml': `${head}host: matrix.example.com\nusers: [{ username: alice }, { username: albert }]\n`,
  'hosts/two.yml': `${head}host: chat.example.com\nusers_files: [{ file: pupils.yml, group: pupils }]\nnonsense: 1\n`,
  'hosts/pupils.yml': 'users: [{ username: bob }]\n',
  'hosts/broken.yml': 'users: [',
})

afterAll(removeDirectories)

async function scriptFor(shell: string): Promise<string> {
  const { stdout, exitCode } = await registrar(['completion', shell], { cwd: makeDirectory() })
  expect(exitCode).toBe(0)
  return stdout
}

/** What the program offers in the place of the last word. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout, exitCode } = await registrar(['complete', '--', ...words], { cwd: workspace })
  expect(exitCode).toBe(0)
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/\t.*/, ''))
}

const offers: [string, string[], unknown][] = [
  ['commands', ['val'], ['validate']],
  ['every command', [''], expect.arrayContaining(['register-user', 'generate', 'completion', 'help'])],
  ['options of a command', ['generate', '--d'], ['--diff', '--dry-run']],
  ['options after others', ['-C', '.', 'generate', '--check', '--d'], ['--diff', '--dry-run']],
  ['values of an option', ['validate', '--format', 'g'], ['github']],
  ['values of an option after =', ['validate', '--format=g'], ['--format=github']],
  ['the same as bash has it', ['validate', '--format', '=', 'g'], ['github']],
  ['every value of an option after = in bash', ['validate', '--format', '='], ['pretty', 'json', 'github']],
  ['formats of a list', ['list-users', '-o', ''], ['table', 'json', 'csv', 'yaml']],
  ['commands to be helped with', ['help', 'va'], ['validate', 'vault-secrets']],
  ['options of the program', ['--v'], ['--version']],
  ['values of an argument', ['completion', ''], ['bash', 'zsh', 'fish']],
  ['files', ['validate', ''], [':files']],
  ['directories', ['clean', ''], [':directories']],
  ['hosts', ['doctor', '-H', ''], ['matrix.example.com', 'chat.example.com']],
  ['hosts after =', ['doctor', '--host', '=', 'c'], ['chat.example.com']],
  ['accounts of the host files', ['lock-user', 'al'], ['alice', 'albert']],
  ['accounts of one host, from its lists, too', ['lock-user', '-H', 'chat.example.com', 'alice', ''], ['bob']],
  ['accounts of one file', ['show-user', '--file', 'hosts/two.yml', ''], ['bob']],
  ['accounts in another directory', ['-C', 'hosts', 'lock-user', 'b'], ['bob']],
  ['groups', ['plan', '--group', ''], ['pupils']],
  ['kinds of accounts', ['set-kind', 'alice', ''], ['user', 'bot', 'support']],
  ['kinds for a new account', ['register-user', 'zoe', '--kind', 'b'], ['bot']],
  ['when a token expires', ['create-registration-token', '--expires', ''], ['30m', '12h', '7d', '2w', 'never']],
  ['nothing where only the person knows', ['set-display-name', 'alice', ''], []],
  ['no option after --', ['show-user', '--', '--'], []],
]

it.each(offers)('offers %s', async (_what, words, expected) => {
  expect(await offered(...words)).toEqual(expected)
})

it('offers accounts where bash asks, and runs nothing that was typed', async () => {
  const directory = makeDirectory({ script: await scriptFor('bash') })
  const ask = `registrar() { ${process.execPath} ${entry} "$@"; }; . ./script
    COMP_WORDS=(registrar "$@"); COMP_CWORD=$#; cd ${workspace}; _registrar registrar; printf '%s\n' "\${COMPREPLY[@]}"`
  const answers = [
    ['lock-user', '$(touch pwned)', 'al'],
    ['validate', 'hosts/o'],
  ].map((words) => execFileSync('bash', ['-c', ask, 'bash', ...words], { cwd: directory, encoding: 'utf8' }))
  expect(answers).toEqual(['alice\nalbert\n', 'hosts/one.yml\n'])
  expect(execFileSync('ls', [directory, workspace], { encoding: 'utf8' })).not.toContain('pwned')
})

const present = ['bash', 'zsh', 'fish'].filter(
  (shell) => execFileSync('sh', ['-c', `command -v ${shell} || true`], { encoding: 'utf8' }) !== '',
)

it.each(present)('%s reads its script without a complaint', async (shell) => {
  const directory = makeDirectory({ script: await scriptFor(shell) })
  expect(execFileSync(shell, ['-n', join(directory, 'script')], { encoding: 'utf8' })).toBe('')
})

it('knows no other shell', async () => {
  expect(await registrar(['completion', 'tcsh'], { cwd: makeDirectory() })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('bash, zsh, fish') as string,
  })
})
