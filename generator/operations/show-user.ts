import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const showUser = {
  name: 'show-user',
  summary: "Show an account's details",
  parameters: [username],
  messages: { found: '%(user_id)s is an account of this server.' },
  predicts: { found: '%(user_id)s is an account of this server.' },
  finds: { fact: 'user' },
  examples: ['john', 'john --json'],
} as const satisfies Operation
