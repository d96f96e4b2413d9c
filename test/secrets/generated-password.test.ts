import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import zxcvbn from 'zxcvbn'
import schema from '../../schemas/defs/users.schema.json' with { type: 'json' }
import { type PasswordKind, passwordKinds } from '../../generator/plan/password-kind.ts'
import { makePassword, passwordInFile, wordsOf } from '../../generator/secrets/generated-password.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { startPython } from '../support/python-runner.ts'

afterAll(async () => {
  await keeper.end()
  removeDirectories()
})

it('makes a password, and keeps it where only its owner reads it and git does not look', async () => {
  const directory = join(makeDirectory(), 'passwords')
  const password = (await passwordInFile(join(directory, 'john'))).reveal()
  expect(password).toMatch(/^[A-Za-z0-9]{24}$/)
  expect(readFileSync(join(directory, 'john'), 'utf8')).toBe(`${password}\n`)
  expect(statSync(join(directory, 'john')).mode & 0o777).toBe(0o600)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(readdirSync(directory)).toEqual(['.gitignore', 'john'])
})

const words = /^[a-z]{2,9}(-[a-z]{2,9}){3}$/

it.each(passwordKinds.languages)('has 2048 words in %s, each of 11 bits and of plain letters', (language) => {
  const known = wordsOf(language)
  expect([known.length, new Set(known).size]).toEqual([2048, 2048])
  expect(known.filter((word) => !/^[a-z]{2,9}$/.test(word))).toEqual([])
  expect(makePassword({ words: 4, language })).toMatch(words)
})

it('makes of four words what MAS accepts, and never the same', () => {
  const made = Array.from({ length: 200 }, () => makePassword({ words: 4 }))
  // all are four words of one list, and each takes zxcvbn long
  const rated = isExhaustive ? made : made.slice(0, 40)
  expect(rated.filter((password) => zxcvbn(password).score < 3)).toEqual([])
  expect(new Set(made).size).toBe(200)
})

it('allows in the host file what it can make', () => {
  const { words: count, language } = schema.items.properties.generate.properties
  expect([count.minimum, count.maximum, language.enum]).toEqual(Object.values(passwordKinds))
})

it('takes the password that is there', async () => {
  const directory = makeDirectory({ john: 'given before\n' })
  expect((await passwordInFile(join(directory, 'john'))).reveal()).toBe('given before')
  expect(readdirSync(directory)).toEqual(['john'])
})

it('gives everyone the same, however many ask at once', async () => {
  const directory = makeDirectory()
  const made = await Promise.all(Array.from({ length: 20 }, () => passwordInFile(join(directory, 'john'))))
  expect(new Set(made.map((password) => password.reveal())).size).toBe(1)
  expect(readdirSync(directory)).toEqual(['.gitignore', 'john'])
})

it('says why it cannot, and never overwrites', async () => {
  const directory = makeDirectory({ empty: '' })
  await expect(passwordInFile(join(directory, 'empty'))).rejects.toMatchObject({
    code: 'password-file',
    message: expect.stringContaining('is empty'),
  })
  writeFileSync(join(directory, 'file'), 'x')
  await expect(passwordInFile(join(directory, 'file/john'))).rejects.toMatchObject({ code: 'password-file' })
})

const keeper = startPython('password-keeper.py')

/** As the role's plugins do it: the passwords by username. */
async function keepPasswords(directory: string, accounts: object[], more: object = {}) {
  const request = { accounts, directory, handouts: join(directory, 'handouts'), suffix: '', check: false, ...more }
  return (await keeper.ask(request)) as Partial<Record<'passwords' | 'files', Record<string, string>>> & {
    refused?: string
  }
}

/** Both ways to a password in a file: this program, and Ansible's role. */
const ways: Record<string, (directory: string, file: string, kind?: PasswordKind) => Promise<string>> = {
  'the program': async (directory, file, kind) => (await passwordInFile(join(directory, file), kind)).reveal(),
  Ansible: async (directory, file, kind = {}) => {
    const said = Object.fromEntries(Object.entries(kind).map(([key, value]) => [`generate_${key}`, value as unknown]))
    const { passwords, refused } = await keepPasswords(directory, [{ username: 'john', generate_file: file, ...said }])
    if (!passwords) throw new Error(refused)
    return passwords['john'] ?? ''
  },
}

