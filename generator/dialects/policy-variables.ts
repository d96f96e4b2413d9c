import { fronts } from '../authorities/index.ts'
import { authorityNameOf } from '../authorities/names.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { discoveryVariables } from './discovery-variables.ts'
import { emailVariables } from './email-variables.ts'
import { type Playbook, translate } from './judge-name.ts'
import { namesFor } from './playbook-names.ts'
import { combine, type PolicyVariables } from './policy-value.ts'
import { servers } from './servers.ts'
import { webVariables } from './web-variables.ts'

/** The playbook's variables for a host file's registration, e-mail, discovery and web pages, under the names of its release. */
export function policyVariables(config: HostConfig, playbook = namesFor(config)): PolicyVariables {
  const { registration, email } = config
  const variables = combine([
    Object.fromEntries(Object.entries(frontVariables(config)).filter(([, isOwner]) => isOwner)),
    registration ? servers[authorityNameOf(config)].registration(registration, playbook.names) : {},
    emailVariables(email),
    discoveryVariables(config),
    webVariables(config),
    accessVariables(config, playbook),
  ])
  return Object.keys(variables).length > 0 ? inWordsOf(playbook, variables) : {}
}

/** Enables the server that owns the accounts in place of the homeserver. */
export function frontVariables(config: Pick<HostConfig, 'authority' | 'homeserver'>): Record<string, boolean> {
  return Object.fromEntries(fronts.map(({ key, enabledBy }) => [enabledBy, authorityNameOf(config) === key]))
}

/** The variables that `access` needs, as far as the playbook has them. */
function accessVariables(config: HostConfig, playbook: Pick<Playbook, 'names'>): PolicyVariables {
  return Object.fromEntries(Object.entries(accessOf(config)).filter(([name]) => playbook.names.has(name)))
}

/** The variables that `access` needs and the playbook does not have. */
export function missingAccessVariables(config: HostConfig, { names }: Pick<Playbook, 'names'>): string[] {
  return Object.keys(accessOf(config)).filter((name) => !names.has(name))
}

function accessOf(config: HostConfig): PolicyVariables {
  return servers[authorityNameOf(config)].access?.(config) ?? {}
}

/** The same variables by the names of a release; one that the release does not have stays as it is. */
export function inWordsOf(playbook: Playbook, variables: PolicyVariables): PolicyVariables {
  const named = (name: string) => (playbook.names.has(name) ? name : (translate(name, playbook)?.to ?? name))
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [named(name), value]))
}
