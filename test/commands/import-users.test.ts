import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host = '# ours\nversion: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n'
const place = (csv: string, users = '') => makeDirectory({ 'registrar.yml': host + users, 'people.csv': csv })

it('makes users of a list of people, without asking the server', async () => {
  const cwd = place('username;admin\nanna;yes\n@bob:example.org;no\ncarl/x;\n1.5;\n')
  const printed = await registrar(['import-users', 'people.csv'], { cwd })
  expect(printed.stdout).toBe(
    [
      'users:',
      '  - { username: anna, admin: true, generate: { file: passwords/anna } }',
      '  - { username: "@bob:example.org", generate: { file: passwords/bob } }',
      '  - { username: carl/x, generate: { file: "passwords/carl%2Fx" } }',
      '  - { username: "1.5", generate: { file: passwords/1.5 } }\n',
    ].join('\n'),
  )
  expect(await registrar(['import-users', 'people.csv', '--write'], { cwd })).toMatchObject({
    exitCode: 0,
    stderr: '4 accounts added to registrar.yml. Next: registrar plan\n',
  })
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(host + printed.stdout)
  expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
})

it('says of how many words, and of which language, their passwords are to be', async () => {
  const cwd = place('username\nanna\n')
  const { stdout } = await registrar(['import-users', 'people.csv', '--words', '5', '--language', 'fr'], { cwd })
  expect(stdout).toBe('users:\n  - { username: anna, generate: { file: passwords/anna, words: 5, language: fr } }\n')
  const { exitCode, stderr } = await registrar(['import-users', 'people.csv', '--words', '3'], { cwd })
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('It must be a number from 4 to 12')])
})

it.each([
  ['users:\n  # the first\n  - { username: anna } # ours\n  # of old\n\n# the end\nconnection: { kind: ssh }\n', '  '],
  ['users:\n- username: anna # ours\n  admin: true\n  # of old\nconnection: { kind: ssh }\n', ''],
  ['users:\n    - username: anna\n      emails:\n        - a@example.org', '    '],
  ['users:\n  - username: anna\n    display_name: |-\n      Anna\nconnection: { kind: ssh }\n', '  '],
])('--write adds to the users that are there, and changes nothing else: %j', async (users, indent) => {
  const cwd = place('username\nanna\nbob\ncarl\n', users)
  const { exitCode, stderr } = await registrar(['import-users', 'people.csv', '--write'], { cwd })
  expect({ exitCode, stderr }).toEqual({
    exitCode: 0,
    stderr: '2 accounts added to registrar.yml. Next: registrar plan\n',
  })
  const written = readFileSync(join(cwd, 'registrar.yml'), 'utf8')
  const added = ['bob', 'carl'].map(
    (name) => `${indent}- { username: ${name}, generate: { file: passwords/${name} } }\n`,
  )
  expect(written.replace(added.join(''), '')).toBe(host + users + (users.endsWith('\n') ? '' : '\n'))
  expect((parse(written) as { users: object[] }).users).toEqual([
    ...(parse(host + users) as { users: object[] }).users,
    { username: 'bob', generate: { file: 'passwords/bob' } },
    { username: 'carl', generate: { file: 'passwords/carl' } },
  ])
  const again = await registrar(['import-users', 'people.csv', '--write'], { cwd })
  expect(again.stderr).toBe('Nothing to add: registrar.yml has all of these accounts.\n')
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(written)
})

it.each(['users: [{ username: anna }]\n', 'users: []\n'])('--write adds no line to %j', async (users) => {
  const cwd = place('username\nbob\n', users)
  const { exitCode, stderr } = await registrar(['import-users', 'people.csv', '--write'], { cwd })
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('users in registrar.yml is not a plain list'),
  })
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(host + users)
})

it('takes e-mail addresses, and keeps other columns as notes, and says which', async () => {
  const cwd = place('Login;E-Mail;Class;admin\nanna;"a@example.org, b@example.org";7b;\nbob;;7c;yes\n')
  const { exitCode, stdout, stderr } = await registrar(['import-users', 'people.csv'], { cwd })
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout:
      'users:\n  - { username: anna, emails: [a@example.org, b@example.org], notes: { class: "7b" }, generate: { file: passwords/anna } }\n' +
      '  - { username: bob, admin: true, notes: { class: "7c" }, generate: { file: passwords/bob } }\n',
  })
  expect(stderr).toContain('note: people.csv:1: kept as notes: Class.\n')
  const wrong = await registrar(['import-users', 'people.csv'], { cwd: place('username,email\nanna,at home\n') })
  expect(wrong).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('people.csv:2: emails contains something that is not an'),
  })
})

