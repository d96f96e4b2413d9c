import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const promoteAdmin = {
  name: 'promote-admin',
  summary: 'Make a user a server admin',
  parameters: [username],
  changes: 'changed',
  messages: {
    changed: '%(user_id)s is now a server admin.',
    changed_in_database: '%(user_id)s is now a server admin, in the database.',
    unchanged: '%(user_id)s is already a server admin.',
  },
  predicts: {
    changed: '%(user_id)s would become a server admin.',
    changed_in_database: '%(user_id)s would become a server admin, in the database.',
    unchanged: '%(user_id)s is already a server admin.',
  },
  examples: ['john', 'john --check'],
} as const satisfies Operation
