import type { Operation } from './operation.ts'
import { expiries, uses } from './parameters.ts'

export const updateRegistrationToken = {
  name: 'update-registration-token',
  summary: "Change a registration token's use limit or expiry",
  parameters: [
    { name: 'token', summary: 'the registration token', kind: 'text' },
    {
      name: 'uses',
      summary: 'maximum number of registrations in all, or unlimited; default: unchanged',
      kind: 'text',
      offers: uses,
      default: '',
    },
    {
      name: 'expires',
      summary: 'when it expires: 30m, 12h, 7d, 2w, a date, or never; default: unchanged',
      kind: 'text',
      offers: expiries,
      default: '',
    },
  ],
  changes: 'changed',
  messages: {
    changed: 'Registration token %(token)s changed.',
    unchanged: 'Registration token %(token)s already has these values.',
  },
  predicts: {
    changed: 'The registration token %(token)s would be changed.',
    unchanged: 'Registration token %(token)s already has these values.',
  },
  examples: ['welcome-2026 --uses 10', 'welcome-2026 --expires never'],
} as const satisfies Operation
