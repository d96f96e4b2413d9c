import type { Operation } from './operation.ts'

export const registerUser = {
  name: 'register-user',
  summary: 'Register a user',
  parameters: [
    { name: 'username', summary: 'the part of @john:example.com before the colon', secret: false },
    { name: 'password', summary: 'none: asked for on the terminal; -: taken from $MATRIX_PASSWORD', secret: true, default: '' },
    { name: 'admin', summary: 'yes or no', secret: false, default: 'no' },
  ],
  changes: 'created',
  says: {
    created: '%(user_id)s was registered as %(kind)s.',
    exists: '%(user_id)s already exists; password and admin rights were left alone.',
  },
  predicts: {
    created: '%(user_id)s would be registered as %(kind)s.',
    exists: '%(user_id)s already exists; password and admin rights would be left alone.',
  },
} as const satisfies Operation
