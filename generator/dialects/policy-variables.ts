import type { HostConfig } from '../generated/host-config.ts'
import { accountServerOf } from './account-server.ts'
import { discoveryVariables } from './discovery-variables.ts'
import { emailVariables } from './email-variables.ts'
import { type Known, translate } from './judge-name.ts'
import { namesFor } from './known-names.ts'
import { combine, type PolicyVariables } from './policy-value.ts'
import { dendrite } from './registration/dendrite.ts'
import { masVariables } from './mas-variables.ts'
import { mas } from './registration/mas.ts'
import { synapse } from './registration/synapse.ts'
import { webVariables } from './web-variables.ts'

/** The playbook's variables that say what a host file says about registering, e-mail, discovery and web pages, by the names that its playbook knows. */
export function policyVariables(config: HostConfig, known = namesFor(config)): PolicyVariables {
  const { authority, registration, email } = config
  const server = accountServerOf(config)
  const variables = combine([
    authority === 'mas' ? { matrix_authentication_service_enabled: true } : {},
    registration ? registrationVariables[server](registration, known.names) : {},
    emailVariables(email),
    discoveryVariables(config),
    webVariables(config),
    authority === 'mas' && config.access?.client ? masVariables(config, known) : {},
  ])
  return Object.keys(variables).length > 0 ? inWordsOf(known, variables) : {}
}

const registrationVariables = { synapse, dendrite, mas }

/** The same variables by the names of a release; one that the release does not have stays as it is. */
export function inWordsOf(known: Known, variables: PolicyVariables): PolicyVariables {
  const named = (name: string) => (known.names.has(name) ? name : (translate(name, known)?.to ?? name))
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [named(name), value]))
}
