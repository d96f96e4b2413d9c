import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const logoutUser = {
  name: 'logout-user',
  summary: 'Log a user out of all sessions, or of one',
  parameters: [username],
  options: [
    {
      name: 'session',
      summary: 'end only this session, by its ID in list-sessions, such as QWERTYUIOP',
      placeholder: 'id',
      kind: 'text',
      default: '',
    },
  ],
  changes: 'changed',
  messages: {
    changed: 'Logged out %(user_id)s everywhere (sessions: %(sessions)s).',
    changed_but_acting:
      'Logged out %(user_id)s everywhere (sessions: %(sessions)s) except for the session that registrar itself uses.',
    changed_session: 'Ended the session %(session)s of %(user_id)s.',
    unchanged: '%(user_id)s has no sessions.',
    unchanged_but_acting: '%(user_id)s has no session except the one that registrar itself uses.',
    unchanged_session: 'The session %(session)s of %(user_id)s has already ended.',
  },
  predicts: {
    changed: '%(user_id)s would be logged out everywhere (sessions: %(sessions)s).',
    changed_but_acting:
      '%(user_id)s would be logged out everywhere (sessions: %(sessions)s) except for the session that registrar itself uses.',
    changed_session: 'The session %(session)s of %(user_id)s would be ended.',
    unchanged: '%(user_id)s has no sessions.',
    unchanged_but_acting: '%(user_id)s has no session except the one that registrar itself uses.',
    unchanged_session: 'The session %(session)s of %(user_id)s has already ended.',
  },
  examples: ['john', 'john --session QWERTYUIOP', 'john --check'],
} as const satisfies Operation
