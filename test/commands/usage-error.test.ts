import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const cwd = makeDirectory({
  'registrar.yml': 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n',
})

it.each([
  ['registr-user', 'There is no command "registr-user".', 'Did you mean register-user?'],
  ['nope', 'There is no command "nope".', 'registrar --help lists the commands.'],
  ['help nope', 'There is no command "nope".', 'registrar --help lists the commands.'],
  ['--json list-users', 'registrar has no option --json.', "Options come after the command's name."],
  ['show-user --nope', 'registrar show-user has no option --nope.', 'registrar show-user --help lists its options.'],
  [
    'set-password john --password secret',
    'registrar set-password has no option --password.',
    'A password is not an argument, which others could see: leave it out to be asked, or use --password-stdin.',
  ],
  [
    'set-display-name john',
    'registrar set-display-name needs username and display_name.',
    'For example: registrar set-display-name john Johnny',
  ],
  ['plan --jsn', 'registrar plan has no option --jsn.', 'Did you mean --json?'],
  [
    'import',
    'registrar import needs the argument file.',
    'Usage: registrar import [options] <file...> (registrar import --help has examples).',
  ],
  [
    'set-kind anna bot x',
    'registrar set-kind takes 2 arguments, not 3.',
    'Usage: registrar set-kind [options] [username] [kind] (registrar set-kind --help has examples). An argument with spaces needs quotes.',
  ],
  ['plan --file', '--file needs a value.', 'Write registrar plan --file <path>.'],
  [
    'migrate vars.yml',
    'registrar migrate needs --to.',
    'Add --to <release>. Usage: registrar migrate [options] <file...> (registrar migrate --help has examples).',
  ],
  ['setup-access --client --as x', '--client and --as contradict each other.', 'Keep one of the two.'],
  ['show-user -o xml', '--output is "xml".', 'It is one of: table, json, yaml.'],
  ['completion tcsh', 'registrar completion: shell is "tcsh".', 'It is one of: bash, zsh, fish.'],
  ['check-discovery --timeout x', '--timeout is "x".', 'It is a number of seconds.'],
])('registrar %s: %s %s', async (words, message, hint) => {
  expect(await registrar(words.split(' '), { cwd })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error: ${message}\n  ${hint}\n`,
  })
})

it.each(['--json', '--output json', '-o json', '--output=json'])(
  'a usage error with %s is a document',
  async (asked) => {
    const { exitCode, stdout, stderr } = await registrar(['show-user', '--nope', ...asked.split(' ')], { cwd })
    expect({ exitCode, stderr, reported: JSON.parse(stdout) as unknown }).toMatchObject({
      exitCode: 2,
      stderr: '',
      reported: { outcome: 'failed', class: 'usage', changed: false },
    })
  },
)
