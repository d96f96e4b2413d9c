import type { Operation } from './operation.ts'
import { expires, registrationToken, uses } from './parameters.ts'

export const updateRegistrationToken = {
  name: 'update-registration-token',
  summary: "Change a registration token's use limit or expiry",
  parameters: [
    registrationToken,
    {
      ...uses,
      summary: 'maximum number of registrations in all, such as 5, or unlimited; default: unchanged',
      default: '',
    },
    { ...expires, summary: `${expires.summary}; default: unchanged`, default: '' },
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
