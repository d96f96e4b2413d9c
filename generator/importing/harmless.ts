import { homeserverNames } from '../authorities/index.ts'
import { otherHomeservers } from '../dialects/allowed-values.ts'
import type { Plain } from './plain-value.ts'

type Shape = (value: Plain) => boolean

/**
 * Whether a setting may stand in a host file, which is meant for git. Only names of this list are, and only while the
 * value looks as theirs do: everything else may hold a secret, and stays where it is.
 */
export function isHarmless(name: string, value: Plain): boolean {
  if (secretName.test(name) && typeof value !== 'boolean') return false
  if (name !== siteKey && looksRandom(value)) return false
  return shapes.some(([names, fits]) => names.test(name) && fits(value))
}

const secretName = /secret|passw|passphrase|token|private|api_?(id|hash|key)|access_?key|_pass$|salt|pepper|credential/i

/** It is public, and random all the same. */
const siteKey = 'matrix_synapse_recaptcha_public_key'

/** Whether a word in a value is as random ones are: long, of letters and digits. */
function looksRandom(value: Plain): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(looksRandom)
  return typeof value === 'string' && /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12,}/i.test(value)
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const hostname = `(${label}\\.)+[a-z]{2,}`

const isText = (pattern: string): Shape => {
  const whole = new RegExp(`^(${pattern})$`)
  return (value) => typeof value === 'string' && value.length <= 253 && whole.test(value)
}
const isOneOf = (...words: string[]): Shape => isText(words.join('|'))
const isList =
  (fits: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(fits)
const isMapping =
  (fields: Record<string, Shape>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, item]) => fields[key]?.(item) ?? false)
const isBoolean: Shape = (value) => typeof value === 'boolean'
const isNumber: Shape = (value) => typeof value === 'number'
const isHostname = isText(`${hostname}(:[0-9]{1,5})?`)
const isAddress = isText(`[A-Za-z0-9._+-]+@${hostname}`)

/** Which names, and what their values look like. */
const shapes: [RegExp, Shape][] = [
  [/^[A-Za-z]\w*$/, isBoolean],
  [/^[a-z]\w*_(port|size_mb|minimum_complexity|workers?_count)$/, isNumber],
  [/^matrix_(domain|server_fqn_\w+)$|^[a-z]\w*_hostname$|^exim_relay_relay_host_name$/, isHostname],
  [/^exim_relay_(sender_address|relay_auth_username)$|_acme_email$/, isAddress],
  [/^matrix_\w+_path_prefix$/, isText('/|(/[a-z-]{1,20}){1,3}')],
  [/^matrix_base_data_path$/, isText('(/[a-z][a-z-]{0,20}){1,4}')],
  [/^matrix_homeserver_implementation$/, isOneOf(...homeserverNames, ...otherHomeservers)],
  [
    /^matrix_playbook_reverse_proxy_type$/,
    isOneOf('playbook-managed-traefik', 'other-traefik-container', 'other-nginx-non-container', 'none'),
  ],
  [/^matrix_client_element_default_theme$/, isOneOf('light', 'dark')],
  [/^[a-z]\w*_(log|logging)_?level$/i, isText('(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL|debug|info|warn|error)')],
  [/^matrix_playbook_migration_validated_version$/, isText('v[0-9]{4}(\\.[0-9]{1,2}){3}')],
  [/^matrix_synapse_registrations_require_3pid$/, isList(isOneOf('email', 'msisdn'))],
  [/^matrix_(synapse|dendrite_user_api)_auto_join_rooms$/, isList(isText(`[#!][^\\s:{]{1,40}:${hostname}`))],
  [/^matrix_synapse_rc_registration$/, isMapping({ per_second: isNumber, burst_count: isNumber })],
  [new RegExp(`^${siteKey}$`), isText('6L[\\w-]{3,40}')],
  [
    /_ipallowlist_sourcerange$/,
    isList(isText('[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9a-f:]{2,39}(/[0-9]{1,3})?')),
  ],
  [
    /^matrix_static_files_file_matrix_support_property_m_contacts$/,
    isList(
      isMapping({
        role: isOneOf('m.role.admin', 'm.role.security'),
        matrix_id: isText(`@[a-z0-9._=/+-]+:${hostname}`),
        email_address: isAddress,
      }),
    ),
  ],
  [
    /^matrix_static_files_file_matrix_support_property_m_support_page$/,
    isText(`https://${hostname}(/[a-z-]{1,20}){0,3}/?`),
  ],
]
