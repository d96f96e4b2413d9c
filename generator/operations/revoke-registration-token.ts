import type { Operation } from './operation.ts'

export const revokeRegistrationToken = {
  name: 'revoke-registration-token',
  summary: 'End a registration token',
  parameters: [{ name: 'token', summary: 'the token', kind: 'text' }],
  changes: 'changed',
  says: {
    changed: 'The registration token %(token)s is no longer good.',
    unchanged: 'The registration token %(token)s was revoked before.',
  },
  predicts: {
    changed: 'The registration token %(token)s would be revoked.',
    unchanged: 'The registration token %(token)s was revoked before.',
  },
  examples: ['welcome-2026'],
} as const satisfies Operation
