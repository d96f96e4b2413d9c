import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const addEmail = {
  name: 'add-email',
  summary: 'Give a user an e-mail address that counts as verified',
  parameters: [username, { name: 'email', summary: 'the address', kind: 'text' }],
  changes: 'changed',
  says: {
    changed: '%(user_id)s has the address %(email)s.',
    unchanged: '%(user_id)s has the address %(email)s already.',
  },
  predicts: {
    changed: '%(user_id)s would get the address %(email)s.',
    unchanged: '%(user_id)s has the address %(email)s already.',
  },
  examples: ['john john@example.com'],
} as const satisfies Operation
