import type { Operation } from './operation.ts'

export const createRegistrationToken = {
  name: 'create-registration-token',
  summary: 'Make a registration token to hand out',
  parameters: [
    {
      name: 'uses',
      summary: 'how many accounts it is good for: a number, or unlimited',
      kind: 'text',
      default: 'unlimited',
    },
    { name: 'expires', summary: 'when it ends: 30m, 12h, 7d, 2w, a date, or never', kind: 'text', default: 'never' },
  ],
  options: [{ name: 'token', summary: 'the token itself; default: the server makes one', kind: 'text', default: '' }],
  changes: 'created',
  says: { created: 'Registration token: %(token)s' },
  predicts: { created: 'A registration token would be made: %(token)s' },
  next: { created: ['hand_out'] },
  examples: ['--uses 5 --expires 7d', '--token welcome-2026 --uses 1'],
} as const satisfies Operation
