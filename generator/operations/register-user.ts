import type { Operation } from './operation.ts'
import { acceptWeakPassword, displayName, email, kind, password, username } from './parameters.ts'

export const registerUser = {
  name: 'register-user',
  summary: 'Register a user',
  parameters: [
    username,
    password,
    { name: 'admin', summary: 'make the account a server admin', kind: 'flag', default: 'no' },
  ],
  options: [
    { ...email, summary: `${email.summary}, taken as verified (MAS)`, kind: 'list', default: '' },
    { ...displayName, default: '' },
    { ...kind, summary: `${kind.summary} (Synapse and MAS)`, default: '' },
    acceptWeakPassword,
  ],
  changes: 'created',
  messages: {
    created: 'Created %(user_id)s, %(rank)s.',
    created_without_email:
      'Created %(user_id)s, %(rank)s, without an e-mail address: MAS will ask for one at the first sign-in, and send a code to it.',
    exists: '%(user_id)s already exists; nothing was changed.',
  },
  predicts: {
    created: 'Would create %(user_id)s, %(rank)s.',
    created_without_email:
      'Would create %(user_id)s, %(rank)s, without an e-mail address, which MAS would ask for at the first sign-in. Add one with --email (Ansible: --extra-vars=matrix_users_email=...).',
    exists: '%(user_id)s already exists; nothing would change.',
  },
  next: {
    created: ['log_in', 'discovery'],
    created_without_email: ['log_in', 'add_email', 'discovery'],
    exists: ['log_in'],
  },
  examples: [
    'john',
    'john --admin --generate-password',
    'weather-bot --kind bot --display-name Weather --generate-password',
    '--from-csv people.csv --host matrix.example.com',
    'john --generate-password --dry-run',
  ],
} as const satisfies Operation
