import type { OperationName } from '../operations/index.ts'

/** By what an operation can be done; each is a look of the program's doctor. */
export type Way = 'secret' | 'admin' | 'database' | 'api' | 'cli' | 'page'

/** For people. */
export const wayWords: Record<Way, string> = {
  secret: 'by the registration shared secret',
  admin: 'by the admin API',
  database: 'in the database',
  api: "by MAS's Admin API",
  cli: 'by mas-cli on the host',
  page: 'by matrix-registration',
}

/** The ways of an operation that an authority does not refuse, the best first. */
export function waysOf(authority: keyof typeof ways, operation: OperationName): Way[] {
  const { others, ...named }: Ways = ways[authority]
  return named[operation] ?? others
}

/** The same where mas-cli is used instead of MAS's Admin API: that tells hardly anything. */
export function waysByCli(operation: OperationName): Way[] {
  const onlyByApi: OperationName[] = [
    'show-user',
    'list-sessions',
    'list-registration-tokens',
    'update-registration-token',
    'revoke-registration-token',
  ]
  return waysOf('mas', operation).map((way) => (way === 'api' && !onlyByApi.includes(operation) ? 'cli' : way))
}

/** Whether an operation is about registration tokens. */
export function isOnTokens(operation: string): boolean {
  return operation.includes('registration-token')
}

/** The same where matrix-registration has the tokens, which it cannot change. */
export function waysByPage(operation: OperationName): Way[] {
  if (operation === 'update-registration-token') return []
  return isOnTokens(operation) ? ['page'] : waysOf('synapse', operation)
}

type Ways = Partial<Record<OperationName, Way[]>> & { others: Way[] }

const eitherWay: Way[] = ['admin', 'database']

const ways = {
  synapse: {
    'register-user': ['secret'],
    'show-user': eitherWay,
    'list-users': eitherWay,
    'promote-admin': eitherWay,
    'demote-admin': eitherWay,
    'set-password': eitherWay, // in the database with --keep-sessions alone
    others: ['admin'],
  },
  dendrite: { 'register-user': ['secret'], 'set-password': ['admin'], others: ['database'] },
  mas: {
    'suspend-user': ['admin'],
    'unsuspend-user': ['admin'],
    'set-display-name': ['admin'],
    'set-kind': ['admin'],
    others: ['api'],
  },
} satisfies Record<string, Ways>
