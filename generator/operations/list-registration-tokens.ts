import type { Operation } from './operation.ts'

export const listRegistrationTokens = {
  name: 'list-registration-tokens',
  summary: 'List the registration tokens',
  parameters: [],
  says: { found: 'The registration tokens of %(domain)s.' },
  predicts: { found: 'The registration tokens of %(domain)s.' },
  examples: ['', '--json'],
} as const satisfies Operation
