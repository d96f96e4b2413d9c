import type { Authority } from './authority.ts'
import { dendrite } from './dendrite.ts'
import { synapse } from './synapse.ts'

/** Every authority by its name in the host file. */
export const authorities = { synapse, dendrite } as const satisfies Record<string, Authority>

export type AuthorityName = keyof typeof authorities
