import { isSet, synapseSetting, unreadable, type Values } from '../effective.ts'
import { captchaKeys, type Deadly, type FindDeadly, getKeys, sayWho } from './deadly.ts'

/** synapse/config/homeserver.py: open registration without any verification is a ConfigError. */
function openSynapse(values: Values): Deadly[] {
  const { value, variable: name } = synapseSetting(values, 'enable_registration')
  const protections = [
    'enable_registration_captcha',
    'registration_requires_token',
    'registrations_require_3pid',
    'enable_registration_without_verification',
  ]
  if (isUnderMas(values) || value !== true || protections.some((key) => isSet(synapseSetting(values, key).value)))
    return []
  return [
    {
      code: 'server-does-not-start',
      name,
      message: 'With this alone Synapse does not start: registration would be open without any verification.',
      hint: 'Require something: matrix_synapse_registration_requires_token: true. Or confirm that this is intended: matrix_synapse_enable_registration_without_verification: true.',
      instead: sayWho,
    },
  ]
}

/** Synapse starts, and asks for a CAPTCHA that it cannot show (synapse/handlers/ui_auth/checkers.py). */
function synapseCaptcha(values: Values): Deadly[] {
  const { value, variable: name } = synapseSetting(values, 'enable_registration_captcha')
  const missing = captchaKeys.filter((key) => !isSet(synapseSetting(values, key).value))
  if (isUnderMas(values) || value !== true || missing.length === 0) return []
  const names = missing.map((key) => `matrix_synapse_${key}`).join(' and ')
  return [
    {
      code: 'incomplete-registration',
      name,
      message: `Nobody can register with a CAPTCHA that has no keys: ${names} ${missing.length > 1 ? 'are' : 'is'} not set.`,
      hint: `${getKeys}, and set ${names}.`,
      instead: 'Leave it out, and write registration: { mode: captcha, captcha: ... }.',
    },
  ]
}

/** Synapse asks for an address that it cannot verify; the playbook sends nothing without its relay (group_vars). */
function synapseEmail(values: Values): Deadly[] {
  const { value: asked, variable: name } = synapseSetting(values, 'registrations_require_3pid')
  const isAsked = Array.isArray(asked) && asked.includes('email')
  const isOpen = synapseSetting(values, 'enable_registration').value === true
  const switched = ['matrix_synapse_email_enabled', 'exim_relay_enabled'].find((each) => each in values)
  const settings = synapseSetting(values, 'email')
  const isSent = isSet(settings.value) || switched === undefined || values[switched] !== false
  if (isUnderMas(values) || !isAsked || !isOpen || isSent) return []
  return [
    {
      code: 'incomplete-registration',
      name,
      message: `Nobody can register by e-mail: ${switched} is false, so Synapse sends none.`,
      hint: `Leave ${switched} out, or require something else: matrix_synapse_registration_requires_token: true.`,
      instead: `Leave ${switched} out of extra_vars.`,
    },
  ]
}

/** Keys of the extension that Synapse has renamed; the playbook's validate_config.yml refuses them. */
const renamedKeys = { federation_ip_range_blacklist: 'ip_range_blacklist' }

function renamedInExtension(values: Values): Deadly[] {
  const extension = 'matrix_synapse_configuration_extension_yaml'
  return Object.entries(renamedKeys).flatMap(([old, to]): Deadly[] => {
    const { value, variable } = synapseSetting(values, old)
    if (variable !== extension || value === undefined || value === unreadable) return []
    const hint = `Write ${to} in its place.`
    const message = `The playbook refuses to run: the key ${old} within this was renamed.`
    return [{ code: 'server-does-not-start', name: extension, message, hint, instead: hint }]
  })
}

/** synapse/config/mas.py: what MAS does instead may not be configured; the playbook's validate_config.yml refuses it first. */
function synapseUnderMas(values: Values): Deadly[] {
  if (!isUnderMas(values)) return []
  const found = notUnderMas
    .map((key) => ({ key, ...synapseSetting(values, key) }))
    .filter(({ value }) => value === true)
  return found.map(({ key, variable: name }) => ({
    code: 'server-does-not-start',
    name,
    message: `With this Synapse does not start: Matrix Authentication Service owns the accounts, so matrix_synapse_${key} may not be set.`,
    hint: key.includes('registration')
      ? 'Leave it out; matrix_authentication_service_config_account_password_registration_enabled lets people register.'
      : 'Leave it out.',
    instead: key.includes('registration') ? sayWho : 'Leave it out, or leave out authority: mas.',
  }))
}

const notUnderMas = [
  'enable_registration',
  'enable_registration_captcha',
  'password_config_enabled',
  'oidc_enabled',
  'cas_config_enabled',
  'ext_password_provider_rest_auth_enabled',
  'ext_password_provider_shared_secret_auth_enabled',
  'ext_password_provider_ldap_enabled',
]

/** Until the migration of the accounts is done, Synapse works without MAS. */
function isUnderMas(values: Values): boolean {
  return (
    values['matrix_authentication_service_enabled'] === true &&
    values['matrix_authentication_service_migration_in_progress'] !== true
  )
}

/** In the order in which they are reported. */
export const synapseDeadly: FindDeadly[] = [
  openSynapse,
  synapseCaptcha,
  synapseEmail,
  renamedInExtension,
  synapseUnderMas,
]
