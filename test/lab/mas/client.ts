import { randomBytes } from 'node:crypto'

import { makeUlid } from './ulid.ts'

/** A client of MAS's token endpoint, by `client_credentials`. */
export interface ApiClient {
  /** A ULID: MAS takes nothing else. */
  clientId: string
  clientSecret: string
}

export const makeClient = (): ApiClient => ({ clientId: makeUlid(), clientSecret: randomBytes(24).toString('hex') })
