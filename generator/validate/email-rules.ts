import { authorityOf, homeservers } from '../authorities/index.ts'
import { authorityNameOf } from '../authorities/names.ts'
import { modesOf } from '../dialects/registration/modes.ts'
import { servers } from '../dialects/servers.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for `email`. */
export const emailRules: ((checked: Checked) => Diagnostic[])[] = [
  relaySpeaksStartTls,
  loginsAreComplete,
  smtpIsUsed,
  emailCanBeSent,
  emailArrives,
]

function relaySpeaksStartTls({ source, document, config: { email } }: Checked): Diagnostic[] {
  if (email?.relay?.port !== 465) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['email', 'relay'], 'port'),
      'The relay speaks STARTTLS, which port 465 does not.',
      "Use the provider's submission port, usually 587.",
    ),
  ]
}

function loginsAreComplete({ source, document, config: { email } }: Checked): Diagnostic[] {
  return (['relay', 'smtp'] as const).flatMap((key) => {
    const { username, password } = email?.[key] ?? {}
    if ((username === undefined) === (password === undefined)) return []
    const place = (name: string) => placeOfKey(source, document, ['email', key], name)
    return username === undefined
      ? [
          error(
            'conflicting-keys',
            place('password'),
            `email.${key}.password has no effect without a username.`,
            'Add username.',
          ),
        ]
      : [
          error(
            'conflicting-keys',
            place('username'),
            `email.${key}.username cannot log in without a password.`,
            'Add password, a reference such as { env: RELAY_PASSWORD }.',
          ),
        ]
  })
}

function smtpIsUsed({ source, document, config }: Checked): Diagnostic[] {
  if (!config.email?.smtp || authorityOf(config).sendsMail) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['email'], 'smtp'),
      'email.smtp is for Matrix Authentication Service; Synapse sends through the relay.',
      'Use relay.',
    ),
  ]
}

/** The playbook installs its relay unless it is turned off, and both servers send through it. */
function emailCanBeSent({ source, document, config }: Checked): Diagnostic[] {
  const { email, registration, extra_vars: extra = {} } = config
  if (!registration || !modesOf(registration).includes('email')) return []
  const name = servers[authorityNameOf(config)].silencedBy(email).find(([each, value]) => extra[each] === value)?.[0]
  if (name === undefined) return []
  return [
    error(
      'incomplete-registration',
      placeOf(source, document, ['registration', 'mode']),
      `The mode email sends people a link, but ${name}: ${String(extra[name])} leaves nothing to send it with.`,
      `Leave ${name} out of extra_vars.`,
    ),
  ]
}

/** docs/configuring-playbook-email.md: what a host sends by itself is often taken for spam. */
function emailArrives({
  source,
  document,
  config: { deployment, homeserver, email, registration, extra_vars: extra = {} },
}: Checked): Diagnostic[] {
  if (
    !registration ||
    !modesOf(registration).includes('email') ||
    homeservers[homeserver].lacks.registration.email ||
    deployment?.kind === 'native'
  )
    return []
  if (email?.relay || email?.smtp || extra['exim_relay_enabled'] === false || extra['exim_relay_relay_use'] === true)
    return []
  const message =
    'The mode email needs its letters to arrive; without a relay the host sends them by itself, which many providers take for spam.'
  return [
    {
      ...error(
        'unreliable-email',
        placeOf(source, document, ['registration', 'mode']),
        message,
        'Name one: email: { relay: { host: smtp.example.com, username: ..., password: { env: RELAY_PASSWORD } } }',
      ),
      severity: 'warning',
    },
  ]
}
