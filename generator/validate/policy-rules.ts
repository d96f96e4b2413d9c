import { masVariables, missingMasVariables, releaseOf, replaceable } from '../dialects/mas-variables.ts'
import { modesOf, policyVariables } from '../dialects/policy-variables.ts'
import { findDeadly } from '../dialects/deadly.ts'
import { newestRelease } from '../dialects/index.ts'
import { judgeName } from '../dialects/judge-name.ts'
import { namesOf } from '../dialects/names.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import type { Checked } from './rules.ts'

/** What keeps a server from starting, would be dead, or is dangerous: told before anything is rendered. */
export const policyRules: ((checked: Checked) => Diagnostic[])[] = [
  policyIsThePlaybooks,
  modesAgree,
  openIsMeant,
  captchaIsComplete,
  homeserverCan,
  relayIsUsable,
  adminApiIsReachable,
  extraVariablesExist,
  extraVariablesAgree,
  extraVariablesStart,
]

function policyIsThePlaybooks({ source, document, config }: Checked): Diagnostic[] {
  if (config.deployment?.kind !== 'native') return []
  const keys = (['registration', 'email', 'extra_vars'] as const).filter((key) => config[key] !== undefined)
  const hint = "Leave it out, and set it in the homeserver's own configuration."
  return keys.map((key) => error('conflicting-keys', placeOfKey(source, document, [], key), `${key} is rendered as variables of the playbook, which a native homeserver does not read.`, hint))
}

