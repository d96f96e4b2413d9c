import type { Operation } from './operation.ts'
import { expires, registrationToken, uses } from './parameters.ts'

export const createRegistrationToken = {
  name: 'create-registration-token',
  summary: 'Create a registration token',
  parameters: [
    { ...uses, summary: `${uses.summary}; default: 1`, default: '1' },
    { ...expires, summary: `${expires.summary}; default: 7d`, default: '7d' },
  ],
  options: [
    { ...registrationToken, summary: `${registrationToken.summary}; default: the server generates one`, default: '' },
  ],
  changes: 'created',
  isAnswer: true,
  messages: { created: 'Registration token: %(token)s (uses: %(uses)s, expires: %(expires)s)' },
  predicts: { created: 'Would create registration token: %(token)s (uses: %(uses)s, expires: %(expires)s)' },
  next: { created: ['hand_out'] },
  examples: ['', '--uses 5 --expires 2w', '--token welcome-2026 --uses unlimited --expires never'],
} as const satisfies Operation
