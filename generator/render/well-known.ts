import type { DiscoveryPlan, HostPlan } from '../plan/host-plan.ts'
import { mark } from '../version.ts'
import { fill } from './engine.ts'
import type { RenderedFile } from './rendered-file.ts'

/** For an operator's own web server: the three files, and snippets for nginx, Caddy, Apache and Traefik. */
export function renderWellKnown({ discovery, deployment, host }: HostPlan): RenderedFile[] {
  if (discovery?.servedBy !== 'web_server') return []
  const view = {
    mark,
    hostname: discovery.hostname,
    address: discovery.address,
    proxied: deployment.kind === 'playbook',
  }
  const snippets = ['Caddyfile', 'apache.conf', 'nginx.conf', 'traefik.yml'].map(
    (name) => [name, fill(`workspace/well-known/${name}`, view)] as const,
  )
  const files = Object.entries(wellKnownFiles(discovery)).map(
    ([name, data]) => [name, `${JSON.stringify(data, null, 2)}\n`] as const,
  )
  return [...files, ...snippets].map(([name, content]) => ({
    path: `well-known/${host}/${name}`,
    content,
    mode: 0o644,
  }))
}

function wellKnownFiles({ address, server, authentication, support }: DiscoveryPlan): Record<string, object> {
  return {
    client: {
      'm.homeserver': { base_url: `https://${address}` },
      ...(authentication ? { 'org.matrix.msc2965.authentication': authentication } : {}),
    },
    server: { 'm.server': server },
    ...(support ? { support } : {}),
  }
}