function modesAgree({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const modes = modesOf(registration)
  const alone = modes.find((mode) => mode === 'closed' || mode === 'open')
  if (!alone || modes.length === 1) return []
  const others = modes.filter((mode) => mode !== alone).join(' and ')
  return [error('conflicting-keys', placeOf(source, document, ['registration', 'mode']), `${alone} cannot be combined: ${others} would have no effect.`, `Leave out ${alone}, or everything else.`)]
}

function openIsMeant({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const open = modesOf(registration).includes('open')
  if (open && registration.acknowledge === undefined) {
    const hint = 'Use token, email or captcha. If it is meant, add: acknowledge: anyone on the internet may register here without any verification'
    return [error('open-registration', placeOf(source, document, ['registration', 'mode']), 'This lets anyone register, programs included; without a word more, the homeserver itself refuses to start.', hint)]
  }
  if (open || registration.acknowledge === undefined) return []
  return [error('conflicting-keys', placeOfKey(source, document, ['registration'], 'acknowledge'), 'registration.acknowledge belongs to mode: open.', 'Leave it out.')]
}

function captchaIsComplete({ source, document, config: { registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const asked = modesOf(registration).includes('captcha')
  if (asked && !registration.captcha) {
    return [error('incomplete-registration', placeOf(source, document, ['registration', 'mode']), 'The mode captcha needs the keys of a CAPTCHA; without them nobody can register.', 'Add captcha: { site_key: ..., secret_key: { env: CAPTCHA_SECRET } }.')]
  }
  if (asked || !registration.captcha) return []
  return [error('conflicting-keys', placeOfKey(source, document, ['registration'], 'captcha'), 'registration.captcha has no effect, because mode does not say captcha.', 'Add captcha to mode, or leave this out.')]
}

/** contracts of the servers: Dendrite stores tokens and never asks for them (dendrite issue 3097), and verifies no addresses; Synapse speaks to reCAPTCHA only. */
function homeserverCan({ source, document, config: { homeserver, registration } }: Checked): Diagnostic[] {
  if (!registration) return []
  const modes = modesOf(registration)
  const mode = placeOf(source, document, ['registration', 'mode'])
  const found: Diagnostic[] = []
  const refuse = (place: Diagnostic['place'], message: string, hint: string) => found.push(error('unsupported-registration', place, message, hint))
  if (homeserver === 'dendrite') {
    const otherwise = 'Use captcha, or closed and register people yourself: registrar register-user.'
    if (modes.includes('token')) refuse(mode, 'Dendrite stores registration tokens but never asks for one.', otherwise)
    if (modes.includes('email')) refuse(mode, 'Dendrite does not verify e-mail addresses when someone registers.', otherwise)
    if (registration.guests !== undefined) refuse(placeOfKey(source, document, ['registration'], 'guests'), 'registration.guests is for Synapse.', 'Leave it out.')
  } else if (registration.captcha?.provider === 'hcaptcha') {
    refuse(placeOf(source, document, ['registration', 'captcha', 'provider']), 'Synapse speaks to reCAPTCHA only.', 'Use recaptcha.')
  }
  return found
}

function relayIsUsable({ source, document, config: { email } }: Checked): Diagnostic[] {
  const relay = email?.relay
  if (!relay) return []
  const place = (key: string) => placeOfKey(source, document, ['email', 'relay'], key)
  if (relay.port === 465) return [error('conflicting-keys', place('port'), 'The relay speaks STARTTLS, which port 465 does not.', "Use the provider's submission port, usually 587."), ]
  if ((relay.username === undefined) === (relay.password === undefined)) return []
  return relay.username === undefined
    ? [error('conflicting-keys', place('password'), 'email.relay.password has no effect without a username.', 'Add username.')]
    : [error('conflicting-keys', place('username'), 'email.relay.username cannot log in without a password.', 'Add password, a reference such as { env: RELAY_PASSWORD }.')]
}

/** The client's access is rendered as variables of the playbook, as far as its release has them. */
function adminApiIsReachable({ source, document, config }: Checked): Diagnostic[] {
  const missing = missingMasVariables(config)
  if (missing.length === 0) return []
  const hint = 'Update the playbook; or set it in the configuration of MAS by hand: a listener with the resource adminapi, the client, and its id in policy.data.admin_clients.'
  const message = `The playbook's release ${releaseOf(config)} has no variable ${missing.join(', nor ')}, so this client is not set up as a whole.`
  return [{ ...error('unknown-variable', placeOfKey(source, document, ['access'], 'client'), message, hint), severity: 'warning' }]
}

function extraVariablesExist({ source, document, config }: Checked): Diagnostic[] {
  const names = Object.keys(config.extra_vars ?? {})
  if (names.length === 0) return []
  const release = (config.deployment?.kind === 'playbook' ? config.deployment.release : undefined) ?? newestRelease
  const known = namesOf(release)
  return names.flatMap((name) => {
    const place = placeOfKey(source, document, ['extra_vars'], name)
    if (!/^[A-Za-z_]\w*$/.test(name)) return [error('unknown-variable', place, `${JSON.stringify(name)} cannot be a variable's name.`, 'Names have letters, digits and underscores.')]
    const verdict = judgeName(name, known)
    if (verdict.kind === 'renamed') return [error('renamed-variable', place, `${name} was renamed (${verdict.because.since}).`, `Write ${verdict.to}.`)]
    if (verdict.kind === 'removed') return [error('removed-variable', place, `${name} was removed (${verdict.because.since}).`, verdict.because.instead)]
    if (verdict.kind === 'unknown') return [error('unknown-variable', place, `The playbook's release ${release} has no variable ${name}.`, verdict.suggestion ? `Did you mean ${verdict.suggestion}?` : 'Look it up in the defaults of its role.')]
    return []
  })
}

/** Variables whose value the rest of the host file decides, and where. */
function extraVariablesAgree({ source, document, config }: Checked): Diagnostic[] {
  const ours: Record<string, unknown> = { matrix_domain: config.domain, matrix_homeserver_implementation: config.homeserver, matrix_client_element_enabled: undefined, ...policyVariables(config), ...masVariables(config) }
  const { id = '' } = config.access?.client ?? {}
  const isEnough = (name: string, value: unknown) => replaceable.includes(name) && JSON.stringify(value).includes(id)
  return Object.entries(config.extra_vars ?? {})
    .filter(([name, value]) => name in ours && !isEnough(name, value) && JSON.stringify(value) !== JSON.stringify(ours[name]))
    .map(([name]) => {
      const hint = replaceable.includes(name) ? `Leave it out, or let it have the client ${id} of access.client too (in policy.data.admin_clients, and among the clients).` : 'Leave it out, and change the key of the host file: domain, homeserver, web, registration or email.'
      return error('contradicting-variable', placeOfKey(source, document, ['extra_vars'], name), `${name} is what the rest of this file decides, otherwise.`, hint)
    })
}

function extraVariablesStart({ source, document, config }: Checked): Diagnostic[] {
  const extra = config.extra_vars ?? {}
  const deadly = findDeadly({ ...policyVariables(config), ...extra }).filter(({ name }) => name in extra && config.registration === undefined)
  return deadly.map(({ name, message }) => error('server-does-not-start', placeOfKey(source, document, ['extra_vars'], name), message, 'Leave it out, and say who may register: registration: { mode: token }.'))
}

function error(code: Diagnostic['code'], place: Diagnostic['place'], message: string, hint: string): Diagnostic {
  return { code, severity: 'error', place, message, hint }
}
