import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const deactivateUser = {
  name: 'deactivate-user',
  summary: 'Deactivate a user, who loses password, sessions and rooms',
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
    { name: 'yes', summary: 'do not ask whether it is meant', kind: 'flag', default: 'no' },
    {
      name: 'confirm_erase',
      summary: 'with --erase, do not ask: the account once more, such as @john:example.com',
      kind: 'list',
      default: '',
    },
  ],
  changes: 'changed',
  says: { changed: '%(user_id)s is deactivated.', unchanged: '%(user_id)s is deactivated already.' },
  predicts: { changed: '%(user_id)s would be deactivated.', unchanged: '%(user_id)s is deactivated already.' },
  examples: ['john --check', 'john --yes', 'john --erase --confirm-erase @john:example.com'],
} as const satisfies Operation
