import type { Operation } from './operation.ts'
import { keepSessions, username } from './parameters.ts'

export const demoteAdmin = {
  name: 'demote-admin',
  summary: 'Make a server admin an ordinary user',
  parameters: [username],
  options: [keepSessions],
  changes: 'changed',
  messages: {
    changed: '%(user_id)s is now an ordinary user.',
    changed_in_database:
      '%(user_id)s is now an ordinary user, in the database. A running homeserver may treat it as an admin until it is restarted.',
    unchanged: '%(user_id)s is already an ordinary user.',
  },
  predicts: {
    changed: '%(user_id)s would become an ordinary user.',
    changed_in_database: '%(user_id)s would become an ordinary user, in the database.',
    unchanged: '%(user_id)s is already an ordinary user.',
  },
  next: { changed_in_database: ['restart'] },
  examples: ['john', 'john --check'],
} as const satisfies Operation
