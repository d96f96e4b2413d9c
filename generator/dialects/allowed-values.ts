import { homeserverNames } from '../authorities/index.ts'
import type { PlaybookNames } from './playbook-names.ts'

/** The playbook's own web server, also behind another one. */
const traefik =
  'Write playbook-managed-traefik; for a web server of your own in front of it, see docs/configuring-playbook-own-webserver.md of the playbook.'

/** Homeservers of the playbook whose accounts cannot be managed. */
export const otherHomeservers = ['conduit', 'continuwuity', 'tuwunel']

/** Variables with a fixed set of values, by the roles' validate_config.yml of 2026-08; others stop the playbook. */
const words: Record<string, { allowed: string[]; former?: Record<string, string> }> = {
  matrix_homeserver_implementation: {
    allowed: [...homeserverNames, ...otherHomeservers],
    former: { conduwuit: 'Write continuwuity, which continues conduwuit.' },
  },
  matrix_playbook_reverse_proxy_type: {
    allowed: ['playbook-managed-traefik', 'other-traefik-container', 'none'],
    former: {
      traefik: 'Write playbook-managed-traefik.',
      'playbook-managed-nginx': traefik,
      'other-nginx-non-container': traefik,
      'other-on-same-host': traefik,
      'other-on-another-host': traefik,
    },
  },
  matrix_architecture: {
    allowed: ['amd64', 'arm32', 'arm64'],
    former: { x86_64: 'Write amd64.', aarch64: 'Write arm64.' },
  },
  matrix_authentication_service_config_email_transport: { allowed: ['blackhole', 'smtp', 'aws_ses'] },
  matrix_authentication_service_config_captcha_service: {
    allowed: ['', 'recaptcha_v2', 'cloudflare_turnstile', 'hcaptcha'],
  },
}

/** Variables in which a capital letter stops the playbook. */
const lowerCase = ['matrix_domain', 'matrix_server_fqn_matrix', 'matrix_server_fqn_element']

interface NotAllowed {
  message: string
  hint: string
}

/** Why a variable cannot have this value; undefined: it can, or its values are not listed. */
export function findNotAllowed(
  name: string,
  value: unknown,
  { names }: Pick<PlaybookNames, 'names'>,
): NotAllowed | undefined {
  if (typeof value !== 'string') return undefined
  if (lowerCase.includes(name) && value !== value.toLowerCase())
    return {
      message: `${name} has capital letters, which the playbook does not accept.`,
      hint: `Write ${value.toLowerCase()}.`,
    }
  const variable = Object.hasOwn(words, name) ? words[name] : undefined
  if (!variable || variable.allowed.includes(value)) return undefined
  if (value === 'conduwuit' && names.has('matrix_conduwuit_enabled')) return undefined // until February 2026
  const nearest = variable.allowed.find((word) => word === value.toLowerCase())
  return {
    message: `${name} is ${JSON.stringify(value)}, which the playbook does not accept.`,
    hint: variable.former?.[value] ?? `Write ${nearest ?? `one of: ${variable.allowed.filter(Boolean).join(', ')}`}.`,
  }
}
