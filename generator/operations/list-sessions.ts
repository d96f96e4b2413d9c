import type { Operation } from './operation.ts'
import { username } from './parameters.ts'

export const listSessions = {
  name: 'list-sessions',
  summary: 'List the sessions of a user',
  parameters: [username],
  messages: { found: 'The sessions of %(user_id)s.' },
  predicts: { found: 'The sessions of %(user_id)s.' },
  finds: {
    fact: 'sessions',
    row: {
      session: { type: 'text', heading: 'SESSION' },
      name: { type: 'text', heading: 'NAME' },
      kind: { type: 'text', heading: 'KIND' },
      last_ip: { type: 'text', heading: 'LAST IP', none: '' },
      last_seen: { type: 'text', heading: 'LAST SEEN', none: 'unknown' },
    },
  },
  examples: ['john', 'john --json', 'john --csv'],
} as const satisfies Operation
