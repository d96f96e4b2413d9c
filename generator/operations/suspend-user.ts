import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const suspendUser = {
  name: 'suspend-user',
  summary: 'Suspend a user, who can read on but not write',
  parameters: [username],
  changes: 'changed',
  says: {
    changed: '%(user_id)s is suspended: able to read, unable to write.',
    unchanged: '%(user_id)s is suspended already.',
  },
  predicts: { changed: '%(user_id)s would be suspended.', unchanged: '%(user_id)s is suspended already.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
