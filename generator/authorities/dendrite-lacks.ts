import type { OperationName } from '../operations/index.ts'
import type { Authority, Refusal } from './authority.ts'
import { leaveOut, type Words } from './lacks.ts'

const notDendrites = (key: string): Words => [`Dendrite does not support registration.${key}.`, leaveOut]
const otherwise = 'Use captcha, or closed and register people yourself: registrar register-user.'

/**
 * It has no states, addresses, kinds or display names that an operator could set (0.15); it stores tokens and never asks for
 * them (dendrite issue 3097), and verifies no addresses.
 */
export const dendriteLacks: Authority['lacks'] = {
  access: { client: 'only MAS has it', cli: 'only MAS has it', prefer_database: 'only Synapse has the choice' },
  users: {
    state: (state) => [
      `Accounts on Dendrite cannot be ${state}.`,
      'Leave it out. To keep a person out, set a new password: set-password.',
    ],
    emails: () => ['Dendrite has no way for an operator to add an address.', leaveOut],
    kind: () => ['Dendrite has no kinds of accounts.', leaveOut],
    display_name: () => [
      'Dendrite has no way for an operator to change a display name.',
      'Leave it out; registrar register-user --display-name gives a new account one.',
    ],
  },
  registration: {
    token_page: ['matrix-registration works with Synapse only.', leaveOut],
    token: ['Dendrite stores registration tokens but never asks for one.', otherwise],
    email: ['Dendrite does not verify e-mail addresses when someone registers.', otherwise],
    turnstile: ['Dendrite supports only reCAPTCHA and hCaptcha.', 'Use recaptcha or hcaptcha.'],
    guests: ['registration.guests is for Synapse.', leaveOut],
    email_domains: notDendrites('email_domains'),
    banned_usernames: notDendrites('banned_usernames'),
    rate_limit: [
      'Dendrite rate-limits its whole client API, not registration alone: matrix_dendrite_client_api_rate_limiting_threshold.',
      'Leave it out, or set that in extra_vars.',
    ],
    password_policy: notDendrites('password_policy'),
    password_complexity: notDendrites('password_complexity'),
  },
}

const noLocking: Refusal = {
  refused: 'it cannot lock or suspend accounts',
  hint: 'To keep a person out, set a new password, which ends all sessions: set-password.',
}
const noDeactivating: Refusal = {
  refused: 'it has no way for an operator to deactivate accounts or bring them back',
  hint: 'The account itself can do it in a client; set-password locks a person out.',
}
const noTokens: Refusal = {
  refused: 'it stores registration tokens and never asks for them',
  hint: 'Keep registration closed, and register people yourself: register-user.',
}

/** The operations that it cannot do. */
export const dendriteRefuses: Partial<Record<OperationName, Refusal>> = {
  'lock-user': noLocking,
  'unlock-user': noLocking,
  'suspend-user': noLocking,
  'unsuspend-user': noLocking,
  'deactivate-user': noDeactivating,
  'reactivate-user': noDeactivating,
  'list-sessions': {
    refused: 'it has no way for an operator to see the sessions of an account',
    hint: 'The account itself sees them in its client.',
  },
  'logout-user': {
    refused: 'it ends the sessions of an account only together with a new password',
    hint: 'Set one: set-password. A single session ends when its token signs out: POST /_matrix/client/v3/logout.',
  },
  'add-email': {
    refused: 'it has no way for an operator to add an address',
    hint: 'The account itself can do it in a client, where e-mail is set up.',
  },
  'set-display-name': {
    refused: 'it has no way for an operator to change a display name',
    hint: 'register-user gives a new account one (--display-name); later the account itself can do it in a client.',
  },
  'set-kind': { refused: 'it has no kinds of accounts', hint: 'A bot has an ordinary account here.' },
  'create-registration-token': noTokens,
  invite: noTokens,
  'list-registration-tokens': noTokens,
  'update-registration-token': noTokens,
  'revoke-registration-token': noTokens,
}
