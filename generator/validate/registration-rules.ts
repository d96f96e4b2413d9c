import { authorityOf } from '../authorities/index.ts'
import type { Words } from '../authorities/lacks.ts'
import { modesOf } from '../dialects/registration/modes.ts'
import { hasTokenPage } from '../dialects/registration/synapse.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for `registration`: settings that keep a server from starting, have no effect, or are dangerous. */
export const registrationRules: ((checked: Checked) => Diagnostic[])[] = [
  modesAgree,
  openIsMeant,
  captchaIsComplete,
  domainsAreAskedFor,
  masInsistsAsSaid,
  tokenPageIsAlone,
  serverCan,
  tokenPageIsNoted,
]

function modesAgree({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const modes = modesOf(registration)
  const alone = modes.find((mode) => mode === 'closed' || mode === 'open')
  if (!alone || modes.length === 1) return []
  const others = modes.filter((mode) => mode !== alone).join(' and ')
  return [
    error(
      'conflicting-keys',
      placeOf(source, document, ['registration', 'mode']),
      `${alone} cannot be combined: ${others} would have no effect.`,
      `Leave out ${alone}, or everything else.`,
    ),
  ]
}

function openIsMeant({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const open = modesOf(registration).includes('open')
  if (open && registration.acknowledge === undefined) {
    const hint =
      'Use token, email or captcha. If this is intended, add: acknowledge: anyone on the internet may register here without any verification'
    return [
      error(
        'open-registration',
        placeOf(source, document, ['registration', 'mode']),
        'This lets anyone register, bots included; without an acknowledgement, the homeserver refuses to start.',
        hint,
      ),
    ]
  }
  if (open || registration.acknowledge === undefined) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['registration'], 'acknowledge'),
      'registration.acknowledge belongs to mode: open.',
      'Leave it out.',
    ),
  ]
}

function captchaIsComplete({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const asked = modesOf(registration).includes('captcha')
  if (asked && !registration.captcha) {
    return [
      error(
        'incomplete-registration',
        placeOf(source, document, ['registration', 'mode']),
        'The mode captcha needs the keys of a CAPTCHA; without them nobody can register.',
        'Add captcha: { site_key: ..., secret_key: { env: CAPTCHA_SECRET } }.',
      ),
    ]
  }
  if (registration.captcha?.provider && registration.captcha.addresses) {
    return [
      error(
        'conflicting-keys',
        placeOfKey(source, document, ['registration', 'captcha'], 'addresses'),
        'registrar knows the addresses of a named provider.',
        'Leave out provider, or this.',
      ),
    ]
  }
  if (asked || !registration.captcha) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['registration'], 'captcha'),
      'registration.captcha has no effect, because mode does not include captcha.',
      'Add captcha to mode, or leave this out.',
    ),
  ]
}

function domainsAreAskedFor({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration?.email_domains || modesOf(registration).includes('email')) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['registration'], 'email_domains'),
      'registration.email_domains has no effect, because mode does not include email.',
      'Add email to mode, or leave this out.',
    ),
  ]
}

/** The mode is rendered as the same variable as the other key. */
function masInsistsAsSaid({ source, document, config: { registration, mas } }: Checked): Diagnostic[] {
  if (!registration || mas?.email_required === undefined || modesOf(registration).includes('closed')) return []
  const insists = modesOf(registration).includes('email')
  if (insists === mas.email_required) return []
  const effect = insists ? 'lets MAS insist on an e-mail address' : 'lets MAS ask for no e-mail address'
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['mas'], 'email_required'),
      `registration.mode ${effect}; this setting contradicts it.`,
      insists ? 'Leave it out.' : 'Leave it out, or add email to mode.',
    ),
  ]
}

function tokenPageIsAlone({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration?.token_page) return []
  const modes = modesOf(registration)
  if (modes.length === 1 && modes[0] === 'token') return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['registration'], 'token_page'),
      'registration.token_page belongs to mode: token, alone.',
      'Write mode: token, or leave this out.',
    ),
  ]
}

/** Which of the two is used depends on the playbook, so a note says so. */
function tokenPageIsNoted({ source, document, config, playbook }: Checked): Diagnostic[] {
  if (!config.registration?.token_page || authorityOf(config).lacks.registration.token_page) return []
  const place = placeOfKey(source, document, ['registration'], 'token_page')
  const [message, hint] = hasTokenPage(playbook.names)
    ? [
        `The playbook's ${playbook.of} has matrix-registration, so its page is used; later releases do not have it, since it is archived (pull request 4919, May 2026).`,
        'Before you update the playbook, leave this out: then people register with tokens of Synapse itself.',
      ]
    : [
        `The playbook's ${playbook.of} no longer has matrix-registration, so Synapse's own registration tokens are used.`,
        'Leave this out; make tokens with the admin UI, or with the admin API of Synapse.',
      ]
  return [{ ...error('token-page', place, message, hint), severity: 'warning' }]
}

function serverCan({ source, document, config }: Checked): Diagnostic[] {
  const { registration } = config
  if (!registration) return []
  const keys = (
    [
      'token_page',
      'guests',
      'email_domains',
      'banned_usernames',
      'rate_limit',
      'password_policy',
      'password_complexity',
    ] as const
  ).filter((key) => registration[key] !== undefined)
  const asked: { what: string; place: Diagnostic['place'] }[] = [
    ...modesOf(registration).map((what) => ({ what, place: placeOf(source, document, ['registration', 'mode']) })),
    ...(registration.captcha?.provider
      ? [
          {
            what: registration.captcha.provider,
            place: placeOf(source, document, ['registration', 'captcha', 'provider']),
          },
        ]
      : []),
    ...(registration.captcha?.addresses
      ? [{ what: 'addresses', place: placeOfKey(source, document, ['registration', 'captcha'], 'addresses') }]
      : []),
    ...keys.map((what) => ({ what, place: placeOfKey(source, document, ['registration'], what) })),
  ]
  const lacks: Partial<Record<string, Words>> = authorityOf(config).lacks.registration
  return asked.flatMap(({ what, place }) => {
    const words = lacks[what]
    return words ? [error('unsupported-registration', place, ...words)] : []
  })
}
