import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const unlockUser = {
  name: 'unlock-user',
  summary: 'Unlock an account',
  parameters: [username],
  changes: 'changed',
  messages: { changed: 'Unlocked %(user_id)s.', unchanged: '%(user_id)s is not locked.' },
  predicts: { changed: '%(user_id)s would be unlocked.', unchanged: '%(user_id)s is not locked.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
