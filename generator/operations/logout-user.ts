import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const logoutUser = {
  name: 'logout-user',
  summary: 'End all sessions of a user',
  parameters: [username],
  changes: 'changed',
  says: { changed: '%(user_id)s is logged out everywhere (%(sessions)s).', unchanged: '%(user_id)s has no session.' },
  predicts: {
    changed: '%(user_id)s would be logged out everywhere (%(sessions)s).',
    unchanged: '%(user_id)s has no session.',
  },
  examples: ['john', 'john --check'],
} as const satisfies Operation
