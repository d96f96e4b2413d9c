import { type Accounts, addEmail, addUser, isStrongEnough, provisionLater } from './accounts.ts'
import type { Arguments } from './clap.ts'
import { Endless, Failure, type Output, requirePasswords } from './mas-cli-output.ts'
import { findUser } from './state.ts'

/** The password is weighed before it is looked whether the account exists; the homeserver learns of it later. */
export const registerUser = async (
  accounts: Accounts,
  { positionals, options }: Arguments,
  { print, log }: Output,
): Promise<number> => {
  const { state } = accounts
  const [password] = options['password'] ?? []
  if (password !== undefined) requirePasswords(accounts)
  if (password !== undefined && !options['ignore-password-complexity'] && !isStrongEnough(state, password)) {
    log('ERROR', 'That password is too weak.')
    return 1
  }
  const localpart = await checkUsername(accounts, positionals['USERNAME'] ?? '')
  const emails = options['email'] ?? []
  const [displayName] = options['display-name'] ?? []
  const admin = options['admin'] ? true : options['no-admin'] ? false : undefined
  summary({ localpart, domain: state.setup.synapse.domain, displayName, password, emails, admin }).forEach(print)
  if (!options['yes']) throw new Endless('? What do you want to do next? (<Esc> to abort) › \n❯ Create the user')

  if (emails.length === 0) log('WARN', 'No email address provided, user will need to add one')
  const user = addUser(accounts, localpart)
  Object.assign(user, { password: password ?? null, admin: admin ?? false })
  for (const email of emails) addEmail(accounts, user, email)
  provisionLater(accounts, user, displayName)
  log('INFO', `User registered user.id=${user.id}`)
  return 0
}

/** A user ID's server name is cut off and not looked at. */
const checkUsername = async ({ state, homeserver }: Accounts, name: string): Promise<string> => {
  const localpart = name.replace(/^@+/, '').replace(/:.*$/s, '')
  if (localpart === '') throw new Failure('Username cannot be empty')
  if (findUser(state, localpart)) throw new Failure('User already exists')
  if (!(await homeserver.isAvailable(localpart))) throw new Failure('Username not available on homeserver')
  return localpart
}

interface Summary {
  localpart: string
  domain: string
  displayName: string | undefined
  password: string | undefined
  emails: readonly string[]
  admin: boolean | undefined
}

const summary = ({ localpart, domain, displayName, password, emails, admin }: Summary): string[] => {
  const line = (key: string, value: string) => `${key.padStart(17)}: ${value}`
  return [
    'User attributes',
    line('Username', localpart),
    line('Matrix ID', `@${localpart}:${domain}`),
    ...(displayName === undefined ? [] : [line('Display name', displayName)]),
    ...(password === undefined ? [] : [line('Password', '********')]),
    ...emails.map((email) => line('Email', email)),
    ...(emails.length > 0 ? [] : ['No email address provided, user will be prompted to add one']),
    ...(password === undefined
      ? ['No password or upstream provider mapping provided, user will not be able to log in']
      : []),
    ...(admin === undefined ? [] : [line('Can request admin', `${admin}`)]),
  ]
}
