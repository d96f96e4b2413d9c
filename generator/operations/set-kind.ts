import type { Operation } from './operation.ts'
import { kind, username } from './parameters.ts'

export const setKind = {
  name: 'set-kind',
  summary: 'Set the kind of an account (user, bot or support)',
  parameters: [username, kind],
  changes: 'changed',
  messages: {
    changed: 'Kind of %(user_id)s set to %(kind)s.',
    unchanged: '%(user_id)s is already of the kind %(kind)s.',
  },
  predicts: {
    changed: 'The kind of %(user_id)s would be set to %(kind)s.',
    unchanged: '%(user_id)s is already of the kind %(kind)s.',
  },
  examples: ['weather-bot bot', 'john user'],
} as const satisfies Operation
