import { fronts } from '../authorities/index.ts'
import { authorityNameOf } from '../authorities/names.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { discoveryVariables } from './discovery-variables.ts'
import { emailVariables } from './email-variables.ts'
import { type Known, translate } from './judge-name.ts'
import { namesFor } from './known-names.ts'
import { combine, type PolicyVariables } from './policy-value.ts'
import { servers } from './servers.ts'
import { webVariables } from './web-variables.ts'

/** The playbook's variables that say what a host file says about registering, e-mail, discovery and web pages, by the names that its playbook knows. */
export function policyVariables(config: HostConfig, known = namesFor(config)): PolicyVariables {
  const { registration, email } = config
  const variables = combine([
    Object.fromEntries(Object.entries(frontVariables(config)).filter(([, isOwner]) => isOwner)),
    registration ? servers[authorityNameOf(config)].registration(registration, known.names) : {},
    emailVariables(email),
    discoveryVariables(config),
    webVariables(config),
    accessVariables(config, known),
  ])
  return Object.keys(variables).length > 0 ? inWordsOf(known, variables) : {}
}

/** Which of the servers that can own accounts in the place of the homeserver does. */
export function frontVariables(config: Pick<HostConfig, 'authority' | 'homeserver'>): Record<string, boolean> {
  return Object.fromEntries(fronts.map(({ key, enabledBy }) => [enabledBy, authorityNameOf(config) === key]))
}

/** What lets `access` reach the server, as far as the playbook has it. */
function accessVariables(config: HostConfig, known: Pick<Known, 'names'>): PolicyVariables {
  return Object.fromEntries(Object.entries(accessOf(config)).filter(([name]) => known.names.has(name)))
}

/** Of the same, what the playbook does not have. */
export function missingAccessVariables(config: HostConfig, { names }: Pick<Known, 'names'>): string[] {
  return Object.keys(accessOf(config)).filter((name) => !names.has(name))
}

function accessOf(config: HostConfig): PolicyVariables {
  return servers[authorityNameOf(config)].access?.(config) ?? {}
}

/** The same variables by the names of a release; one that the release does not have stays as it is. */
export function inWordsOf(known: Known, variables: PolicyVariables): PolicyVariables {
  const named = (name: string) => (known.names.has(name) ? name : (translate(name, known)?.to ?? name))
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [named(name), value]))
}
