import type { PolicyVariables } from '../policy-value.ts'
import { modesOf, type Registration } from './modes.ts'

/** Synapse refuses to start when registration is open and nothing verifies (synapse/config/homeserver.py), unless told twice. */
export function synapse(registration: Registration): PolicyVariables {
  const modes = modesOf(registration)
  const { captcha, rate_limit: limit, email_domains: domains } = registration
  return {
    matrix_synapse_enable_registration: !modes.includes('closed'),
    ...(modes.includes('open') ? { matrix_synapse_enable_registration_without_verification: true } : {}),
    ...(modes.includes('token') ? { matrix_synapse_registration_requires_token: true } : {}),
    ...(modes.includes('email') ? { matrix_synapse_registrations_require_3pid: ['email'] } : {}),
    ...(domains ? { matrix_synapse_allowed_local_3pids: domains.map((domain) => ({ medium: 'email', pattern: `^[^@]+@${domain.replaceAll('.', '\\.')}$` })) } : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_synapse_enable_registration_captcha: true,
          matrix_synapse_recaptcha_public_key: captcha.site_key,
          matrix_synapse_recaptcha_private_key: { secret: captcha.secret_key },
        }
      : {}),
    ...(limit ? { matrix_synapse_rc_registration: { per_second: limit.per_second, burst_count: limit.burst } } : {}),
    ...synapseForEveryone(registration),
  }
}

/** What Synapse does itself, also where people register elsewhere. */
export function synapseForEveryone({ auto_join_rooms: rooms, guests, password_policy: policy }: Registration): PolicyVariables {
  return {
    ...(rooms ? { matrix_synapse_auto_join_rooms: rooms } : {}),
    ...(guests === undefined ? {} : { matrix_synapse_allow_guest_access: guests }),
    ...(policy ? { matrix_synapse_configuration_extension_yaml: { yaml: { password_config: { policy: { enabled: true, ...policy } } } } } : {}),
  }
}
