import { elementAtHome } from '../dialects/element-variables.ts'
import type { Values } from './guess-keys.ts'
import type { Plain } from './plain-value.ts'

/** The defaults of the playbook's roles for settings that a host file has keys for. */
function presetsFor(domain: string): Record<string, Plain> {
  return {
    matrix_federation_public_port: 8448,
    matrix_server_fqn_matrix: `matrix.${domain}`,
    matrix_server_fqn_element: new URL(elementAtHome(domain)).hostname,
    matrix_client_element_enabled: true,
    matrix_ketesa_path_prefix: '/synapse-admin',
    matrix_synapse_admin_path_prefix: '/synapse-admin',
    matrix_synapse_allow_guest_access: false,
    exim_relay_enabled: true,
    exim_relay_relay_use: false,
  }
}

/** What variables say beyond the playbook's own defaults, which a host file does not repeat: those stay where they are. */
export function withoutPresets(values: Values, domain: string): Values {
  const presets = presetsFor(domain)
  return Object.assign(new Map([...values].filter(([name, value]) => presets[name] !== value)), { isSet: values.isSet })
}
