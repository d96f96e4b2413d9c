/** Settings with which a homeserver refuses to start, or the playbook to run: the variable to blame, why, and the ways to mean it. */
export interface Deadly {
  name: string
  message: string
  hint: string
  /** What to do instead in a host file. */
  instead: string
}

type Values = Record<string, unknown>

/** From what is set in one place; a value that cannot be read here (a template, a vault) counts as set. */
export function findDeadly(values: Values): Deadly[] {
  return [openSynapse, openDendrite, synapseUnderMas, encryptionKey].flatMap((find) => find(values))
}

const sayWho = 'Leave it out, and say who may register: registration: { mode: token }.'

/** synapse/config/homeserver.py: open registration without any verification is a ConfigError. */
function openSynapse(values: Values): Deadly[] {
  const name = 'matrix_synapse_enable_registration'
  const protections = [
    'enable_registration_captcha',
    'registration_requires_token',
    'registrations_require_3pid',
    'enable_registration_without_verification',
  ]
  if (
    isUnderMas(values) ||
    values[name] !== true ||
    protections.some((protection) => isSet(values[`matrix_synapse_${protection}`]))
  )
    return []
  return [
    {
      name,
      message: 'With this alone Synapse does not start: registration would be open without any verification.',
      hint: 'Ask for something: matrix_synapse_registration_requires_token: true. Or mean it: matrix_synapse_enable_registration_without_verification: true.',
      instead: sayWho,
    },
  ]
}

/** Dendrite's setup/config/config_clientapi.go: only a CAPTCHA or the process flag will do; tokens do not count. */
function openDendrite(values: Values): Deadly[] {
  const name = 'matrix_dendrite_client_api_registration_disabled'
  const flags = values['matrix_dendrite_process_extra_arguments']
  const meant =
    flags !== undefined &&
    (!Array.isArray(flags) || flags.some((flag) => /^--?really-enable-open-registration(=true)?$/.test(String(flag))))
  if (values[name] !== false || meant || isSet(values['matrix_dendrite_client_api_enable_registration_captcha']))
    return []
  return [
    {
      name,
      message: 'With this alone Dendrite does not start: registration would be open without any verification.',
      hint: "Ask for something: matrix_dendrite_client_api_enable_registration_captcha: true, with its keys. Or mean it: matrix_dendrite_process_extra_arguments: ['-really-enable-open-registration'].",
      instead: sayWho,
    },
  ]
}

/** synapse/config/mas.py: what Synapse does not do itself any more may not be configured; the playbook's validate_config.yml says so first. */
function synapseUnderMas(values: Values): Deadly[] {
  if (!isUnderMas(values)) return []
  return notUnderMas
    .filter((name) => values[name] === true)
    .map((name) => ({
      name,
      message: `With this Synapse does not start: Matrix Authentication Service has the accounts, so Synapse may not do what ${name} asks for.`,
      hint: name.includes('registration')
        ? 'Leave it out; matrix_authentication_service_config_account_password_registration_enabled lets people register.'
        : 'Leave it out.',
      instead: name.includes('registration') ? sayWho : 'Leave it out, or leave out authority: mas.',
    }))
}

const notUnderMas = [
  'matrix_synapse_enable_registration',
  'matrix_synapse_enable_registration_captcha',
  'matrix_synapse_password_config_enabled',
  'matrix_synapse_oidc_enabled',
  'matrix_synapse_cas_config_enabled',
  'matrix_synapse_ext_password_provider_rest_auth_enabled',
  'matrix_synapse_ext_password_provider_shared_secret_auth_enabled',
  'matrix_synapse_ext_password_provider_ldap_enabled',
]

/** Until the migration of the accounts is done, Synapse goes on by itself. */
function isUnderMas(values: Values): boolean {
  return (
    values['matrix_authentication_service_enabled'] === true &&
    values['matrix_authentication_service_migration_in_progress'] !== true
  )
}

/** roles/custom/matrix-authentication-service/tasks/validate_config.yml */
function encryptionKey(values: Values): Deadly[] {
  const name = 'matrix_authentication_service_config_secrets_encryption'
  const value = values[name]
  if (typeof value !== 'string' || value.length === 64) return []
  const make = 'Make one with: openssl rand -hex 32'
  return [
    { name, message: `This has ${value.length} characters; the playbook wants exactly 64.`, hint: make, instead: make },
  ]
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
}
