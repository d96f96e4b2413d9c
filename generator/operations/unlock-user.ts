import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const unlockUser = {
  name: 'unlock-user',
  summary: 'Let a locked user in again',
  parameters: [username],
  changes: 'changed',
  says: { changed: '%(user_id)s can log in again.', unchanged: '%(user_id)s is not locked.' },
  predicts: { changed: '%(user_id)s would be unlocked.', unchanged: '%(user_id)s is not locked.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
