import { randomInt } from 'node:crypto'
import { AppError } from '../errors/app-error.ts'
import type { AskedAccount } from '../run/operate.ts'
import { Secret } from '../secrets/secret.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'
import { csvError, rowsOfCsv } from './accounts-from-csv.ts'
import { readAll, utf8 } from './read-input.ts'

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
  if (passwordStdin) return passwordFrom(await readAll(process.stdin))
  const given = process.env['MATRIX_PASSWORD']
  delete process.env['MATRIX_PASSWORD'] // ssh and a ProxyCommand have no need of it
  if (given !== undefined && given !== '') return new Secret(given)
  if (!canAsk()) throw new AppError('no-password', 'No password was given, and there is no terminal to ask on.', { hint: waysToGive })
  const password = await askSecret(`Password for ${username}: `)
  const again = await askSecret('The same again: ')
  if (password.reveal() !== again.reveal()) throw new AppError('passwords-differ', 'The two are not the same; nothing was done.', { hint: 'Try again.' })
  return password
}

/** With one newline at its end cut. */
function passwordFrom(bytes: Buffer): Secret {
  try {
    return new Secret(utf8(bytes).replace(/\n$/, ''))
  } catch {
    throw new AppError('password_unusable', 'The password on standard input is not UTF-8.', { hint: 'Nothing was registered. Is it encoded in some other way?' })
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 24 letters and digits: 142 bits, and nothing that a shell or a client could misread. */
function generatePassword(): Secret {
  return new Secret(Array.from({ length: 24 }, () => alphabet[randomInt(alphabet.length)]).join(''))
}

async function accountsFromCsv(file: string, options: AccountOptions): Promise<AskedAccount[]> {
  return (await rowsOfCsv(file)).map(({ username, password, admin, where }) => {
    if (password === '' && !options.generatePassword) throw csvError(`${where}: there is no password.`, 'Fill it in, or add --generate-password.')
    return { username, admin: admin || Boolean(options.admin), password: password === '' ? generatePassword() : new Secret(password) }
  })
}
