import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const logoutUser = {
  name: 'logout-user',
  summary: 'Log a user out of all sessions',
  parameters: [username],
  changes: 'changed',
  says: {
    changed: 'Logged out %(user_id)s everywhere (sessions: %(sessions)s).',
    changed_but_acting:
      'Logged out %(user_id)s everywhere (sessions: %(sessions)s) except for the session that registrar itself uses.',
    unchanged: '%(user_id)s has no sessions.',
    unchanged_but_acting: '%(user_id)s has no session but the one that registrar itself uses.',
  },
  predicts: {
    changed: '%(user_id)s would be logged out everywhere (sessions: %(sessions)s).',
    changed_but_acting:
      '%(user_id)s would be logged out everywhere (sessions: %(sessions)s) except for the session that registrar itself uses.',
    unchanged: '%(user_id)s has no sessions.',
    unchanged_but_acting: '%(user_id)s has no session but the one that registrar itself uses.',
  },
  examples: ['john', 'john --check'],
} as const satisfies Operation
