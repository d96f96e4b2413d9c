/** The means by which an operation can be done; the doctor checks each. */
export type Way = 'secret' | 'login' | 'admin' | 'database' | 'api' | 'cli' | 'page'

/** For people. */
export const wayWords: Record<Way, string> = {
  secret: 'by the registration shared secret',
  login: 'by signing in as the account, with its password',
  admin: 'by the admin API',
  database: 'in the database',
  api: "by MAS's Admin API",
  cli: 'by mas-cli on the host',
  page: 'by matrix-registration',
}

/** Whether an operation is about registration tokens. */
export function isOnTokens(operation: string): boolean {
  return operation === 'invite' || operation.includes('registration-token')
}
