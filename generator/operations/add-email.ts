import type { Operation } from './operation.ts'
import { email, username } from './parameters.ts'

export const addEmail = {
  name: 'add-email',
  summary: 'Add a verified e-mail address to an account',
  parameters: [username, email],
  changes: 'changed',
  messages: { changed: 'Added %(email)s to %(user_id)s.', unchanged: '%(user_id)s already has the address %(email)s.' },
  predicts: {
    changed: 'Would add %(email)s to %(user_id)s.',
    unchanged: '%(user_id)s already has the address %(email)s.',
  },
  examples: ['john john@example.com'],
} as const satisfies Operation
