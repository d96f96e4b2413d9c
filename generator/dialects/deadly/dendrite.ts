import { dendriteSetting, isSet, type Values } from '../effective.ts'
import { captchaKeys, type Deadly, type FindDeadly, getKeys, sayWho } from './deadly.ts'

/** Dendrite's setup/config/config_clientapi.go: only a CAPTCHA or the process flag will do; tokens do not count. */
function openDendrite(values: Values): Deadly[] {
  const { value, variable: name } = dendriteSetting(values, 'registration_disabled')
  const flags = values['matrix_dendrite_process_extra_arguments']
  const meant =
    flags !== undefined &&
    (!Array.isArray(flags) || flags.some((flag) => /^--?really-enable-open-registration(=true)?$/.test(String(flag))))
  if (value !== false || meant || isSet(dendriteSetting(values, 'enable_registration_captcha').value)) return []
  return [
    {
      code: 'server-does-not-start',
      name,
      message: 'With this alone Dendrite does not start: registration would be open without any verification.',
      hint: "Require a CAPTCHA: matrix_dendrite_client_api_enable_registration_captcha: true, with its keys. If intended: matrix_dendrite_process_extra_arguments: ['-really-enable-open-registration'].",
      instead: sayWho,
    },
  ]
}

/** Dendrite's setup/config/config_clientapi.go: an empty key is a configuration error. */
function dendriteCaptcha(values: Values): Deadly[] {
  const { value, variable: name } = dendriteSetting(values, 'enable_registration_captcha')
  const missing = captchaKeys.filter((key) => !isSet(dendriteSetting(values, key).value))
  if (value !== true || missing.length === 0) return []
  const names = missing.map((key) => `matrix_dendrite_client_api_${key}`).join(' and ')
  return [
    {
      code: 'server-does-not-start',
      name,
      message: `With this Dendrite does not start: its CAPTCHA has no keys (${names}).`,
      hint: `${getKeys}, and set ${names}.`,
      instead: 'Leave it out, and write registration: { mode: captcha, captcha: ... }.',
    },
  ]
}

export const dendriteDeadly: FindDeadly[] = [openDendrite, dendriteCaptcha]
