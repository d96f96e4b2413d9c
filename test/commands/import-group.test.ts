import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host =
  'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n' +
  'users_files: [{ file: pupils.yml, group: pupils, leavers: lock }]\n'
const list =
  '# our pupils\nusers:\n' +
  '  # class 7\n' +
  '  - { username: anna.berg, display_name: Anna Berg, id: p1, notes: { class: red } } # since 2025\n' +
  '  - { username: ben.ohm, display_name: Ben Ohm, id: p2, notes: { class: blue } } # left?\n'

const place = (csv: string | Buffer, files: Record<string, string> = {}) => {
  const cwd = makeDirectory({ 'registrar.yml': host, ...files })
  writeFileSync(join(cwd, 'people.csv'), csv)
  return cwd
}
const run = (cwd: string, ...words: string[]) =>
  registrar(['import-users', 'people.csv', '--group', 'pupils', ...words], { cwd })
const listIn = (cwd: string) => readFileSync(join(cwd, 'pupils.yml'), 'utf8')

it('begins a list, and knows everybody again', async () => {
  const cwd = place('name;id;Class\nAnna Berg;1;7b\nAnna Berg;2;7c\nBen Ohm;3;7b\n')
  const shown = await run(cwd)
  expect(shown).toMatchObject({
    exitCode: 0,
    stdout: '+ anna.berg  Anna Berg\n+ anna.berg2  Anna Berg\n+ ben.ohm  Ben Ohm\n',
    stderr: expect.stringContaining('3 new, 0 stay (0 changed), 0 leave.\nNothing was written; --write does it.\n'),
  })
  expect(existsSync(join(cwd, 'pupils.yml'))).toBe(false)
  expect((await run(cwd, '--write')).exitCode).toBe(0)
  expect(listIn(cwd)).toBe(
    'users:\n' +
      '  - { username: anna.berg, display_name: Anna Berg, id: "1", notes: { class: "7b" }, generate: { file: passwords/anna.berg } }\n' +
      '  - { username: anna.berg2, display_name: Anna Berg, id: "2", notes: { class: "7c" }, generate: { file: passwords/anna.berg2 } }\n' +
      '  - { username: ben.ohm, display_name: Ben Ohm, id: "3", notes: { class: "7b" }, generate: { file: passwords/ben.ohm } }\n',
  )
  expect(await run(cwd, '--write')).toMatchObject({ stdout: '', stderr: expect.stringContaining('Nothing to write.') })
  expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
})

it('has who comes, stays and leaves for programs', async () => {
  const cwd = place('name,id,class\nAnna Tal,p1,green\nZoë Ohm,p9,green\n', { 'pupils.yml': list })
  const { exitCode, stdout } = await run(cwd, '--json')
  expect({ exitCode, ...(JSON.parse(stdout) as object) }).toEqual({
    exitCode: 0,
    format_version: 1,
    host: 'matrix.example.org',
    group: 'pupils',
    written: false,
    new: [expect.objectContaining({ username: 'zoe.ohm', display_name: 'Zoë Ohm', id: 'p9' })],
    changed: [{ username: 'anna.berg', changes: { display_name: 'Anna Tal', notes: { class: 'green' } } }],
    leave: ['ben.ohm'],
    unchanged: 0,
  })
})

it('shows who comes, stays and leaves, and changes only their lines', async () => {
  const cwd = place('name,id,class\nAnna Tal,p1,green\nZoë Ohm,p9,green\n', { 'pupils.yml': list })
  const { stdout, stderr } = await run(cwd, '--write')
  expect(stdout).toBe(
    '+ zoe.ohm  Zoë Ohm\n' +
      '~ anna.berg  display name: Anna Berg -> Anna Tal, class: red -> green\n' +
      '- ben.ohm  Ben Ohm\n',
  )
  expect(stderr).toContain('1 new, 1 stay (1 changed), 1 leave.\n')
  expect(listIn(cwd)).toBe(
    '# our pupils\nusers:\n  # class 7\n' +
      '  - { username: anna.berg, display_name: Anna Tal, id: p1, notes: { class: green } } # since 2025\n' +
      '  - { username: zoe.ohm, display_name: "Zoë Ohm", id: p9, notes: { class: green }, generate: { file: passwords/zoe.ohm } }\n',
  )
  const noted = JSON.parse(readFileSync(join(cwd, '.registrar/groups/matrix.example.org.json'), 'utf8')) as object
  expect(noted).toMatchObject({ groups: { pupils: { 'anna.berg': 'named', 'ben.ohm': 'named' } } })
  writeFileSync(join(cwd, 'people.csv'), 'name,id,class\nAnna Tal,p1,green\nZoë Ohm,p9,green\nBen Ohm,p5,red\n')
  expect((await run(cwd)).stdout).toBe('+ ben.ohm2  Ben Ohm\n') // not the account of the one who left
})

