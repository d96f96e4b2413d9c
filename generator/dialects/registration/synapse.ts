import type { PolicyVariables } from '../policy-value.ts'
import { modesOf, type Registration } from './modes.ts'

/** Synapse refuses to start when registration is open and nothing verifies (synapse/config/homeserver.py), unless two settings allow it. */
export function synapse(registration: Registration, names: ReadonlySet<string>): PolicyVariables {
  if (registration.token_page && hasTokenPage(names))
    return { ...tokenPage(registration.token_page), ...synapseForEveryone(registration) }
  const modes = modesOf(registration)
  const { captcha, rate_limit: limit, email_domains: domains } = registration
  return {
    matrix_synapse_enable_registration: !modes.includes('closed'),
    ...(modes.includes('open') ? { matrix_synapse_enable_registration_without_verification: true } : {}),
    ...(modes.includes('token') ? { matrix_synapse_registration_requires_token: true } : {}),
    ...(modes.includes('email') ? { matrix_synapse_registrations_require_3pid: ['email'] } : {}),
    ...(domains
      ? {
          matrix_synapse_allowed_local_3pids: domains.map((domain) => ({
            medium: 'email',
            pattern: `^[^@]+@${domain.replaceAll('.', '\\.')}$`,
          })),
        }
      : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_synapse_enable_registration_captcha: true,
          matrix_synapse_recaptcha_public_key: captcha.site_key,
          matrix_synapse_recaptcha_private_key: {
            secret: captcha.secret_key,
            setting: 'registration.captcha.secret_key',
          },
        }
      : {}),
    ...(limit ? { matrix_synapse_rc_registration: { per_second: limit.per_second, burst_count: limit.burst } } : {}),
    ...synapseForEveryone(registration),
  }
}

/** matrix-registration (docs/configuring-playbook-matrix-registration.md, until May 2026): it registers by the shared secret, and nobody else may. */
function tokenPage({ admin_secret: secret }: NonNullable<Registration['token_page']>): PolicyVariables {
  return {
    matrix_synapse_enable_registration: false,
    matrix_registration_enabled: true,
    matrix_registration_admin_secret: { secret, setting: 'registration.token_page.admin_secret' },
  }
}

/** Whether a release of the playbook still installs matrix-registration. */
export function hasTokenPage(names: ReadonlySet<string>): boolean {
  return names.has('matrix_registration_enabled')
}

/** What Synapse does itself, also where people register elsewhere. */
export function synapseForEveryone({
  auto_join_rooms: rooms,
  guests,
  password_policy: policy,
}: Registration): PolicyVariables {
  return {
    ...(rooms ? { matrix_synapse_auto_join_rooms: rooms } : {}),
    ...(guests === undefined ? {} : { matrix_synapse_allow_guest_access: guests }),
    ...(policy
      ? {
          matrix_synapse_configuration_extension_yaml: {
            yaml: { password_config: { policy: { enabled: true, ...policy } } },
          },
        }
      : {}),
  }
}
