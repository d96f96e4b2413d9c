import type { Operation } from './operation.ts'
import { expiries, uses } from './parameters.ts'

export const createRegistrationToken = {
  name: 'create-registration-token',
  summary: 'Create a registration token',
  parameters: [
    {
      name: 'uses',
      summary: 'maximum number of registrations, or unlimited; default: 1',
      kind: 'text',
      offers: uses,
      default: '1',
    },
    {
      name: 'expires',
      summary: 'when it expires: 30m, 12h, 7d, 2w, a date, or never; default: 7d',
      kind: 'text',
      offers: expiries,
      default: '7d',
    },
  ],
  options: [{ name: 'token', summary: 'the token; default: the server generates one', kind: 'text', default: '' }],
  changes: 'created',
  isAnswer: true,
  messages: { created: 'Registration token: %(token)s (uses: %(uses)s, expires: %(expires)s)' },
  predicts: { created: 'Would create registration token: %(token)s (uses: %(uses)s, expires: %(expires)s)' },
  next: { created: ['hand_out'] },
  examples: ['', '--uses 5 --expires 2w', '--token welcome-2026 --uses unlimited --expires never'],
} as const satisfies Operation
