import type { PolicyVariables } from '../policy-value.ts'
import { modesOf, type Registration } from './modes.ts'

/** Dendrite refuses to start without a CAPTCHA (setup/config/config_clientapi.go), unless a flag confirms it. */
export function dendrite(registration: Registration): PolicyVariables {
  const modes = modesOf(registration)
  const { captcha, auto_join_rooms: rooms } = registration
  return {
    matrix_dendrite_client_api_registration_disabled: modes.includes('closed'),
    ...(modes.includes('open')
      ? { matrix_dendrite_process_extra_arguments: ['-really-enable-open-registration'] }
      : {}),
    ...(modes.includes('captcha') && captcha
      ? {
          matrix_dendrite_client_api_enable_registration_captcha: true,
          matrix_dendrite_client_api_recaptcha_public_key: captcha.site_key,
          matrix_dendrite_client_api_recaptcha_private_key: {
            secret: captcha.secret_key,
            setting: 'registration.captcha.secret_key',
          },
          ...(captcha.provider === 'hcaptcha' ? hcaptcha : {}),
          ...(captcha.addresses ? another(captcha.addresses) : {}),
        }
      : {}),
    ...(rooms ? { matrix_dendrite_user_api_auto_join_rooms: rooms } : {}),
  }
}

function another({
  verify,
  script,
  form_field: field,
  class: name,
}: NonNullable<NonNullable<Registration['captcha']>['addresses']>): PolicyVariables {
  return {
    matrix_dendrite_client_api_recaptcha_siteverify_api: verify,
    matrix_dendrite_client_api_recaptcha_api_js_url: script,
    ...(field === undefined ? {} : { matrix_dendrite_client_api_recaptcha_form_field: field }),
    ...(name === undefined ? {} : { matrix_dendrite_client_api_recaptcha_sitekey_class: name }),
  }
}

/** From the comments of Dendrite's dendrite-sample.yaml. */
const hcaptcha = {
  matrix_dendrite_client_api_recaptcha_siteverify_api: 'https://hcaptcha.com/siteverify',
  matrix_dendrite_client_api_recaptcha_api_js_url: 'https://js.hcaptcha.com/1/api.js',
  matrix_dendrite_client_api_recaptcha_form_field: 'h-captcha-response',
  matrix_dendrite_client_api_recaptcha_sitekey_class: 'h-captcha',
}
