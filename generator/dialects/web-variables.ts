import type { HostConfig } from '../generated/host-config.ts'
import type { PolicyVariables } from './policy-value.ts'

type AdminUi = Exclude<NonNullable<NonNullable<HostConfig['web']>['admin']>, boolean>

/** The admin UI that a host file asks for, `ui` filled in; undefined: none. */
export function adminUiOf({ web }: Pick<HostConfig, 'web'>): (AdminUi & Required<Pick<AdminUi, 'ui'>>) | undefined {
  const admin = web?.admin
  if (admin === undefined || admin === false) return undefined
  return { ui: 'ketesa', ...(admin === true ? {} : admin) }
}

/** Ketesa by the name that it had as Synapse Admin, which newer releases translate; both UIs bring Synapse's admin API with them (group_vars). */
export function webVariables(config: Pick<HostConfig, 'web'>): PolicyVariables {
  const admin = adminUiOf(config)
  if (!admin) return config.web?.admin === false ? { matrix_synapse_admin_enabled: false } : {}
  const prefix = admin.ui === 'ketesa' ? 'matrix_synapse_admin_' : 'matrix_element_admin_'
  return {
    [`${prefix}enabled`]: true,
    ...(admin.hostname === undefined ? {} : { [`${prefix}hostname`]: admin.hostname }),
    ...(admin.path === undefined ? {} : { [`${prefix}path_prefix`]: admin.path }),
    ...(admin.allow_from === undefined || admin.ui !== 'ketesa'
      ? {}
      : { [`${prefix}container_labels_traefik_ipallowlist_sourcerange`]: admin.allow_from }),
  }
}
