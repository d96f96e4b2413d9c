import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const logoutUser = {
  name: 'logout-user',
  summary: 'End all sessions of a user',
  parameters: [username],
  changes: 'changed',
  says: {
    changed: '%(user_id)s is logged out everywhere (%(sessions)s).',
    changed_but_acting:
      '%(user_id)s is logged out everywhere (%(sessions)s) but here: the session of the token that registrar uses stays.',
    unchanged: '%(user_id)s has no session to end.',
  },
  predicts: {
    changed: '%(user_id)s would be logged out everywhere (%(sessions)s).',
    changed_but_acting:
      '%(user_id)s would be logged out everywhere (%(sessions)s) but here: the session of the token that registrar uses stays.',
    unchanged: '%(user_id)s has no session to end.',
  },
  examples: ['john', 'john --check'],
} as const satisfies Operation
