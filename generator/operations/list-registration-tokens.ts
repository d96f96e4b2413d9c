import type { Operation } from './operation.ts'

export const listRegistrationTokens = {
  name: 'list-registration-tokens',
  summary: 'List the registration tokens',
  parameters: [],
  messages: { found: 'The registration tokens of %(domain)s.' },
  predicts: { found: 'The registration tokens of %(domain)s.' },
  finds: {
    fact: 'tokens',
    row: {
      token: { type: 'text', heading: 'TOKEN' },
      uses: { type: 'number', heading: 'USED' },
      uses_allowed: { type: 'number', heading: 'LIMIT', none: 'unlimited' },
      pending: { type: 'number' },
      expires: { type: 'text', heading: 'EXPIRES', none: 'never' },
      valid: { type: 'flag', heading: 'VALID' },
    },
  },
  examples: ['', '--json'],
} as const satisfies Operation
