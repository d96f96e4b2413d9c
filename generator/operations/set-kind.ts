import type { Operation } from './operation.ts'
import { kind, username } from './parameters.ts'

export const setKind = {
  name: 'set-kind',
  summary: 'Say whether an account is a person, a bot or the support',
  parameters: [username, kind],
  changes: 'changed',
  says: { changed: '%(user_id)s is of the kind %(kind)s.', unchanged: '%(user_id)s is of the kind %(kind)s already.' },
  predicts: {
    changed: '%(user_id)s would be of the kind %(kind)s.',
    unchanged: '%(user_id)s is of the kind %(kind)s already.',
  },
  examples: ['weather-bot bot', 'john user'],
} as const satisfies Operation
