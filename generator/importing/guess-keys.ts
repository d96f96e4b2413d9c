import { fronts, isHomeserver } from '../authorities/index.ts'
import { type AuthorityName, defaultHomeserver, type FrontName } from '../authorities/names.ts'
import type { Plain } from './plain-value.ts'

/** What variables say, in a host file's words; each is a guess, which counts only when it renders to just these variables. */
export type Keys = Record<string, Plain>

/** What is to be read; `isSet`: every name that is set, also to what is not read, such as a secret. */
export type Values = ReadonlyMap<string, Plain> & { isSet: ReadonlySet<string> }

export const guesses: ((values: Values) => Keys)[] = [registration, email, discovery, web]

function registration(values: Values): Keys {
  const { homeserver, authority } = serversIn(values)
  const found = registrations[authority ?? (isHomeserver(homeserver) ? homeserver : defaultHomeserver)](values)
  return found ? { registration: found } : {}
}

const registrations: Record<AuthorityName, (values: Values) => Keys | undefined> = { synapse, dendrite, mas }

/** The servers that variables ask for. */
export function serversIn(values: Values): { homeserver: Plain; authority?: FrontName } {
  const front = fronts.find(({ enabledBy }) => values.get(enabledBy) === true)
  return {
    homeserver: values.get('matrix_homeserver_implementation') ?? defaultHomeserver,
    ...(front ? { authority: front.key } : {}),
  }
}

function synapse(values: Values): Keys | undefined {
  const enabled = values.get('matrix_synapse_enable_registration')
  if (typeof enabled !== 'boolean') return undefined
  const modes = [
    ...(values.get('matrix_synapse_registration_requires_token') === true ? ['token'] : []),
    ...(JSON.stringify(values.get('matrix_synapse_registrations_require_3pid')) === '["email"]' ? ['email'] : []),
    ...(values.get('matrix_synapse_enable_registration_captcha') === true ? ['captcha'] : []),
  ]
  return named({
    mode: modeOf(enabled, modes),
    captcha: modes.includes('captcha') ? captcha(values) : undefined,
    auto_join_rooms: values.get('matrix_synapse_auto_join_rooms'),
    guests: values.get('matrix_synapse_allow_guest_access'),
    rate_limit: rateLimit(values.get('matrix_synapse_rc_registration')),
  })
}

function captcha(values: Values): Plain {
  return named({
    site_key: values.get('matrix_synapse_recaptcha_public_key'),
    secret_key: kept('matrix_synapse_recaptcha_private_key', values),
  })
}

/** A secret stays in the variable that it is in, and the host file refers to that. */
function kept(name: string, { isSet }: Values): Plain | undefined {
  return isSet.has(name) ? { ansible_var: name } : undefined
}

function rateLimit(limit: Plain | undefined): Plain | undefined {
  if (typeof limit !== 'object' || limit === null || Array.isArray(limit)) return undefined
  return named({ per_second: limit['per_second'], burst: limit['burst_count'] })
}

function dendrite(values: Values): Keys | undefined {
  const disabled = values.get('matrix_dendrite_client_api_registration_disabled')
  return typeof disabled === 'boolean'
    ? named({ mode: modeOf(!disabled, []), auto_join_rooms: values.get('matrix_dendrite_user_api_auto_join_rooms') })
    : undefined
}

function mas(values: Values): Keys | undefined {
  const at = (name: string) => values.get(`matrix_authentication_service_config_${name}`)
  const enabled = at('account_password_registration_enabled')
  if (typeof enabled !== 'boolean') return undefined
  const token = at('account_registration_token_required') ?? at('account_password_registration_token_required')
  const modes = [
    ...(token === true ? ['token'] : []),
    ...(at('account_password_registration_email_required') === false ? [] : ['email']),
  ]
  return named({ mode: modeOf(enabled, modes), password_complexity: at('passwords_minimum_complexity') })
}

/** Open registration is never guessed: a person has to say that it is meant. */
function modeOf(enabled: boolean, modes: string[]): Plain {
  if (!enabled) return 'closed'
  return modes.length === 1 ? (modes[0] ?? 'open') : modes.length > 0 ? modes : 'open'
}

function email(values: Values): Keys {
  const hasAccount = values.get('exim_relay_relay_auth') === true
  const relay =
    values.get('exim_relay_relay_use') === true
      ? named({
          host: values.get('exim_relay_relay_host_name'),
          port: portUnless(587, values.get('exim_relay_relay_host_port')),
          ...(hasAccount
            ? {
                username: values.get('exim_relay_relay_auth_username'),
                password: kept('exim_relay_relay_auth_password', values),
              }
            : {}),
        })
      : undefined
  const found = named({ sender: values.get('exim_relay_sender_address'), relay })
  return Object.keys(found).length > 0 ? { email: found } : {}
}

/** A default is not repeated. */
function portUnless(preset: number, port: Plain | undefined): Plain | undefined {
  return port === preset ? undefined : port
}

function discovery(values: Values): Keys {
  if (values.get('matrix_static_files_container_labels_base_domain_enabled') !== true) return {}
  const page = values.get('matrix_static_files_file_matrix_support_property_m_support_page')
  const contacts = values.get('matrix_static_files_file_matrix_support_property_m_contacts')
  const support =
    values.get('matrix_static_files_file_matrix_support_enabled') === true
      ? named({ page, contacts: Array.isArray(contacts) ? contacts.map(contact) : undefined })
      : undefined
  return {
    discovery: named({
      served_by: 'playbook',
      address: values.get('matrix_server_fqn_matrix'),
      federation_port: values.get('matrix_federation_public_port'),
      support,
    }),
  }
}

function contact(full: Plain): Plain {
  if (typeof full !== 'object' || full === null || Array.isArray(full)) return full
  return { ...full, role: String(full['role']).replace(/^m\.role\./, '') }
}

function web(values: Values): Keys {
  for (const [prefix, ui] of [
    ['matrix_element_admin_', 'element_admin'],
    ['matrix_ketesa_', undefined],
    ['matrix_synapse_admin_', undefined],
  ] as const) {
    const enabled = values.get(`${prefix}enabled`)
    if (enabled === false && ui === undefined) return { web: { admin: false } }
    const admin = named({
      ui,
      hostname: values.get(`${prefix}hostname`),
      path: values.get(`${prefix}path_prefix`),
      allow_from: values.get(`${prefix}container_labels_traefik_ipallowlist_sourcerange`),
    })
    if (enabled === true) return { web: { admin: Object.keys(admin).length > 0 ? admin : true } }
  }
  return {}
}

/** Without what is not there. */
function named(keys: Record<string, Plain | undefined>): Keys {
  return Object.fromEntries(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
