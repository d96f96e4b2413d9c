import type { Operation } from './operation.ts'
import { acceptWeakPassword, ifDifferent, keepSessions, password, username } from './parameters.ts'

export const setPassword = {
  name: 'set-password',
  summary: "Set a user's password, and end all sessions",
  parameters: [username, password],
  options: [keepSessions, ifDifferent, acceptWeakPassword],
  changes: 'changed',
  says: { changed: '%(user_id)s has the new password.', unchanged: '%(user_id)s has this password already.' },
  predicts: { changed: '%(user_id)s would get the new password.', unchanged: '%(user_id)s has this password already.' },
  examples: ['john', 'john --keep-sessions', 'john --if-different', 'john --generate-password'],
} as const satisfies Operation
