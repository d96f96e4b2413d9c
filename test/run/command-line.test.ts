import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { commandLine, startMark, sudoMark, sudoPrompt } from '../../generator/run/command-line.ts'
import { shellEntry } from '../../generator/run/transport.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const printArguments = [process.execPath, '-e', 'process.stdout.write(JSON.stringify(process.argv.slice(1)))', '--']

/** What a program is given when the line goes to a real shell as it goes to the host's. */
function argumentsThrough(words: string[], path = process.env['PATH']): { words: unknown; stderr: string } {
  const line = commandLine([...printArguments, ...words], { enabled: path !== process.env['PATH'] }, true)
  expect(line).not.toContain('\n')
  const { stdout, stderr } = execaSync('sh', ['-c', shellEntry], {
    input: `${line}\n`,
    env: { PATH: path },
    stripFinalNewline: false,
  })
  expect(stdout.startsWith(startMark)).toBe(true)
  return { words: JSON.parse(stdout.slice(startMark.length)), stderr }
}

const adversarial: Record<string, string> = {
  nothing: '',
  spaces: '  a  b  ',
  quotes: `'"\`'"'"'\\'`,
  'a command': '$(touch /tmp/x) `id` ; exit 1 & | > <',
  'a variable': '$HOME ${n} "$@" $n',
  'a glob': '* ? [a-z] ~ {a,b}',
  backslashes: '\\n \\\\n \\c \\0101 %s %b',
  'an option': '--option',
  newlines: '\n\na\n b\n\n',
  'one newline': '\n',
  'a newline at the end': 'a\n',
  'a newline among quotes': `it's\n"so"\n$n\n`,
  'a carriage return': 'a\r\nb\r',
  'other white space': 'a\tb\u00a0c\u2028d\v\f',
  'characters of several bytes': 'é ā Ё 漢字 🙂 e\u0301',
  'control characters': Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join(''),
}

it.each(Object.entries(adversarial))('%s arrives as it is', (_name, word) => {
  expect(argumentsThrough([word, word]).words).toEqual([word, word])
})

it('random words arrive as they are', () => {
  const alphabet = [...`ab '"\\$\`n%\n\r\t*;&|<>(){}[]!#~=éĀЁ漢🙂`]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * below)
  }
  const words = Array.from({ length: 400 }, () =>
    Array.from({ length: random(12) }, () => alphabet[random(alphabet.length)]).join(''),
  )
  expect(argumentsThrough(words).words).toEqual(words)
})

it('a program of many lines arrives as it is', () => {
  const program = Array.from({ length: 2000 }, (_, index) => `line(${index}) # it's "one"`).join('\n')
  expect(argumentsThrough([program]).words).toEqual([program])
})

it('sudo is given the same words, after a mark on standard error', () => {
  const directory = makeDirectory()
  const sudo = join(directory, 'sudo')
  writeFileSync(
    sudo,
    '#!/bin/sh\nprintf "%s|" "$@" | head -c 60 >&2\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n',
  )
  chmodSync(sudo, 0o755)
  const { words, stderr } = argumentsThrough(Object.values(adversarial), `${directory}:${process.env['PATH']}`)
  expect(words).toEqual(Object.values(adversarial))
  expect(stderr.startsWith(`${sudoMark}-k|-S|-p|${sudoPrompt}|-u|root|--|`)).toBe(true)
})

it('sudo asks for nothing where there is no password to give', () => {
  expect(commandLine(['true'], { enabled: true, user: 'matrix' }, false)).toMatch(
    /exec 'sudo' '-n' '-u' 'matrix' '--' "\$@"$/,
  )
})

it.each([
  ['root does without a sudo that is not there', 0, 'root', 'the command runs'],
  ['anyone else gets the message that there is no sudo', 1000, 'root', 'sudo: not found'],
  ['so does root, to become anyone else', 0, 'matrix', 'sudo: not found'],
])('%s', (_name, id, user, expected) => {
  const directory = makeDirectory()
  writeFileSync(join(directory, 'id'), `#!/bin/sh\necho ${id}\n`)
  chmodSync(join(directory, 'id'), 0o755)
  const line = commandLine(['/bin/echo', 'the command runs'], { enabled: true, user }, false)
  symlinkSync('/bin/sh', join(directory, 'sh'))
  const { all } = execaSync('/bin/sh', ['-c', shellEntry], {
    input: `${line}\n`,
    env: { PATH: directory },
    extendEnv: false,
    all: true,
    reject: false,
  })
  expect(all).toContain(expected)
})
