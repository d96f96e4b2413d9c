import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOfCsv } from '../../generator/commands/accounts-from-csv.ts'
import type { AppError } from '../../generator/errors/app-error.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { csvOf, ordinary, random } from '../support/passwords.ts'

const file = join(makeDirectory(), 'people.csv')

afterAll(removeDirectories)

function rows(text: string | Buffer) {
  writeFileSync(file, text)
  return rowsOfCsv(file)
}

it('reads each password exactly as it stands in quotes', async () => {
  const passwords = [...ordinary, ...random].filter(Boolean)
  const read = await rows(csvOf(passwords.map((password, index) => ({ username: `u${index}`, password }))))
  expect(read.map(({ password }) => password)).toEqual(passwords)
})

const fields: [string, string, string][] = [
  ['a semicolon where commas are the delimiter', 'username,password\njohn,a;b\n', 'a;b'],
  ['a comma where semicolons are', 'username;password;admin\njohn;a,b;no\n', 'a,b'],
  ['white space around it', 'username,password\njohn,  a b \n', '  a b '],
  ['line ends of two kinds', 'username,password\njohn,secret\r\njane,other\r\n', 'secret'],
  ['a byte order mark of its own, after that of the file', '\ufeffusername,password\njohn,\ufeffx\n', '\ufeffx'],
  ['a carriage return in quotes', 'username,password\r\njohn,"l1\rl2\r\nl3"\r\n', 'l1\rl2\r\nl3'],
]

it.each(fields)('takes %s as it is', async (_what, text, password) => {
  expect((await rows(text))[0]).toMatchObject({ username: 'john', password })
})

const mistakes: [string, string | Buffer, string][] = [
  ['a quote inside a field', 'username,password\njohn,hush"hush\n', ':2: there is a quote inside a field'],
  ['text after a closing quote', 'username,password\njohn,"hush"hush\n', ':2: something follows a closing quote'],
  ['a quote that is not closed', 'username,password\njohn,"hush\n', 'a quote is not closed'],
  ['a password that a comma cuts', 'username,password\njohn,hush,hush\n', ':2: there are more or fewer fields'],
  [
    'a password that a comma cuts, its end taken for admin',
    'username,password,admin\njohn,hush,hush\n',
    ':2: admin is neither yes nor no',
  ],
  ['no line of names', 'john,hush\njane,hush2\n', ':1: there is no column username'],
  [
    'a name that stands twice',
    'username,password\njohn,hush\n\n@john:example.org,hush2\n',
    `:4: duplicate username john (first in ${file}:2)`,
  ],
  ['another encoding', Buffer.from('username,password\njohn,hush\xe4\n', 'latin1'), ' is not UTF-8'],
  ['an empty username', 'username,password\n,hush\n', ':2: there is no username'],
  ['a user ID without a name', 'user_id,password\n@:example.org,hush\n', ':2: the user ID is incomplete'],
  ['an @ and nothing else', 'username,password\n@,hush\n', ':2: the user ID is incomplete'],
  ['a user ID without a domain', 'username,password\n@john,hush\n', ':2: the user ID is incomplete'],
  [
    'a name that stands twice, in capitals',
    'username,password\njohn,hush\nJohn,hush2\n',
    ':3: duplicate username john',
  ],
  [
    'two columns that say the same',
    'user_id,Username,password\n@a:b,a,hush\n',
    ':1: the columns user_id and Username are both',
  ],
  ['nobody', 'username,password\n', 'it lists no accounts'],
]

it.each(mistakes)('refuses %s, without showing any of it', async (_what, text, says) => {
  const error = (await rows(text).catch((each: unknown) => each)) as AppError
  expect(error.message).toContain(says)
  expect(`${error.message} ${error.hint}`).not.toContain('hush')
})

it.each([
  'Username,Password,Admin,Display Name',
  ' USER_ID , passwd , is_admin , DisplayName ',
  'localpart;pass;administrator;full name',
  '\ufeffLogin,PASSWORD,is-admin,Full-Name',
])('knows the columns of %s', async (heads) => {
  const delimiter = heads.includes(';') ? ';' : ','
  const [row] = await rows(`${heads}\n${['john', 'secret', 'yes', 'John Doe'].join(delimiter)}\n`)
  expect(row).toMatchObject({ username: 'john', password: 'secret', admin: true, displayName: 'John Doe' })
})

it('says that a file is not there', async () => {
  await expect(rowsOfCsv(`${file}-not`)).rejects.toThrow('cannot be read: there is no such file')
})
