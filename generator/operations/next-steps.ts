import type { NextStep, Note } from './operation.ts'

/** What lets people register with a token. */
export const howToOpen =
  'To open it: registration: { mode: token } in the host file (on Synapse: enable_registration and registration_requires_token).'

/** Printed after an operation that succeeded. `%(name)s` is replaced by a fact. */
export const nextSteps = {
  log_in: 'Sign in at %(element_url)s',
  /** Instead of log_in, where there is no Element. */
  log_in_anywhere: 'Sign in with any Matrix client.',
  discovery: 'Tip: registrar check-discovery %(domain)s checks whether clients can find your server.',
  add_email: 'MAS asks for an e-mail address at the first sign-in. To add one now: add-email %(username)s ADDRESS',
  set_password: 'It has no password yet. Next: set-password %(username)s',
  restart: 'To make it take effect everywhere at once: restart %(service)s.',
  revoke_token:
    'To revoke it, sign out with it: POST /_matrix/client/v3/logout, with the header "Authorization: Bearer TOKEN".',
  revoke_all: 'set-password %(username)s revokes it, too, and ends every other session.',
  no_encryption: 'Encrypted rooms need a session: for those, sign in with the password of the account.',
  hand_out: 'Share it with this link: %(register_url)s',
  /** Instead of hand_out, where there is no Element either. */
  hand_out_anywhere: 'People can register with it in any Matrix client that supports registration tokens.',
  passwords_off:
    'Nobody can sign in with a password here: the homeserver offers %(logins)s. See password_config in its configuration.',
  passwords_elsewhere:
    'Nobody can sign in with a password that is set here: the homeserver does not compare its own (password_config.localdb_enabled).',
  not_delegated:
    'Nobody can sign in yet: the homeserver does not delegate to MAS. See matrix_authentication_service in the configuration of Synapse.',
  registration_closed: `Nobody can use it yet: registration is closed, or asks for no token. ${howToOpen}`,
  still_locked: 'It is still locked. To unlock it: unlock-user %(username)s',
  still_suspended: 'It is still suspended. To end that: unsuspend-user %(username)s',
} as const satisfies Record<NextStep, string>

/** The step that a note makes pointless. */
export const pointless: Partial<Record<Note, NextStep>> = {
  passwords_off: 'log_in',
  passwords_elsewhere: 'log_in',
  not_delegated: 'log_in',
  registration_closed: 'hand_out',
  still_locked: 'log_in',
}
