import type { NextStep } from './operation.ts'

/** What is said after an operation that ended well. `%(name)s` stands for a fact. */
export const nextSteps = {
  log_in: 'Log in at %(element_url)s',
  /** Instead of log_in, where there is no Element. */
  log_in_anywhere: 'Log in with any Matrix client; no Element is configured here.',
  discovery:
    'Still worth doing: service discovery, so that clients find the server by its name. https://%(domain)s/.well-known/matrix/client should answer; registrar check-discovery %(domain)s tells.',
  add_email: 'So that nothing is asked for at the first login: add-email %(username)s ADDRESS.',
  set_password: 'It has no password, since deactivating took it: set one with set-password %(username)s.',
  restart: 'To end it at once: restart %(service)s.',
  hand_out: 'Hand it out with the address where people register: %(register_url)s',
  /** Instead of hand_out, where there is no Element either. */
  hand_out_anywhere:
    'Hand it out; people register with it in any Matrix client that can, for no Element is configured here.',
  passwords_off:
    'Nobody can log in with a password here: the homeserver offers %(logins)s. See password_config in its configuration.',
  registration_closed:
    'Nobody can use it yet: registration is closed, or asks for no token. On Synapse, enable_registration and registration_requires_token open it (registration: { mode: token } in the host file).',
} as const satisfies Record<NextStep, string>
