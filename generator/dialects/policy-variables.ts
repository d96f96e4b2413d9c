import type { HostConfig } from '../generated/host-config.ts'
import { discoveryVariables } from './discovery-variables.ts'

/** A secret's place, as the host file says it; exactly one key. */
export interface SecretPlace {
  secret: object
}

export type PolicyValue = string | number | boolean | PolicyValue[] | { [key: string]: PolicyValue } | SecretPlace

export function isSecretPlace(value: PolicyValue): value is SecretPlace {
  return typeof value === 'object' && 'secret' in value
}

type Registration = NonNullable<HostConfig['registration']>

export type RegistrationMode = 'closed' | 'token' | 'email' | 'captcha' | 'open'

/** The modes of a host file, each once. */
export function modesOf({ mode }: Registration): RegistrationMode[] {
  return [...new Set([mode].flat() as RegistrationMode[])] // the schema allows these words only
}

/** The playbook's variables that say what a host file says about registering, e-mail and discovery. All three releases call them alike. */
export function policyVariables(config: HostConfig): Record<string, PolicyValue> {
  const { homeserver, registration, email } = config
  return { ...(registration ? registrationVariables[homeserver](registration) : {}), ...emailVariables(email), ...discoveryVariables(config) }
}

const registrationVariables = { synapse, dendrite } satisfies Record<HostConfig['homeserver'], unknown>

/** Synapse refuses to start when registration is open and nothing verifies (synapse/config/homeserver.py), unless told twice. */
function synapse(registration: Registration): Record<string, PolicyValue> {
  const modes = modesOf(registration)
  const { captcha, auto_join_rooms: rooms, guests } = registration
  return {
    matrix_synapse_enable_registration: !modes.includes('closed'),
    ...(modes.includes('open') ? { matrix_synapse_enable_registration_without_verification: true } : {}),
    ...(modes.includes('token') ? { matrix_synapse_registration_requires_token: true } : {}),
    ...(modes.includes('email') ? { matrix_synapse_registrations_require_3pid: ['email'] } : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_synapse_enable_registration_captcha: true,
          matrix_synapse_recaptcha_public_key: captcha.site_key,
          matrix_synapse_recaptcha_private_key: { secret: captcha.secret_key },
        }
      : {}),
    ...(rooms ? { matrix_synapse_auto_join_rooms: rooms } : {}),
    ...(guests === undefined ? {} : { matrix_synapse_allow_guest_access: guests }),
  }
}

/** Dendrite refuses to start without a CAPTCHA (setup/config/config_clientapi.go), unless its flag says that this is meant. */
function dendrite(registration: Registration): Record<string, PolicyValue> {
  const modes = modesOf(registration)
  const { captcha, auto_join_rooms: rooms } = registration
  return {
    matrix_dendrite_client_api_registration_disabled: modes.includes('closed'),
    ...(modes.includes('open') ? { matrix_dendrite_process_extra_arguments: ['-really-enable-open-registration'] } : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_dendrite_client_api_enable_registration_captcha: true,
          matrix_dendrite_client_api_recaptcha_public_key: captcha.site_key,
          matrix_dendrite_client_api_recaptcha_private_key: { secret: captcha.secret_key },
          ...(captcha.provider === 'hcaptcha' ? hcaptcha : {}),
        }
      : {}),
    ...(rooms ? { matrix_dendrite_user_api_auto_join_rooms: rooms } : {}),
  }
}

/** From the comments of Dendrite's dendrite-sample.yaml. */
const hcaptcha = {
  matrix_dendrite_client_api_recaptcha_siteverify_api: 'https://hcaptcha.com/siteverify',
  matrix_dendrite_client_api_recaptcha_api_js_url: 'https://js.hcaptcha.com/1/api.js',
  matrix_dendrite_client_api_recaptcha_form_field: 'h-captcha-response',
  matrix_dendrite_client_api_recaptcha_sitekey_class: 'h-captcha',
}

/** Of ansible-role-exim-relay, which the playbook installs; docs/configuring-playbook-email.md. */
function emailVariables(email: HostConfig['email']): Record<string, PolicyValue> {
  const relay = email?.relay
  return {
    ...(email?.sender ? { exim_relay_sender_address: email.sender } : {}),
    ...(relay ? { exim_relay_relay_use: true, exim_relay_relay_host_name: relay.host, exim_relay_relay_host_port: relay.port ?? 587 } : {}),
    ...(relay?.username ? { exim_relay_relay_auth: true, exim_relay_relay_auth_username: relay.username } : {}),
    ...(relay?.password ? { exim_relay_relay_auth_password: { secret: relay.password } } : {}),
  }
}
