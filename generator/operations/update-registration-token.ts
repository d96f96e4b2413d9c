import type { Operation } from './operation.ts'

export const updateRegistrationToken = {
  name: 'update-registration-token',
  summary: 'Change what a registration token is good for',
  parameters: [
    { name: 'token', summary: 'the token', kind: 'text' },
    {
      name: 'uses',
      summary: 'how many accounts it is good for in all: a number, or unlimited; default: as it was',
      kind: 'text',
      default: '',
    },
    {
      name: 'expires',
      summary: 'when it ends: 30m, 12h, 7d, 2w, a date, or never; default: as it was',
      kind: 'text',
      default: '',
    },
  ],
  changes: 'changed',
  says: {
    changed: 'The registration token %(token)s was changed.',
    unchanged: 'The registration token %(token)s is so already.',
  },
  predicts: {
    changed: 'The registration token %(token)s would be changed.',
    unchanged: 'The registration token %(token)s is so already.',
  },
  examples: ['welcome-2026 --uses 10', 'welcome-2026 --expires never'],
} as const satisfies Operation
