import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { AppError } from '../errors/app-error.ts'
import type { AskedAccount } from '../run/operate.ts'
import { Secret } from '../secrets/secret.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'

export interface AccountOptions {
  admin?: boolean
  generatePassword?: boolean
  passwordStdin?: boolean
  fromCsv?: string
}

/** Where the passwords come from, said once. */
const waysToGive = 'Run it on a terminal to be asked, set MATRIX_PASSWORD, add --password-stdin, or --generate-password.'

/** The accounts that a person asked for, each with its password; on a terminal one that is missing is asked for. */
export async function askedAccounts(usernames: string[], options: AccountOptions): Promise<AskedAccount[]> {
  if (options.fromCsv !== undefined) {
    if (usernames.length > 0) throw new AppError('usage', 'Usernames and --from-csv exclude each other.', { hint: 'Put all of them into the file.' })
    return accountsFromCsv(options.fromCsv, options)
  }
  if (usernames.length === 0) throw new AppError('usage', 'No username was given.', { hint: 'For example: registrar register-user john' })
  if (usernames.length > 1 && !options.generatePassword) {
    throw new AppError('usage', 'Several accounts would get the same password.', { hint: 'Add --generate-password, or give names and passwords with --from-csv FILE.' })
  }
  const admin = Boolean(options.admin)
  if (options.generatePassword) return usernames.map((username) => ({ username, admin, password: generatePassword() }))
  const [username = ''] = usernames
  return [{ username, admin, password: await onePassword(username, options) }]
}

async function onePassword(username: string, { passwordStdin }: AccountOptions): Promise<Secret> {
  if (passwordStdin) return new Secret((await text(process.stdin)).replace(/\n$/, ''))
  const given = process.env['MATRIX_PASSWORD']
  if (given !== undefined && given !== '') return new Secret(given)
  if (!canAsk()) throw new AppError('no-password', 'No password was given, and there is no terminal to ask on.', { hint: waysToGive })
  const password = await askSecret(`Password for ${username}: `)
  const again = await askSecret('The same again: ')
  if (password.reveal() !== again.reveal()) throw new AppError('passwords-differ', 'The two are not the same; nothing was done.', { hint: 'Try again.' })
  return password
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 24 letters and digits: 142 bits, and nothing that a shell or a client could misread. */
function generatePassword(): Secret {
  return new Secret(Array.from({ length: 24 }, () => alphabet[randomInt(alphabet.length)]).join(''))
}

const columns = ['username', 'password', 'admin']

async function accountsFromCsv(file: string, options: AccountOptions): Promise<AskedAccount[]> {
  return (await readRows(file)).map((row, index) => {
    const where = `${file}:${index + 2}`
    const { username = '', password, admin } = row
    if (username === '') throw csvError(`${where}: there is no username.`)
    if (!password && !options.generatePassword) throw csvError(`${where}: there is no password.`, 'Fill it in, or add --generate-password.')
    return { username, admin: isAdmin(admin, where) || Boolean(options.admin), password: password ? new Secret(password) : generatePassword() }
  })
}

async function readRows(file: string): Promise<Record<string, string>[]> {
  const { parse } = await import('csv-parse/sync')
  let rows: Record<string, string>[]
  try {
    rows = parse(readFileSync(file === '-' ? 0 : file, 'utf8'), { bom: true, columns: true, skip_empty_lines: true, delimiter: [',', ';'] }) as Record<string, string>[]
  } catch (error) {
    throw csvError(`${file}: ${(error as Error).message}`)
  }
  const unknown = Object.keys(rows[0] ?? { username: '' }).filter((column) => !columns.includes(column))
  if (rows[0] && !('username' in rows[0])) throw csvError(`${file}:1: there is no column username.`)
  if (unknown.length > 0) throw csvError(`${file}:1: the column ${unknown[0]} is not known.`)
  if (rows.length === 0) throw csvError(`${file}: there is no account in it.`)
  return rows
}

function isAdmin(word: string | undefined, where: string): boolean {
  const lower = (word ?? '').trim().toLowerCase()
  if (['yes', 'true', '1'].includes(lower)) return true
  if (['', 'no', 'false', '0'].includes(lower)) return false
  throw csvError(`${where}: admin is "${word}", which is neither yes nor no.`)
}

function csvError(message: string, hint = `The first line names the columns: ${columns.join(',')}`): AppError {
  return new AppError('csv', message, { hint })
}
