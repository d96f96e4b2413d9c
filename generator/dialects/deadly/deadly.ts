import type { Values } from '../effective.ts'

/** Settings with which a homeserver refuses to start, lets nobody in, or the playbook refuses to run. */
export interface Deadly {
  code: 'server-does-not-start' | 'incomplete-registration'
  /** The variable to blame. */
  name: string
  message: string
  hint: string
  /** What to do instead in a host file. */
  instead: string
}

export type FindDeadly = (values: Values) => Deadly[]

export const sayWho = 'Leave it out, and say who may register: registration: { mode: token }.'

export const captchaKeys = ['recaptcha_public_key', 'recaptcha_private_key']
export const getKeys = 'Get a site key and a secret key from reCAPTCHA'