/** What is there already, with its mode, and the .gitignore afterwards; undefined: none. */
const states: [string, Record<string, [text: string, mode: number]> | undefined, string | undefined][] = [
  ['a directory that is made for it', undefined, '*\n'],
  ['an empty one, of a run that ended early', {}, '*\n'],
  ['one with an empty .gitignore', { '.gitignore': ['', 0o644] }, '*\n'],
  ['one with an empty .gitignore and passwords', { '.gitignore': ['', 0o600], mary: ['hers', 0o600] }, '*\n'],
  ["the operator's own .gitignore", { '.gitignore': ['/john\n', 0o644] }, '/john\n'],
  ["the operator's own files", { 'registrar.yml': ['version: 1\n', 0o644] }, undefined],
  ["the operator's own files, and an empty .gitignore", { '.gitignore': ['', 0o644], notes: ['', 0o644] }, ''],
]

describe.each(Object.entries(ways))('by %s', (_, passwordIn) => {
  it.each(states)('%s: git looks away only where nothing but passwords is', async (_name, files, ignored) => {
    const directory = makeDirectory()
    if (files) mkdirSync(join(directory, 'kept'))
    for (const [name, [text, mode]] of Object.entries(files ?? {})) {
      writeFileSync(join(directory, 'kept', name), text)
      chmodSync(join(directory, 'kept', name), mode)
    }
    const password = await passwordIn(directory, 'kept/john')
    const file = join(directory, 'kept/john')
    expect(password).toMatch(/^[A-Za-z0-9]{24}$/)
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([`${password}\n`, 0o600])
    const ignore = readdirSync(join(directory, 'kept')).includes('.gitignore')
    expect(ignore ? readFileSync(join(directory, 'kept/.gitignore'), 'utf8') : undefined).toBe(ignored)
    expect(readdirSync(join(directory, 'kept')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('makes one of words, and takes it again', async () => {
    const directory = makeDirectory()
    const password = await passwordIn(directory, 'john', { words: 4, language: 'cs' })
    expect(password).toMatch(words)
    const czech = wordsOf('cs')
    expect(password.split('-').filter((word) => !czech.includes(word))).toEqual([])
    expect(await passwordIn(directory, 'john', { words: 5 })).toBe(password)
  })

  it.each(['kept/length=1', 'with = and space/john x=y', '$HOME/{{ x }}', 'größe/%2e'])(
    '%s is a path like another',
    async (file) => {
      const directory = makeDirectory()
      const password = await passwordIn(directory, file)
      expect(readFileSync(join(directory, file), 'utf8')).toBe(`${password}\n`)
      expect(await passwordIn(directory, file)).toBe(password)
    },
  )

  it.each([
    ['an empty file', 'empty', 'is empty'],
    ['a directory', 'sub', 'a'],
    ['a file on the way', 'empty/john', ''],
  ])('%s is refused', async (_name, file, says) => {
    const directory = makeDirectory({ empty: '' })
    mkdirSync(join(directory, 'sub'))
    await expect(passwordIn(directory, file)).rejects.toThrow(says)
  })
})

it('refuses a file of nothing but white space', async () => {
  const directory = makeDirectory({ blank: ' \t\n\n' })
  await expect(passwordInFile(join(directory, 'blank'))).rejects.toThrow('is empty')
})

it('keeps what is for people in files of their own, whatever they are called', async () => {
  const directory = makeDirectory()
  const names = ['john', '..', '.gitignore', 'a/b', 'x=y z']
  const accounts = names.map((username) => ({ username, generate_shown: true }))
  const { passwords = {}, files = {} } = await keepPasswords(directory, accounts)
  for (const name of names) {
    expect(files[name]).toBe(join(directory, 'handouts', `${name.replace('/', '%2F')}.txt`))
    expect(readFileSync(files[name] ?? '', 'utf8')).toBe(`${passwords[name]}\n`)
  }
})

it('writes nothing where it is only to predict', async () => {
  const directory = makeDirectory()
  const { passwords } = await keepPasswords(directory, [{ username: 'john', generate_shown: true }], { check: true })
  expect(passwords).toEqual({ john: expect.stringMatching(/^\w{24}$/) })
  expect(readdirSync(directory)).toEqual([])
})