it('--part: nobody leaves', async () => {
  const cwd = place('name,id\nZoe,p9\n', { 'pupils.yml': list })
  const { stdout } = await run(cwd, '--write', '--part')
  expect(stdout).toBe('+ zoe  Zoe\n')
  expect(listIn(cwd).startsWith(list)).toBe(true)
})

const text = 'Kennung;Vorname;Nachname;E-Mail;Straße\r\nzoe;Zoë;Grün;zoe@example.org;Öhm\r\n'
const latin = Buffer.from(text, 'latin1')
it.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, little endian, without a mark', Buffer.from(text, 'utf16le')],
  ['UTF-16, big endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['Latin-1', latin],
  ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ['commas', Buffer.from(text.replaceAll(';', ','))],
  ["Excel's first line", Buffer.from(`\ufeffsep=;\r\n${text}`)],
])('reads what spreadsheets write: %s', async (_what, bytes) => {
  const cwd = place(bytes)
  const columns = 'username=Kennung,first_name=Vorname,last_name=Nachname'
  const { exitCode, stderr } = await run(cwd, '--write', '--columns', columns)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringContaining('kept as notes: Straße') })
  expect(listIn(cwd)).toBe(
    'users:\n  - { username: zoe, display_name: "Zoë Grün", emails: [zoe@example.org], notes: { "straße": "Öhm" }, generate: { file: passwords/zoe } }\n',
  )
  expect(stderr.includes('Windows-1252')).toBe(bytes === latin)
})

it.each([
  [
    'name\nAnna Berg\n',
    ['--columns', 'username=Login'],
    'there is no column Login, which --columns names.\n  Its columns: name',
  ],
  ['name\nAnna Berg\n', ['--columns', 'username'], '--columns username is not of the form NAME=HEADING'],
  ['class\n7b\n', [], 'people.csv:1: there is no column username, name, display_name, first_name or last_name.'],
  ['name,password\nAnna,secret-password\n', [], 'people.csv:2: this row has a password'],
  ['name,Kennwort\nAnna,secret-password\n', [], 'people.csv:2: this row has a password'],
  ['username\nboss\n', [], 'has these accounts outside the group pupils: boss'],
])('refuses %j %j', async (csv, words, message) => {
  const cwd = place(csv, { 'pupils.yml': list, 'registrar.yml': `${host}users: [{ username: boss }]\n` })
  const { exitCode, stderr } = await run(cwd, '--write', ...words)
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) })
  expect(stderr).not.toContain('secret-password')
  expect(listIn(cwd)).toBe(list)
})

it.each([
  ['users: [{ username: anna.berg }]\n', 'its users are not a plain list'],
  ['users:\n  - { username: x, state: gone }\n', 'The host file has errors'],
])('leaves a list as it is that it cannot change: %j', async (before, message) => {
  const cwd = place('name\nZoe\n', { 'pupils.yml': before })
  expect(await run(cwd, '--write')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) })
  expect(listIn(cwd)).toBe(before)
})

it.each([
  [['import-users', '--group', 'pupils'], '--group needs a CSV file of its people.'],
  [['import-users', 'people.csv', '--group', 'staff'], 'has no group staff.\n  Choose one of: pupils'],
])('refuses %j', async (words, message) => {
  const { exitCode, stderr } = await registrar(words, { cwd: place('name\nZoe\n') })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) })
})
