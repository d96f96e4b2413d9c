import type { HostConfig } from '../generated/host-config.ts'
import type { PolicyVariables } from './policy-value.ts'

type Discovery = NonNullable<HostConfig['discovery']>

/** roles/custom/matrix-static-files/defaults/main.yml and matrix-base's, alike in all three releases. */
export function discoveryVariables({ domain, discovery }: HostConfig): PolicyVariables {
  if (!discovery) return {}
  const { served_by, address, federation_port: port, support } = discovery
  return {
    ...(address === undefined ? {} : { matrix_server_fqn_matrix: address }),
    ...(port === undefined ? {} : { matrix_federation_public_port: port }),
    ...(address === domain
      ? {}
      : { matrix_static_files_container_labels_base_domain_enabled: served_by === 'playbook' }),
    ...(support ? supportVariables(support) : {}),
  }
}

function supportVariables({ page, contacts }: NonNullable<Discovery['support']>): PolicyVariables {
  return {
    matrix_static_files_file_matrix_support_enabled: true,
    ...(contacts ? { matrix_static_files_file_matrix_support_property_m_contacts: contacts.map(contactInFull) } : {}),
    ...(page === undefined ? {} : { matrix_static_files_file_matrix_support_property_m_support_page: page }),
  }
}

type Contact = NonNullable<NonNullable<Discovery['support']>['contacts']>[number]

/** A contact as clients read it: roles have a namespace (client-server API, "GET /.well-known/matrix/support"). */
export function contactInFull({ role, ...reached }: Contact): Record<string, string> {
  return { role: `m.role.${role}`, ...reached }
}
