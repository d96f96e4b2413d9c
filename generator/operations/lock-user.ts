import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const lockUser = {
  name: 'lock-user',
  summary: 'Lock an account (undo with unlock-user)',
  parameters: [username],
  changes: 'changed',
  messages: {
    changed: 'Locked %(user_id)s: sign-ins and existing sessions are refused.',
    unchanged: '%(user_id)s is already locked.',
  },
  predicts: { changed: '%(user_id)s would be locked.', unchanged: '%(user_id)s is already locked.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
