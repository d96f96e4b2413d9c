import type { Failure } from './failures.ts'

/** Something that an operation takes: a parameter of its recipe, an extra variable of Ansible, an argument or option of its command. */
export interface Parameter {
  /** Snake case. */
  name: ParameterName
  /** Its format with an example; of a flag, what it does, as an infinitive. */
  summary: string
  /** What stands for its value in help, such as "address" in --email <address>. */
  placeholder?: string
  kind: 'text' | 'list' | 'flag' | 'secret'
  /** What shells offer for it. */
  offers?: readonly string[]
  /** Its value if it is left out; a parameter without a default is required. */
  default?: string
  /** The failure if it is required, and was not given. */
  missing?: Failure
  /** The command's option for the opposite of a flag. */
  opposite?: string
  /** A secret that exists already, so it is neither generated nor confirmed. */
  isKnown?: boolean
}

export type ParameterName =
  | 'username'
  | 'password'
  | 'admin'
  | 'email'
  | 'display_name'
  | 'kind'
  | 'accept_weak_password'
  | 'keep_sessions'
  | 'if_different'
  | 'erase'
  | 'confirm_erase'
  | 'yes'
  | 'admins'
  | 'locked'
  | 'deactivated'
  | 'people'
  | 'name'
  | 'person'
  | 'template'
  | 'inactive'
  | 'session'
  | 'device_name'
  | 'token'
  | 'uses'
  | 'expires'

export const username = {
  name: 'username',
  summary: 'the part of @john:example.com before the colon',
  kind: 'text',
  missing: 'username_missing',
} as const satisfies Parameter

export const displayName = {
  name: 'display_name',
  summary: 'the name that others see, such as "John Smith"',
  placeholder: 'text',
  kind: 'text',
} as const satisfies Parameter

export const email = {
  name: 'email',
  summary: 'the e-mail address, such as john@example.com',
  placeholder: 'address',
  kind: 'text',
  missing: 'email_missing',
} as const satisfies Parameter

export const kind = {
  name: 'kind',
  summary: 'user, bot or support',
  placeholder: 'type',
  kind: 'text',
  offers: ['user', 'bot', 'support'],
} as const satisfies Parameter

export const expires = {
  name: 'expires',
  summary: 'after a time such as 30m, 12h, 7d or 2w, on a date such as 2027-01-31, or never',
  placeholder: 'when',
  kind: 'text',
  offers: ['30m', '12h', '7d', '2w', 'never'],
} as const satisfies Parameter

/** Of a registration token. */
export const uses = {
  name: 'uses',
  summary: 'maximum number of registrations, such as 5, or unlimited',
  placeholder: 'number',
  kind: 'text',
  offers: ['1', 'unlimited'],
} as const satisfies Parameter

export const registrationToken = {
  name: 'token',
  summary: 'the registration token, such as welcome-2026',
  placeholder: 'text',
  kind: 'text',
  missing: 'token_missing',
} as const satisfies Parameter

export const password = {
  name: 'password',
  summary: 'leave it out to be asked; - takes the one in $MATRIX_PASSWORD',
  kind: 'secret',
  default: '',
  missing: 'password_missing',
} as const satisfies Parameter

/** Of an account that signs in itself. */
export const ownPassword = {
  ...password,
  summary: 'the password of the account (Dendrite)',
  missing: 'own_password_missing',
  isKnown: true,
} as const satisfies Parameter

export const acceptWeakPassword = {
  name: 'accept_weak_password',
  summary: 'accept a password that MAS finds too weak',
  kind: 'flag',
  default: 'no',
} as const satisfies Parameter

export const keepSessions = {
  name: 'keep_sessions',
  summary: 'do not log out existing sessions',
  kind: 'flag',
  default: 'no',
  opposite: 'logout',
} as const satisfies Parameter

export const ifDifferent = {
  name: 'if_different',
  summary: 'do nothing if the account already has this password (Synapse and Dendrite)',
  kind: 'flag',
  default: 'no',
} as const satisfies Parameter
