import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host = '# ours\nversion: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n'
const vars = 'matrix_domain: example.org\nmatrix_client_element_enabled: true\nmatrix_synapse_admin_enabled: false\n'
const inputs = { 'registrar.yml': host, 'people.csv': 'username\nanna\n', 'vars.yml': vars }

/** What writes, with the place that it writes to. */
const writers: [string, (place: string) => string[]][] = [
  ['generate', (place) => ['generate', 'registrar.yml', '--out', place]],
  ['init', (place) => ['init', '--domain', 'example.org', '--out', place]],
  ['import', (place) => ['import', 'vars.yml', '--out', place]],
  ['plan', (place) => ['plan', '--out', join(place, 'plan.json')]],
]

/** Where nothing can be written, whoever asks. */
const places: [string, (cwd: string) => string][] = [
  ['a directory under /proc', () => '/proc/nowhere'],
  ['a path below a file', () => '/dev/null/below'],
  [
    'a link in a circle',
    (cwd) => {
      symlinkSync('circle', join(cwd, 'circle'))
      return join(cwd, 'circle')
    },
  ],
  ['a name that is too long', (cwd) => join(cwd, 'x'.repeat(300))],
]

const cases = writers.flatMap(([name, words]) => places.map(([where, make]) => ({ name, words, where, make })))

it.each(cases)('$name says that it cannot write to $where', async ({ words, make }) => {
  const cwd = makeDirectory({ ...inputs, 'registrar.yml': `${host}users: [{ username: anna }]\n` })
  const { exitCode, stderr } = await registrar(words(make(cwd)), { cwd })
  expect(stderr).not.toContain('bug')
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(/^error: .+\n {2}.+\n$/) })
})

const changers: [string, string, string[]][] = [
  ['import-users --write', 'registrar.yml', ['import-users', 'people.csv', '--write']],
  ['migrate', 'vars.yml', ['migrate', 'vars.yml', '--to', '2026-08']],
]

it.each(changers)('%s keeps the mode of a file, and leaves nothing beside it', async (_name, file, words) => {
  const cwd = makeDirectory(inputs)
  chmodSync(join(cwd, file), 0o640)
  expect((await registrar(words, { cwd })).stderr).not.toContain('bug')
  expect(statSync(join(cwd, file)).mode & 0o777).toBe(0o640)
  expect(readFileSync(join(cwd, file), 'utf8')).not.toBe(inputs[file as keyof typeof inputs])
  expect(readdirSync(cwd).sort()).toEqual(Object.keys(inputs).sort())
})

const disks: [string, string][] = [
  ['a full disk', 'size=16k'],
  ['a read-only disk', 'ro'],
]

it.each(disks.flatMap(([what, options]) => changers.map(([name, , words]) => ({ what, options, name, words }))))(
  '$name leaves a file on $what as it was',
  async ({ options, words }) => {
    const cwd = makeDirectory()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', cwd])
    try {
      for (const [name, text] of Object.entries(inputs)) writeFileSync(join(cwd, name), text)
      if (options === 'ro') execFileSync('mount', ['-o', 'remount,ro', cwd])
      else execFileSync('sh', ['-c', 'cat /dev/zero > filling 2>/dev/null; true'], { cwd })
      const before = readTree(cwd)
      const { exitCode, stderr } = await registrar(words, { cwd })
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('cannot be written: the ') })
      expect(readTree(cwd)).toEqual(before)
    } finally {
      execFileSync('umount', [cwd])
    }
  },
)

it('writes nothing through a link below the directory of a new workspace', async () => {
  const cwd = makeDirectory(inputs)
  const victim = makeDirectory()
  mkdirSync(join(cwd, 'w'))
  symlinkSync(victim, join(cwd, 'w/inventory'))
  for (const words of [
    ['import', 'vars.yml', '--out', 'w'],
    ['generate', '--out', 'w'],
  ])
    expect(await registrar(words, { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is a symbolic link'),
    })
  expect(readdirSync(victim)).toEqual([])
})

const odd: [string, (path: string) => void, string][] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path]), 'is a pipe'],
  ['a device', (path) => symlinkSync('/dev/zero', path), 'is a device'],
  ['a directory', (path) => mkdirSync(path), 'is a directory'],
  ['a file of a gibibyte', (path) => execFileSync('truncate', ['-s', '1G', path]), 'is larger than'],
]

const readers: [string, string[]][] = [
  ['validate', ['validate', 'odd']],
  ['generate', ['generate', 'odd']],
  ['check-vars', ['check-vars', 'odd']],
  ['migrate', ['migrate', 'odd', '--to', '2026-08']],
  ['import', ['import', 'odd']],
  ['import-users', ['import-users', 'odd']],
  ['apply', ['apply', 'odd', '--yes']],
]

it.each(odd)('no command waits for %s, and each says what it is', async (_what, make, message) => {
  const cwd = makeDirectory(inputs)
  make(join(cwd, 'odd'))
  for (const [, words] of readers) {
    const { exitCode, stdout, stderr } = await registrar(words, { cwd })
    expect({ words, exitCode, reported: stdout + stderr }).toEqual({
      words,
      exitCode: 2,
      reported: expect.stringContaining(message),
    })
  }
})
