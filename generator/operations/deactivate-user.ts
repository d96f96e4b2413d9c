import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const deactivateUser = {
  name: 'deactivate-user',
  summary: 'Deactivate an account, removing its password and sessions',
  parameters: [
    username,
    {
      name: 'erase',
      summary: 'ask other servers to forget what the account wrote (GDPR)',
      kind: 'flag',
      default: 'no',
    },
  ],
  options: [
    { name: 'yes', summary: 'skip the confirmation', kind: 'flag', default: 'no' },
    {
      name: 'confirm_erase',
      summary: 'with --erase, skip the confirmation: repeat the account, such as @john:example.com',
      placeholder: 'username',
      kind: 'list',
      default: '',
    },
  ],
  changes: 'changed',
  messages: { changed: 'Deactivated %(user_id)s.', unchanged: '%(user_id)s is already deactivated.' },
  predicts: { changed: '%(user_id)s would be deactivated.', unchanged: '%(user_id)s is already deactivated.' },
  examples: ['john --check', 'john --yes', 'john --erase --confirm-erase @john:example.com'],
} as const satisfies Operation
