import type { Operation } from './operation.ts'
import { expires, ownPassword, username } from './parameters.ts'

export const createAccessToken = {
  name: 'create-access-token',
  summary: 'Create an access token for a bot or a script',
  parameters: [username],
  options: [
    {
      name: 'device_name',
      summary: 'the name of its session, such as "Weather bot" (MAS and Dendrite)',
      placeholder: 'text',
      kind: 'text',
      default: '',
    },
    { ...expires, summary: `${expires.summary} (Synapse and MAS)`, default: 'never' },
    ownPassword,
  ],
  changes: 'created',
  makes: 'access_token',
  messages: {
    created: 'Created an access token of %(user_id)s. To revoke it: logout-user %(username)s --session %(session)s',
    created_without_session:
      'Created an access token of %(user_id)s, without a session: list-sessions does not show it, and logout-user does not end it.',
    created_by_login: 'Created an access token of %(user_id)s, with the session %(session)s.',
  },
  predicts: {
    created: 'An access token of %(user_id)s would be created.',
    created_without_session: 'An access token of %(user_id)s would be created, without a session.',
    created_by_login: 'An access token of %(user_id)s would be created; the server accepts the password.',
  },
  next: {
    created_without_session: ['revoke_token', 'no_encryption'],
    created_by_login: ['revoke_token', 'revoke_all'],
  },
  examples: ['weather-bot', 'weather-bot --expires 90d', 'weather-bot --keep weather-bot.token'],
} as const satisfies Operation
