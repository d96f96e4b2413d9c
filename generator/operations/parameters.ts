/** Something that an operation takes: a parameter of its recipe, an extra variable of Ansible, an argument or option of its command. */
export interface Parameter {
  /** Snake case. */
  name: ParameterName
  summary: string
  kind: 'text' | 'list' | 'flag' | 'secret'
  /** What shells offer for it. */
  offers?: readonly string[]
  /** Its value if it is left out; a parameter without a default is required. */
  default?: string
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
} as const satisfies Parameter

export const displayName = {
  name: 'display_name',
  summary: 'the name that people see',
  kind: 'text',
} as const satisfies Parameter

export const kind = {
  name: 'kind',
  summary: 'user, bot or support',
  kind: 'text',
  offers: ['user', 'bot', 'support'],
} as const satisfies Parameter

/** Suggested values for the expiry of a token, and for its number of uses. */
export const expiries = ['30m', '12h', '7d', '2w', 'never']
export const uses = ['1', 'unlimited']

export const password = {
  name: 'password',
  summary: 'leave it out to be asked; - takes $MATRIX_PASSWORD',
  kind: 'secret',
  default: '',
} as const satisfies Parameter

/** Of an account that signs in itself. */
export const ownPassword = {
  ...password,
  summary: 'the password of the account (Dendrite)',
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
