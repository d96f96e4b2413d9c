import type { BecomePlan, HostPlan } from '../../generator/plan/host-plan.ts'
import type { LabHost } from '../lab/host.ts'

type User = LabHost['users'][number]

/** The plan of one of the lab host's homeservers, as a host file for the playbook gives it. */
export function labPlan(
  host: LabHost,
  homeserver: 'synapse' | 'dendrite',
  { user = 'root', become = { enabled: user !== 'root' } }: { user?: User; become?: BecomePlan } = {},
): HostPlan {
  return {
    source: 'registrar.yml',
    domain: host.domain,
    host: `${homeserver}.example.org`,
    homeserver,
    authority: homeserver,
    access: {},
    deployment: { kind: 'playbook' },
    connection: { kind: 'ssh', address: '127.0.0.1', port: host.port, user },
    become,
    elementUrl: 'https://element.example.org',
  }
}

/** What a person has in ~/.ssh: the key, and the host's key. */
export function labEnvironment(host: LabHost): Record<string, string> {
  return {
    ANSIBLE_PRIVATE_KEY_FILE: host.keyFile,
    ANSIBLE_SSH_COMMON_ARGS: `-F none -o UserKnownHostsFile=${host.knownHosts} -o StrictHostKeyChecking=yes`,
  }
}

export function homeserverUrl(host: LabHost, homeserver: 'synapse' | 'dendrite'): string {
  return homeserver === 'synapse' ? host.synapseUrl : host.dendriteUrl
}
