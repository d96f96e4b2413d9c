import { contactInFull } from '../dialects/discovery-variables.ts'
import type { HostConfig } from '../generated/host-config.ts'
import type { DiscoveryPlan } from './host-plan.ts'

/** What clients and other servers should find; undefined where the host file does not decide it. */
export function planDiscovery({
  domain,
  deployment,
  discovery,
  extra_vars: extra = {},
}: HostConfig): DiscoveryPlan | undefined {
  if (!discovery && deployment?.kind === 'native') return undefined
  const hostname = domain.replace(/:\d+$/, '')
  const address = discovery?.address ?? String(extra['matrix_server_fqn_matrix'] ?? `matrix.${hostname}`)
  const port = discovery?.federation_port ?? Number(extra['matrix_federation_public_port'] ?? 8448)
  return {
    hostname,
    address,
    server: `${address}:${port}`,
    ...(discovery ? { servedBy: discovery.served_by } : {}),
    ...planSupport(discovery?.support),
  }
}

function planSupport(support: NonNullable<HostConfig['discovery']>['support']): Pick<DiscoveryPlan, 'support'> {
  if (!support) return {}
  const { page, contacts } = support
  return {
    support: {
      ...(contacts ? { contacts: contacts.map(contactInFull) } : {}),
      ...(page === undefined ? {} : { support_page: page }),
    },
  }
}
