import type { Authority } from './authority.ts'
import { dendrite } from './dendrite.ts'
import { mas } from './mas.ts'
import { synapse } from './synapse.ts'

/** Every authority by its name. */
export const authorities = { synapse, mas, dendrite } as const satisfies Record<string, Authority>

/** The same as pairs, for what is made of each in turn. */
export const authorityEntries = Object.entries(authorities) as [AuthorityName, Authority][]

export type AuthorityName = keyof typeof authorities
