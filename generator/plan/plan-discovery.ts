import { authorityOf } from '../authorities/index.ts'
import { contactInFull } from '../dialects/discovery-variables.ts'
import type { HostConfig } from '../generated/host-config.ts'
import type { DiscoveryPlan } from './host-plan.ts'
import { hostnameOf, pagesUrl, publicAddress } from './public-address.ts'

/** What clients and other servers should find; undefined if the host file does not set it. */
export function planDiscovery(config: HostConfig): DiscoveryPlan | undefined {
  const { domain, deployment, discovery, extra_vars: extra = {} } = config
  if (!discovery && deployment?.kind === 'native') return undefined
  const address = publicAddress(config)
  const port = discovery?.federation_port ?? Number(extra['matrix_federation_public_port'] ?? 8448)
  return {
    hostname: hostnameOf(domain),
    address,
    server: `${address}:${port}`,
    ...(discovery ? { servedBy: discovery.served_by } : {}),
    ...planAuthentication(config),
    ...planSupport(discovery?.support),
  }
}

/** As in the playbook's own file (MSC2965); of a native install only public_url is given. */
function planAuthentication(config: HostConfig): Pick<DiscoveryPlan, 'authentication'> {
  const { front } = authorityOf(config)
  if (!front || (config.deployment?.kind === 'native' && config[front.key]?.public_url === undefined)) return {}
  const issuer = pagesUrl(config, front)
  return { authentication: { issuer, account: `${issuer}${front.pages.account}` } }
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
