import type { Operation } from './operation.ts'

export const revokeRegistrationToken = {
  name: 'revoke-registration-token',
  summary: 'Revoke a registration token',
  parameters: [{ name: 'token', summary: 'the registration token', kind: 'text' }],
  changes: 'changed',
  messages: {
    changed: 'Registration token %(token)s revoked.',
    unchanged: 'Registration token %(token)s was already revoked.',
  },
  predicts: {
    changed: 'The registration token %(token)s would be revoked.',
    unchanged: 'Registration token %(token)s was already revoked.',
  },
  examples: ['welcome-2026'],
} as const satisfies Operation
