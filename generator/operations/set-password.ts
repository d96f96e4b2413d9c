import type { Operation } from './operation.ts'
import { acceptWeakPassword, ifDifferent, keepSessions, password, username } from './parameters.ts'

export const setPassword = {
  name: 'set-password',
  summary: "Set a user's password and end all sessions",
  parameters: [username, password],
  options: [keepSessions, ifDifferent, acceptWeakPassword],
  changes: 'changed',
  messages: { changed: 'Password changed for %(user_id)s.', unchanged: '%(user_id)s already has this password.' },
  predicts: {
    changed: 'The password of %(user_id)s would change.',
    unchanged: '%(user_id)s already has this password.',
  },
  examples: ['john', 'john --keep-sessions', 'john --if-different', 'john --generate-password'],
} as const satisfies Operation
