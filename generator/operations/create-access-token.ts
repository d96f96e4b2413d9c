import type { Operation } from './operation.ts'
import { expiries, username } from './parameters.ts'

export const createAccessToken = {
  name: 'create-access-token',
  summary: 'Create an access token for a bot or a script',
  parameters: [username],
  options: [
    { name: 'device_name', summary: 'its name in list-sessions (MAS)', kind: 'text', default: '' },
    {
      name: 'expires',
      summary: 'when it expires: 30m, 12h, 7d, 2w, a date, or never',
      kind: 'text',
      offers: expiries,
      default: 'never',
    },
  ],
  changes: 'created',
  makes: 'access_token',
  messages: {
    created: 'Created an access token of %(user_id)s. To revoke it: logout-user %(username)s --session %(session)s',
    created_without_session:
      'Created an access token of %(user_id)s, without a session: list-sessions does not show it, and logout-user does not end it.',
  },
  predicts: {
    created: 'An access token of %(user_id)s would be created.',
    created_without_session: 'An access token of %(user_id)s would be created, without a session.',
  },
  next: { created_without_session: ['revoke_token', 'no_encryption'] },
  examples: ['weather-bot', 'weather-bot --expires 90d', 'weather-bot --keep weather-bot.token'],
} as const satisfies Operation
