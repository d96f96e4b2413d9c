import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { registrar } from '../support/cli-in-process.ts'

afterAll(removeDirectories)

async function scriptFor(shell: string): Promise<string> {
  const { stdout, exitCode } = await registrar(['completion', shell], { cwd: makeDirectory() })
  expect(exitCode).toBe(0)
  return stdout
}

/** What bash offers after these words, the last of which is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const ask = `COMP_WORDS=(registrar "$@"); COMP_CWORD=$#; _registrar; printf '%s\n' "\${COMPREPLY[@]}"`
  const answer = execFileSync('bash', ['-c', `${await scriptFor('bash')}\n${ask}`, 'bash', ...words], {
    encoding: 'utf8',
  })
  return answer.split('\n').filter(Boolean)
}

it.each([
  ['commands', ['val'], ['validate']],
  ['every command', [''], expect.arrayContaining(['register-user', 'generate', 'completion'])],
  ['options of a command', ['generate', '--d'], ['--diff', '--dry-run']],
  ['values of an option', ['validate', '--format', 'g'], ['github']],
  ['values of an option after =', ['validate', '--format', '=', 'g'], ['github']],
  ['every value of an option after =', ['validate', '--format', '='], ['pretty', 'json', 'github']],
  ['commands to be helped with', ['help', 'va'], ['validate', 'vault-secrets']],
  ['options of the program', ['--v'], ['--version']],
  ['values of an argument', ['completion', ''], ['bash', 'zsh', 'fish']],
  ['nothing of its own where a file is meant, so that bash offers files', ['validate', ''], []],
])('in bash it offers %s', async (_what, words, expected) => {
  expect(await offered(...words)).toEqual(expected)
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
