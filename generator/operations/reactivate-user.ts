import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const reactivateUser = {
  name: 'reactivate-user',
  summary: 'Reactivate a deactivated account',
  parameters: [username],
  changes: 'changed',
  messages: {
    changed: '%(user_id)s is active again.',
    changed_with_password:
      '%(user_id)s is active again, with its old password. Deactivating removed its e-mail addresses.',
    unchanged: '%(user_id)s is active.',
  },
  predicts: {
    changed: '%(user_id)s would be active again.',
    changed_with_password: '%(user_id)s would be active again, with its old password.',
    unchanged: '%(user_id)s is active.',
  },
  examples: ['john', 'john --check'],
  next: { changed: ['set_password'] },
} as const satisfies Operation
