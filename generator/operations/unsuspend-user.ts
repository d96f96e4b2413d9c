import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const unsuspendUser = {
  name: 'unsuspend-user',
  summary: 'Let a suspended user write again',
  parameters: [username],
  changes: 'changed',
  says: { changed: '%(user_id)s can write again.', unchanged: '%(user_id)s is not suspended.' },
  predicts: { changed: '%(user_id)s would be able to write again.', unchanged: '%(user_id)s is not suspended.' },
  examples: ['john', 'john --check'],
} as const satisfies Operation