it.each([
  ['..', 'passwords/%2E%2E'],
  ['.', 'passwords/%2E'],
  ['...a', 'passwords/%2E%2E%2Ea'],
  ['../../etc/cron', 'passwords/%2E%2E%2F..%2Fetc%2Fcron'],
  ['@..:example.org', 'passwords/%2E%2E'],
])('keeps the password of %s in its own directory', async (username, file) => {
  const { stdout, exitCode } = await registrar(['import-users', 'people.csv'], {
    cwd: place(`username\n${username}\n`),
  })
  const { users } = parse(stdout) as { users: { generate: { file: string } }[] }
  expect({ exitCode, file: users[0]?.generate.file }).toEqual({ exitCode: 0, file })
})

it('leaves out who is named already, in whichever form', async () => {
  const { stdout } = await registrar(['import-users', 'people.csv'], {
    cwd: place('username\nanna\nbob\n', 'users: [{ username: "@Anna:example.org" }]\n'),
  })
  expect(stdout).toBe('users:\n  - { username: bob, generate: { file: passwords/bob } }\n')
})

it.each([
  [
    'username,password\nanna,secret-password\n',
    'people.csv:2: this row has a password, which cannot go into a host file.',
  ],
  ['username\nanna\nAnna B\n', 'people.csv:3: '],
  ['username\nanna\nanna\n', 'people.csv:3: duplicate username anna (first in people.csv:2).'],
])('reports the line of what cannot be', async (csv, message) => {
  const { exitCode, stdout, stderr } = await registrar(['import-users', 'people.csv'], { cwd: place(csv) })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('secret-password')
})

it.each([
  ['a noncharacter', 'a\ufffeb'],
  ['a C1 control character', 'a\u0085b'],
  ['an escape', 'a\u001b[31m'],
  ['too many characters', 'x'.repeat(257)],
])('reports the line of a display name with %s, which no host file can hold', async (_what, name) => {
  const cwd = place(`username,display_name\nanna,Anna\nbob,${name}\n`)
  const { exitCode, stdout, stderr } = await registrar(['import-users', 'people.csv'], { cwd })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain('people.csv:3: the display name has control characters, or more than 256 characters.')
})

it.each(['\u2028\u202e{{ }}', "it's: #", '"\\', 'x'.repeat(256), '🙂'.repeat(128)])(
  'writes the display name %j so that it is read back',
  async (name) => {
    const cwd = place(`username,display_name\nanna,"${name.replaceAll('"', '""')}"\n`)
    const { stdout } = await registrar(['import-users', 'people.csv', '--write'], { cwd })
    expect(stdout).toBe('')
    expect(parse(readFileSync(join(cwd, 'registrar.yml'), 'utf8'))).toMatchObject({ users: [{ display_name: name }] })
    expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
  },
)

it('reports every row that cannot be, each with its line and what to do', async () => {
  const cwd = place('username;admin\nanna;perhaps\n;yes\nbob;no\nAnna B;\n')
  const { exitCode, stdout, stderr } = await registrar(['import-users', 'people.csv'], { cwd })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  for (const message of ['people.csv:2: admin is neither yes nor no.', 'people.csv:3: there is no username.'])
    expect(stderr).toContain(message)
  const many = await registrar(['import-users', 'people.csv'], {
    cwd: place(
      `username;admin\n${'Anna B;\n'.repeat(1)}${Array.from({ length: 30 }, (_, row) => `Anna ${row};\n`).join('')}`,
    ),
  })
  expect(many.stderr.match(/people.csv:\d+: "Anna/g)).toHaveLength(20)
  expect(many.stderr).toContain('... and 11 more.')
})

it('makes usernames of names where that is asked for, and only there', async () => {
  const cwd = place('name,username,admin\nZoë O\'Hara-Straße,,\n"Łukasz  Ångström, Jr.",,\nRoot,root2,yes\n李 B2,,\n')
  const { stdout } = await registrar(['import-users', 'people.csv', '--make-usernames'], { cwd })
  expect([...stdout.matchAll(/username: (\S+),/g)].map(([, username]) => username)).toEqual([
    'zoe.o.hara.strasse',
    'lukasz.angstrom.jr',
    'root2',
    'b2',
  ])
  expect((await registrar(['import-users', 'people.csv'], { cwd })).stderr).toContain(
    'people.csv:2: there is no username.',
  )
})

it.each([
  [
    'name,username\nAnna Berg,anna\nAnna,Anna\n',
    'people.csv:3: duplicate username anna (first in people.csv:2).',
    'give one of the two another username',
  ],
  ['name\n李小龍\n', 'people.csv:2: cannot derive a username from this name.', 'Add a column username'],
])('reports the line of a name that gives no username of its own', async (csv, message, hint) => {
  const { exitCode, stderr } = await registrar(['import-users', 'people.csv', '--make-usernames'], { cwd: place(csv) })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(message)
  expect(stderr).toContain(hint)
})
