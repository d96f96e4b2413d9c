import { AppError } from '../errors/app-error.ts'
import type { Authority } from '../authorities/authority.ts'
import { passwordFor } from '../authorities/program.ts'
import { failures } from '../operations/failures.ts'
import { localpart, makesAccount } from '../operations/preflight.ts'
import { defaultsOf, type Operation, passwordOf } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { PasswordKind } from '../plan/password-kind.ts'
import { textOf } from '../run/call.ts'
import type { AskedAccount, Work } from '../run/operate.ts'
import { fillFacts } from '../run/result.ts'
import { makePassword } from '../secrets/generated-password.ts'
import { withoutLineEnd } from '../secrets/line-end.ts'
import { Secret } from '../secrets/secret.ts'
import { askSecret } from '../ui/ask.ts'
import { canAsk } from '../ui/terminal.ts'
import { forEachRow, rowsOfCsv } from './accounts-from-csv.ts'
import { csvError } from './csv-error.ts'
import { environmentPassword } from './environment-password.ts'
import { readAll, utf8 } from './read-input.ts'

/** The options of an operation's command: its parameters in camel case, and the ways to give a password. */
export interface AccountOptions extends PasswordKind {
  [parameter: string]: unknown
  generatePassword?: boolean
  passwordStdin?: boolean
  fromCsv?: string
  dryRun?: boolean
}

/** A password that was generated here, and is shown once. */
export class MadePassword extends Secret {}

/** A password to be asked for once everything else has been checked. */
class PasswordToType extends Secret {
  readonly isKnown: boolean

  constructor(isKnown: boolean) {
    super('to be typed')
    this.isKnown = isKnown
  }

  override reveal(): never {
    throw new Error('This password was not typed yet.')
  }
}

/** Where the passwords come from, for messages. */
const waysToGive = 'Run it on a terminal to be asked, set MATRIX_PASSWORD, or add --password-stdin'

/** The parameters that are typed after the command's name, in their order. */
export function typedParameters(operation: Operation): Parameter[] {
  return operation.parameters.filter((parameter) => parameter.default === undefined)
}

/** The requested accounts, each with its password; on a terminal, the password may still have to be typed. */
export async function askedAccounts(
  operation: Work['operation'],
  words: string[],
  { authority, ...options }: AccountOptions & { authority: Authority },
): Promise<AskedAccount[]> {
  const common = commonValues(operation, options)
  if (options.fromCsv !== undefined) {
    if (words.length > 0)
      throw new AppError('usage', 'Usernames and --from-csv cannot be combined.', {
        hint: 'Put all of them into the file.',
      })
    return accountsFromCsv(options.fromCsv, common, options)
  }
  const accounts = accountsOf(operation, words).map((account) => ({ ...common, ...account }))
  const password = passwordOf(operation)
  const isNeeded = passwordFor(authority, operation) !== undefined
  if (!password || !(isNeeded || options.passwordStdin)) return accounts
  if (accounts.length > 1 && !options.generatePassword) refuseSame(operation, password)
  const withPassword: AskedAccount[] = []
  for (const account of accounts)
    withPassword.push({
      ...account,
      password: options.generatePassword ? generatePassword(options) : await onePassword(options, password),
    })
  return withPassword
}

function refuseSame(operation: Operation, { isKnown }: Parameter): never {
  if (isKnown)
    throw new AppError('usage', 'Several accounts cannot sign in with one password.', { hint: 'Name one account.' })
  throw new AppError('usage', 'Several accounts would get the same password.', {
    hint: `Add --generate-password${makesAccount(operation) ? ', or give names and passwords with --from-csv FILE' : ''}. If the last word is the password, leave it out: registrar asks for it.`,
  })
}

/** Asks for the passwords that have to be typed. */
export function typePasswords({ domain }: HostPlan) {
  return async (accounts: AskedAccount[]): Promise<AskedAccount[]> => {
    const typed: AskedAccount[] = []
    for (const account of accounts) {
      const { password, username } = account
      const userId = `@${localpart({ username: textOf(username), domain })}:${domain}`
      typed.push(
        password instanceof PasswordToType ? { ...account, password: await typePassword(userId, password) } : account,
      )
    }
    return typed
  }
}

