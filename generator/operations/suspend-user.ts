import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const suspendUser = {
  name: 'suspend-user',
  summary: 'Suspend an account, which can then read but not send',
  parameters: [username],
  changes: 'changed',
  messages: {
    changed: 'Suspended %(user_id)s: it can read, but not send.',
    unchanged: '%(user_id)s is already suspended.',
  },
  predicts: { changed: '%(user_id)s would be suspended.', unchanged: '%(user_id)s is already suspended.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
