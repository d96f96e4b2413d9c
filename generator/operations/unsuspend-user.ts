import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const unsuspendUser = {
  name: 'unsuspend-user',
  summary: 'End the suspension of an account',
  parameters: [username],
  changes: 'changed',
  messages: { changed: '%(user_id)s is no longer suspended.', unchanged: '%(user_id)s is not suspended.' },
  predicts: { changed: 'The suspension of %(user_id)s would end.', unchanged: '%(user_id)s is not suspended.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
