import type { Operation } from './operation.ts'
import { displayName, username } from './parameters.ts'

export const setDisplayName = {
  name: 'set-display-name',
  summary: "Set a user's display name",
  parameters: [username, displayName],
  changes: 'changed',
  messages: {
    changed: 'Display name of %(user_id)s set to %(display_name)s.',
    unchanged: 'The display name of %(user_id)s is already %(display_name)s.',
  },
  predicts: {
    changed: 'The display name of %(user_id)s would be set to %(display_name)s.',
    unchanged: 'The display name of %(user_id)s is already %(display_name)s.',
  },
  examples: ['john Johnny'],
} as const satisfies Operation
