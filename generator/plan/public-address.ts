import type { Front } from '../authorities/front.ts'
import type { HostConfig } from '../generated/host-config.ts'

/** The name under which the homeserver is reached: the playbook's matrix_server_fqn_matrix. */
export function publicAddress({ domain, discovery, extra_vars: extra = {} }: HostConfig): string {
  return discovery?.address ?? String(extra['matrix_server_fqn_matrix'] ?? `matrix.${hostnameOf(domain)}`)
}

/** The public address of a server that owns the accounts, with a slash at the end; the playbook puts it below the homeserver (group_vars). */
export function pagesUrl(config: HostConfig, { key, pages }: Front): string {
  const { deployment, host } = config
  return (
    config[key]?.public_url ?? `https://${deployment?.kind === 'native' ? host : publicAddress(config)}${pages.path}`
  )
}

/** A server name without its port. */
export function hostnameOf(domain: string): string {
  return domain.replace(/:\d+$/, '')
}
