import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const lockUser = {
  name: 'lock-user',
  summary: 'Lock a user out, until unlock-user',
  parameters: [username],
  changes: 'changed',
  says: {
    changed: '%(user_id)s is locked: logging in and every session are refused.',
    unchanged: '%(user_id)s is locked already.',
  },
  predicts: { changed: '%(user_id)s would be locked.', unchanged: '%(user_id)s is locked already.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
