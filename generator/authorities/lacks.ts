import type { HostConfig } from '../generated/host-config.ts'
import type { Refusal } from './authority.ts'

/** A message, and what to do. */
export type Words = [message: string, hint: string]

/** Keys that have no meaning for a server, and why. */
export type Lacks = Partial<Record<keyof NonNullable<HostConfig['access']>, string>>

type User = NonNullable<HostConfig['users']>[number]

/** Keys of an account that can only have the value `plainly` there, and the message for any other. */
export type AccountLacks = Partial<Record<AccountKey, (value: string) => Words>>

export type AccountKey = keyof Pick<User, 'state' | 'emails' | 'kind' | 'display_name' | 'password_updates'>

/** Supported by every server. */
export const plainly: Partial<User> = { state: 'present', kind: 'user', password_updates: 'on_create' }

/** Parts of `registration`: a mode, a CAPTCHA's provider, or a key. */
type RegistrationKey =
  | 'addresses'
  | 'token_page'
  | 'token'
  | 'email'
  | 'hcaptcha'
  | 'turnstile'
  | 'guests'
  | 'email_domains'
  | 'banned_usernames'
  | 'rate_limit'
  | 'password_policy'
  | 'password_complexity'

export type RegistrationLacks = Partial<Record<RegistrationKey, Words>>

export const leaveOut = 'Leave it out.'

/** Why an access token needs no password of the account. */
export const byAdmin: Refusal = {
  refused: 'an admin creates the token, without the password of the account',
  hint: 'Leave the password out.',
}

export const onlyDendrite: Words = [
  'registration.captcha.addresses is for Dendrite.',
  'Leave it out, and name a provider.',
]
