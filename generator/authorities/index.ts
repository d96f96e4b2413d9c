import type { HostConfig } from '../generated/host-config.ts'
import type { Authority, HomeserverAuthority } from './authority.ts'
import { dendrite } from './dendrite.ts'
import { mas } from './mas.ts'
import { type AuthorityName, authorityNameOf, type Homeserver } from './names.ts'
import { synapse } from './synapse.ts'

/** Every server that owns accounts, by its name. */
export const authorities: Record<AuthorityName, Authority> = { synapse, mas, dendrite }

export const homeservers: Record<Homeserver, HomeserverAuthority> = { synapse, dendrite }

/** The same as pairs. */
export const authorityEntries = Object.entries(authorities) as [AuthorityName, Authority][]

export const homeserverNames = Object.keys(homeservers) as Homeserver[]

/** For people: "Synapse and Dendrite", and by their names "synapse or dendrite". */
export const homeserverLabels = Object.values(homeservers)
  .map(({ label }) => label)
  .join(' and ')
export const homeserverWords = homeserverNames.join(' or ')

/** The servers that own accounts in place of a homeserver. */
export const fronts = Object.values(authorities).flatMap(({ label, front }) => (front ? [{ label, ...front }] : []))

/** Which server owns the accounts of a host file. */
export function authorityOf(config: Pick<HostConfig, 'authority' | 'homeserver'>): Authority {
  return authorities[authorityNameOf(config)]
}

export function isHomeserver(name: unknown): name is Homeserver {
  return homeserverNames.some((each) => each === name)
}
