import type { Operation } from './operation.ts'
import { displayName, username } from './parameters.ts'

export const setDisplayName = {
  name: 'set-display-name',
  summary: "Set a user's display name",
  parameters: [username, displayName],
  changes: 'changed',
  says: {
    changed: '%(user_id)s is called %(display_name)s.',
    unchanged: '%(user_id)s is called %(display_name)s already.',
  },
  predicts: {
    changed: '%(user_id)s would be called %(display_name)s.',
    unchanged: '%(user_id)s is called %(display_name)s already.',
  },
  examples: ['john Johnny'],
} as const satisfies Operation
