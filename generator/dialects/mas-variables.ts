import type { HostConfig } from '../generated/host-config.ts'
import { newestRelease } from './index.ts'
import { namesOf } from './names.ts'
import type { PolicyValue, SecretPlace } from './policy-variables.ts'

/** A list of mappings, such as the clients of MAS. */
export interface Records {
  records: Record<string, string | SecretPlace>[]
}

const prefix = 'matrix_authentication_service'

/** Those that a host file's own value may replace, when it has what is needed, too. */
export const replaceable = [`${prefix}_config_clients_custom`, `${prefix}_configuration_extension_yaml`]

/**
 * What lets the client of a host file use MAS's Admin API: the API itself, the client, and its place among admin_clients,
 * for which the playbook has no variable (roles/custom/matrix-authentication-service, c0681e4bc).
 */
export function masVariables(config: HostConfig): Record<string, PolicyValue | Records> {
  const wanted = wantedVariables(config)
  const missing = missingMasVariables(config)
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !missing.includes(name)))
}

/** Of these, the ones that the playbook's release does not have. */
export function missingMasVariables(config: HostConfig): string[] {
  const names = namesOf(releaseOf(config))
  return Object.keys(wantedVariables(config)).filter((name) => !names.has(name))
}

export function releaseOf({ deployment }: HostConfig) {
  return (deployment?.kind === 'native' ? undefined : deployment?.release) ?? newestRelease
}

function wantedVariables({ authority, access, deployment }: HostConfig): Record<string, PolicyValue | Records> {
  const client = access?.client
  if (authority !== 'mas' || deployment?.kind === 'native' || !client) return {}
  return {
    [`${prefix}_enabled`]: true,
    [`${prefix}_admin_api_enabled`]: true,
    [`${prefix}_config_clients_custom`]: { records: [{ client_id: client.id, client_auth_method: 'client_secret_basic', client_secret: { secret: client.secret } }] },
    [`${prefix}_configuration_extension_yaml`]: `policy: { data: { admin_clients: [${client.id}] } }`,
  }
}
