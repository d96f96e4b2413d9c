import type { Check } from './check.ts'
import { fetchJson } from './fetch-json.ts'
import { named } from './foreign-text.ts'
import type { Get } from './get.ts'
import { error } from './problem.ts'
import { propertyOf } from './property-of.ts'

/** In the order in which clients ask: Matrix 1.15, and what homeservers had before (MSC2965). */
const paths = ['/_matrix/client/v1/auth_metadata', '/_matrix/client/unstable/org.matrix.msc2965/auth_metadata']

/** With Matrix Authentication Service, clients ask the homeserver where people log in. */
export async function checkAuthentication(homeserver: string, get: Get): Promise<Check> {
  const [first, second] = await Promise.all(
    paths.map((path) => fetchJson(`${homeserver}${path}`, { get, by: 'browsers' })),
  )
  const check = { name: 'authentication', url: `${homeserver}${paths[0]}` }
  for (const fetched of [first, second]) {
    const issuer = propertyOf(fetched?.data, 'issuer')
    if (typeof issuer === 'string') return { ...check, found: named(issuer), problems: fetched?.problems ?? [] }
  }
  if (first?.data === undefined && first?.status !== 404) return { ...check, problems: first?.problems ?? [] }
  return {
    ...check,
    problems: [
      error(
        'no-auth-metadata',
        `${homeserver} does not say where people log in, though Matrix Authentication Service owns the accounts.`,
        `Turn on matrix_authentication_service in Synapse; or let the reverse proxy pass ${paths[0]} on to it.`,
      ),
    ],
  }
}
