import type { Operation } from './operation.ts'
import { registrationToken } from './parameters.ts'

export const revokeRegistrationToken = {
  name: 'revoke-registration-token',
  summary: 'Revoke a registration token',
  parameters: [registrationToken],
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