/** The options for every account, with defaults. */
function commonValues(operation: Operation, options: AccountOptions): AskedAccount {
  return Object.fromEntries(
    Object.entries(defaultsOf(operation)).map(([name, preset]) => [name, valueOf(options[camelCase(name)]) ?? preset]),
  )
}

/** A flag as `yes` or `no`. */
function valueOf(given: unknown): string | string[] | undefined {
  return given === true ? 'yes' : (given as string | string[] | undefined)
}

export function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
}

/** One account for each username if the operation has no other argument, else one account with all arguments. */
function accountsOf(operation: Operation, words: string[]): AskedAccount[] {
  const typed = typedParameters(operation)
  if (typed.length === 0) return [{}]
  const example = `For example: registrar ${operation.name} ${operation.examples[0]}`
  const usernames = typed.length === 1 ? words : words.slice(0, 1)
  if (typed[0]?.name === 'username' && (words.length === 0 || usernames.includes('')))
    throw new AppError('usage', 'No username was given.', { hint: example })
  if (typed.length === 1 && typed[0]?.name === 'username') return words.map((username) => ({ username }))
  if (words.length !== typed.length)
    throw new AppError('usage', `registrar ${operation.name} needs ${typed.map(({ name }) => name).join(' and ')}.`, {
      hint: example,
    })
  return [Object.fromEntries(typed.map(({ name }, index) => [name, words[index] ?? '']))]
}

async function onePassword({ passwordStdin, dryRun }: AccountOptions, { isKnown = false }: Parameter): Promise<Secret> {
  if (passwordStdin) return passwordFrom(await readAll(process.stdin, 1))
  const given = environmentPassword()
  if (given) return given
  if (!canAsk() && !dryRun)
    throw new AppError(
      'no-password',
      isKnown
        ? 'This needs the password of the account, and there is no terminal to ask on.'
        : 'No password was given, and there is no terminal to ask on.',
      { hint: isKnown ? `${waysToGive}.` : `${waysToGive}, or --generate-password.` },
    )
  return new PasswordToType(isKnown)
}

function typePassword(userId: string, { isKnown }: PasswordToType): Promise<Secret> {
  const prompt = `Password for ${userId}`
  return isKnown ? askSecret(prompt) : typeTwice(prompt)
}

async function typeTwice(prompt: string, attempts = 3): Promise<Secret> {
  const password = await askSecret(prompt)
  const again = await askSecret('Confirm password')
  if (password.reveal() === again.reveal()) return password
  if (attempts === 1)
    throw new AppError('passwords-differ', 'The passwords do not match; nothing was done.', { hint: 'Try again.' })
  process.stderr.write('The passwords do not match. Try again.\n')
  return typeTwice(prompt, attempts - 1)
}

/** With one line end cut. */
function passwordFrom(bytes: Buffer): Secret {
  const { text, stray } = withoutLineEnd(textOfPassword(bytes))
  if (stray === undefined) return new Secret(text)
  const { message, hint } = failures.password_line_end
  throw new AppError('password_line_end', fillFacts(message, { detail: stray }), { hint })
}

function textOfPassword(bytes: Buffer): string {
  try {
    return utf8(bytes)
  } catch {
    throw new AppError('password_unusable', 'The password on standard input is not UTF-8.', {
      hint: 'Nothing was changed. Check its encoding.',
    })
  }
}

function generatePassword(kind: PasswordKind): MadePassword {
  return new MadePassword(makePassword(kind))
}

async function accountsFromCsv(file: string, common: AskedAccount, options: AccountOptions): Promise<AskedAccount[]> {
  return forEachRow(await rowsOfCsv(file), ({ username, password, admin, displayName, where }) => {
    if (password === '' && !options.generatePassword)
      throw csvError(`${where}: there is no password.`, 'Fill it in, or add --generate-password.')
    return {
      ...common,
      username,
      ...(admin ? { admin: 'yes' } : {}),
      ...(displayName ? { display_name: displayName } : {}),
      password: password === '' ? generatePassword(options) : new Secret(password),
    }
  })
}
