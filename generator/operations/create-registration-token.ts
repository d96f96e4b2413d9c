import type { Operation } from './operation.ts'

export const createRegistrationToken = {
  name: 'create-registration-token',
  summary: 'Create a registration token',
  parameters: [
    { name: 'uses', summary: 'maximum number of registrations, or unlimited', kind: 'text', default: 'unlimited' },
    { name: 'expires', summary: 'when it expires: 30m, 12h, 7d, 2w, a date, or never', kind: 'text', default: 'never' },
  ],
  options: [{ name: 'token', summary: 'the token; default: the server generates one', kind: 'text', default: '' }],
  changes: 'created',
  isAnswer: true,
  says: { created: 'Registration token: %(token)s' },
  predicts: { created: 'Would create registration token: %(token)s' },
  next: { created: ['hand_out'] },
  examples: ['--uses 5 --expires 7d', '--token welcome-2026 --uses 1'],
} as const satisfies Operation
