import type { PlaybookNames } from './playbook-names.ts'

/** Keys of Synapse's homeserver.yaml whose words are nobody else's (its configuration manual, 2026-08). */
const rawKeys = new Set([
  'allow_guest_access',
  'allow_public_rooms_over_federation',
  'allow_public_rooms_without_auth',
  'allowed_local_3pids',
  'auto_join_rooms',
  'autocreate_auto_join_rooms',
  'enable_registration',
  'enable_registration_captcha',
  'enable_registration_without_verification',
  'encryption_enabled_by_default_for_room_type',
  'experimental_features',
  'federation_domain_whitelist',
  'limit_remote_rooms',
  'macaroon_secret_key',
  'max_upload_size',
  'oidc_providers',
  'password_config',
  'rc_federation',
  'rc_login',
  'rc_message',
  'rc_registration',
  'recaptcha_private_key',
  'recaptcha_public_key',
  'registration_requires_token',
  'registration_shared_secret',
  'registrations_require_3pid',
  'trusted_key_servers',
  'turn_shared_secret',
  'turn_uris',
  'url_preview_enabled',
  'user_directory',
])

interface RawSetting {
  message: string
  hint: string
}

/** A setting of Synapse among the playbook's variables, where nothing reads it. */
export function findRawSetting(name: string, { names }: Pick<PlaybookNames, 'names'>): RawSetting | undefined {
  if (!rawKeys.has(name)) return undefined
  const variable = [`matrix_synapse_${name}`, `matrix_synapse_${name}_mb`].find((each) => names.has(each))
  return {
    message: `${name} is a key of Synapse's own configuration; here nothing reads it.`,
    hint: variable ? `Write ${variable}.` : 'Write it within matrix_synapse_configuration_extension_yaml.',
  }
}
