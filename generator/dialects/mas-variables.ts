import type { HostConfig } from '../generated/host-config.ts'
import type { PolicyVariables } from './policy-value.ts'

const prefix = 'matrix_authentication_service'

/** The role's variable for the secret: what vault-secrets encrypts counts for both. */
const ours = 'matrix_users_mas_client_secret'

/** The list of clients, and what is added to MAS's configuration. */
export const clientsVariable = `${prefix}_config_clients_custom`
export const extensionVariable = `${prefix}_configuration_extension_yaml`
export const adminApiVariable = `${prefix}_admin_api_enabled`

/** Variables that an operator's own value may replace, if it includes the client. */
export const replaceable = [clientsVariable, extensionVariable]

/**
 * The variables that let a host file's client use MAS's Admin API: the API itself, the client, and its place among admin_clients,
 * for which there is no variable (roles/custom/matrix-authentication-service, c0681e4bc).
 */
export function masVariables({ access, deployment }: HostConfig): PolicyVariables {
  const client = access?.client
  if (deployment?.kind === 'native' || !client) return {}
  return {
    [adminApiVariable]: true,
    [clientsVariable]: [
      {
        client_id: client.id,
        client_auth_method: 'client_secret_basic',
        client_secret: { secret: { ansible_var: ours }, setting: 'access.client.secret' },
      },
    ],
    [extensionVariable]: { yaml: { policy: { data: { admin_clients: [client.id] } } } },
  }
}
