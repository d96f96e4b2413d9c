import type { PolicyValue, PolicyVariables } from '../policy-value.ts'
import { modesOf, type Registration } from './modes.ts'
import { synapseForEveryone } from './synapse.ts'

/** Matrix Authentication Service asks for a verified e-mail address unless set otherwise; Synapse, behind it, registers nobody. */
export function mas(registration: Registration): PolicyVariables {
  const modes = modesOf(registration)
  const { captcha, password_complexity: complexity } = registration
  const isOpen = !modes.includes('closed')
  return {
    matrix_authentication_service_config_account_password_registration_enabled: isOpen,
    ...(isOpen && !modes.includes('email')
      ? { matrix_authentication_service_config_account_password_registration_email_required: false }
      : {}),
    ...(modes.includes('token')
      ? { matrix_authentication_service_config_account_registration_token_required: true }
      : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_authentication_service_config_captcha_service: captchaServices[captcha.provider ?? 'recaptcha'],
          matrix_authentication_service_config_captcha_site_key: captcha.site_key,
          matrix_authentication_service_config_captcha_secret_key: {
            secret: captcha.secret_key,
            setting: 'registration.captcha.secret_key',
          },
        }
      : {}),
    ...(complexity === undefined
      ? {}
      : { matrix_authentication_service_config_passwords_minimum_complexity: complexity }),
    ...extension(registration),
    ...synapseForEveryone(registration),
  }
}

const captchaServices = { recaptcha: 'recaptcha_v2', turnstile: 'cloudflare_turnstile', hcaptcha: 'hcaptcha' }

/** What the playbook has no variable for: the sections policy and rate_limiting of its configuration. */
function extension({
  email_domains: domains,
  banned_usernames: banned,
  rate_limit: limit,
}: Registration): PolicyVariables {
  const data: Record<string, PolicyValue> = {
    ...(domains ? { allowed_domains: domains } : {}),
    ...(banned ? { registration: { banned_usernames: { literals: banned } } } : {}),
  }
  const yaml: Record<string, PolicyValue> = {
    ...(Object.keys(data).length > 0 ? { policy: { data } } : {}),
    ...(limit ? { rate_limiting: { registration: { burst: limit.burst, per_second: limit.per_second } } } : {}),
  }
  return Object.keys(yaml).length > 0 ? { matrix_authentication_service_configuration_extension_yaml: { yaml } } : {}
}
