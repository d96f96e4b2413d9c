import type { AuthorityName } from '../authorities/names.ts'
import type { HostConfig } from '../generated/host-config.ts'
import type { FindDeadly } from './deadly/deadly.ts'
import { dendriteDeadly } from './deadly/dendrite.ts'
import { masDeadly } from './deadly/mas.ts'
import { synapseDeadly } from './deadly/synapse.ts'
import { masVariables } from './mas-variables.ts'
import type { PolicyVariables } from './policy-value.ts'
import { dendrite } from './registration/dendrite.ts'
import { mas } from './registration/mas.ts'
import type { Registration } from './registration/modes.ts'
import { synapse } from './registration/synapse.ts'

/** The playbook's names for a server's settings, and settings that keep it from working. */
interface ServerDialect {
  registration: (registration: Registration, names: ReadonlySet<string>) => PolicyVariables
  /** Variables that `access` needs. */
  access?: (config: HostConfig) => PolicyVariables
  deadly: FindDeadly[]
  /** Variables, and the value of each with which it sends no mail. */
  silencedBy: (email: HostConfig['email']) => [string, unknown][]
  /** Where the links in its mails lead. */
  linksTo?: string
}

const relay: [string, unknown] = ['exim_relay_enabled', false]

export const servers: Record<AuthorityName, ServerDialect> = {
  synapse: {
    registration: synapse,
    deadly: synapseDeadly,
    silencedBy: () => [relay, ['matrix_synapse_email_enabled', false]],
    linksTo: 'matrix_synapse_email_client_base_url',
  },
  dendrite: { registration: dendrite, deadly: dendriteDeadly, silencedBy: () => [relay] },
  mas: {
    registration: mas,
    access: masVariables,
    deadly: masDeadly,
    silencedBy: (email) =>
      email?.smtp ? [] : [relay, ['matrix_authentication_service_config_email_transport', 'blackhole']],
  },
}
