import { homeserverNames } from '../authorities/index.ts'
import type { KnownNames } from './known-names.ts'

/** The web server of the playbook, also where another one stands before it. */
const traefik =
  'Write playbook-managed-traefik; with a web server of your own before it see docs/configuring-playbook-own-webserver.md of the playbook.'

/** Homeservers of the playbook that have no accounts that could be managed. */
export const otherHomeservers = ['conduit', 'continuwuity', 'tuwunel']

/** Variables of a few words, as the roles' validate_config.yml of 2026-08 have them; other words stop the playbook. */
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

/** Names in which a capital letter stops the playbook. */
const lowerCase = ['matrix_domain', 'matrix_server_fqn_matrix', 'matrix_server_fqn_element']

export interface NotAllowed {
  message: string
  hint: string
}

/** What is wrong with a text that a variable is set to; undefined: nothing, or nothing that is known. */
export function findNotAllowed(
  name: string,
  value: unknown,
  { names }: Pick<KnownNames, 'names'>,
): NotAllowed | undefined {
  if (typeof value !== 'string') return undefined
  if (lowerCase.includes(name) && value !== value.toLowerCase())
    return {
      message: `${name} has capital letters, which the playbook does not take.`,
      hint: `Write ${value.toLowerCase()}.`,
    }
  const known = Object.hasOwn(words, name) ? words[name] : undefined
  if (!known || known.allowed.includes(value)) return undefined
  if (value === 'conduwuit' && names.has('matrix_conduwuit_enabled')) return undefined // until February 2026
  const nearest = known.allowed.find((word) => word === value.toLowerCase())
  return {
    message: `${name} is ${JSON.stringify(value)}, which the playbook does not take.`,
    hint: known.former?.[value] ?? `Write ${nearest ?? `one of: ${known.allowed.filter(Boolean).join(', ')}`}.`,
  }
}
