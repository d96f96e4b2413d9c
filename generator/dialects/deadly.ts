/** Settings with which a homeserver refuses to start: the variable to blame, why, and the ways to mean it. */
export interface Deadly {
  name: string
  message: string
  hint: string
}

/** From what is set in one place; a value that cannot be read here (a template, a vault) counts as set. */
export function findDeadly(values: Record<string, unknown>): Deadly[] {
  return [synapse(values), dendrite(values)].flatMap((found) => found ?? [])
}

/** synapse/config/homeserver.py: open registration without any verification is a ConfigError. */
function synapse(values: Record<string, unknown>): Deadly | undefined {
  const name = 'matrix_synapse_enable_registration'
  const protections = ['enable_registration_captcha', 'registration_requires_token', 'registrations_require_3pid', 'enable_registration_without_verification']
  if (values[name] !== true || protections.some((protection) => isSet(values[`matrix_synapse_${protection}`]))) return undefined
  return {
    name,
    message: 'With this alone Synapse does not start: registration would be open without any verification.',
    hint: 'Ask for something: matrix_synapse_registration_requires_token: true. Or mean it: matrix_synapse_enable_registration_without_verification: true.',
  }
}

/** Dendrite's setup/config/config_clientapi.go: only a CAPTCHA or the process flag will do; tokens do not count. */
function dendrite(values: Record<string, unknown>): Deadly | undefined {
  const name = 'matrix_dendrite_client_api_registration_disabled'
  const flags = values['matrix_dendrite_process_extra_arguments']
  const meant = flags !== undefined && (!Array.isArray(flags) || flags.some((flag) => /^--?really-enable-open-registration(=true)?$/.test(String(flag))))
  if (values[name] !== false || meant || isSet(values['matrix_dendrite_client_api_enable_registration_captcha'])) return undefined
  return {
    name,
    message: 'With this alone Dendrite does not start: registration would be open without any verification.',
    hint: "Ask for something: matrix_dendrite_client_api_enable_registration_captcha: true, with its keys. Or mean it: matrix_dendrite_process_extra_arguments: ['-really-enable-open-registration'].",
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
}
