import { join } from 'node:path'
import { execa } from 'execa'
import { withoutLineEnd } from '../../generator/secrets/line-end.ts'
import { removeDirectories } from '../support/directory.ts'
import { hostCommands, installCommands } from '../support/host-commands.ts'
import { ordinary } from '../support/passwords.ts'

/** Tells what it was asked for, as the reason of a failure. */
const echo = String.raw`
tail -n 1 | sed 's/.*"accounts": \[\({.*}\)\].*/\1/; s/[\"]/\\&/g; s/.*/{"results": [{"signs": [], "outcome": "failed", "class": "secret_mismatch", "facts": {"detail": "&"}}]}/'
`

const root = installCommands(['sh', '-c', echo]) // a shell starts ten times as fast as Python
const commands = hostCommands(root)

afterAll(async () => {
  await commands.end()
  removeDirectories()
})

async function run(words: string[], input = '') {
  const { stdout, stderr, exitCode } = await commands.run('register-user', words, { input })
  return { stdout, stderr, exitCode }
}

/** The account that the steps were given. */
async function asked(words: string[], input?: string): Promise<unknown> {
  const { stdout } = await run(['--json', ...words], input)
  const { message } = JSON.parse(stdout) as { message: string }
  return JSON.parse(/\((\{.*\})\)/s.exec(message)?.[1] ?? message) as unknown
}

const typed = [
  ...ordinary.filter((password) => /^-|\n|^[\\"'{]/.test(password)),
  '--',
  '-',
  '--=x',
  '--ad',
  '--check',
  '-h',
  '--json',
  '\ufeffx',
  '-x y',
  'x\n\n',
]

it.each(typed)(
  '%j is a password when it is typed after the username, and when it comes on standard input',
  async (password) => {
    const account = {
      username: 'john',
      password,
      admin: 'no',
      email: [],
      display_name: '',
      kind: '',
      accept_weak_password: 'no',
    }
    const seen = await Promise.all([
      asked(['--admin', '--', '@john:example.org', password]),
      asked(['--', '-john', password, '1']),
      ...(withoutLineEnd(`${password}\n`).stray ? [] : [asked(['john'], `${password}\n`)]),
    ])
    expect(seen).toEqual(
      [{ ...account, admin: 'yes' }, { ...account, username: '-john', admin: '1' }, account].slice(0, seen.length),
    )
  },
)

const refused: [string, string[], string, string][] = [
  ['an empty password', ['john', '', '0'], '', 'No password was given.'],
  ['a second line end', ['john'], 'hush\r\n\n', 'has a second line end in line 1, column 6, which nobody could type'],
  ['a carriage return', ['john'], 'hush\r', 'has a carriage return in line 1, column 5'],
  ['a byte order mark', ['john'], '\ufeffhush\n', 'has a byte order mark in line 1, column 1'],
  ['nothing on standard input', ['john'], '', 'No password was given.'],
  ['a password that was left without quotes', ['john', 'hush', 'hush', '0'], '', 'a password with spaces needs quotes'],
  ['a third word that is neither yes nor no', ['john', 'hush', '2'], '', 'admin is "2"'],
  ['an option after the password', ['john', 'hush', '--admin'], '', 'admin is "--admin"'],
  ['an option in the place of the password', ['john', '--check'], '', 'the password begins with a dash'],
  ['a dash in the place of the password', ['john', '-', '1'], '', 'the password begins with a dash'],
  ['no username', ['--admin'], '', 'required: username'],
  ['an option that there is not', ['--adm1n', 'john', 'hush'], '', 'unrecognized arguments: --adm1n'],
]

it.each(refused)('%s is refused, without the password', async (_what, words, input, says) => {
  const { stderr, stdout, exitCode } = await run(words, input)
  expect(stderr).toContain(says)
  expect(stderr).not.toContain('hush')
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
})

it.each(['', '\n', '\r\n'])('cuts one line end, %j, off standard input', async (end) => {
  expect(await asked(['john'], `hush${end}`)).toMatchObject({ password: 'hush' })
})

it('is a program by itself', async () => {
  const command = join(root, 'bin/register-user')
  const { stdout } = await execa(command, ['--json', 'john'], { input: 'a password', reject: false })
  expect(stdout).toContain('a password')
})

describe('at a terminal', () => {
  const typing = (...agains: string[]) => {
    const answers = agains.flatMap((again) => [
      ['Password for @john:example.org: ', 'the one'],
      ['Confirm password: ', again],
    ])
    const words = [join(import.meta.dirname, '../support/terminal.py'), JSON.stringify(answers)]
    return execa('python3', [...words, join(root, 'bin/register-user'), '--json', 'john'], { reject: false })
  }

  it('asks again when the two passwords differ', async () => {
    const { stdout } = await typing('another', 'the one')
    expect(stdout).toContain('The passwords do not match. Try again.')
    expect(stdout).toContain('the one') // what it was asked for
  })

  it('does nothing when they differ three times', async () => {
    const { stdout, exitCode } = await typing('another', 'another', 'another')
    expect(stdout).toContain('The passwords do not match; nothing was done.')
    expect({ exitCode, asked: stdout.includes('the one') }).toEqual({ exitCode: 1, asked: false })
  })
})
