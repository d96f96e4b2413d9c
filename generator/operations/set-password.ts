import type { Operation } from './operation.ts'
import { acceptWeakPassword, keepSessions, password, username } from './parameters.ts'

export const setPassword = {
  name: 'set-password',
  summary: "Set a user's password, and end all sessions",
  parameters: [username, password],
  options: [keepSessions, acceptWeakPassword],
  changes: 'changed',
  says: { changed: '%(user_id)s has the new password.' },
  predicts: { changed: '%(user_id)s would get the new password.' },
  examples: ['john', 'john --keep-sessions', 'john --generate-password'],
} as const satisfies Operation
