import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Homeserver } from '../lab/homeserver.ts'

/** The plan of a homeserver process on this machine. */
export function localPlan(
  homeserver: 'synapse' | 'dendrite',
  server: Pick<Homeserver, 'url' | 'configPath'>,
  python = 'python3',
): HostPlan {
  return {
    source: 'registrar.yml',
    domain: 'example.org',
    host: 'matrix.example.org',
    homeserver,
    authority: homeserver,
    access: {},
    deployment: {
      kind: 'native',
      python,
      config: [server.configPath],
      address: server.url,
      service: `matrix-${homeserver}.service`,
    },
    connection: { kind: 'local' },
    become: { enabled: false },
  }
}
