import type { OperationName } from '../../generator/operations/index.ts'

/** How an operation is written in a play of one's own: a module of the collection with its options. */
export interface Play {
  module: string
  options: Record<string, string | boolean | number>
}

const user = (options: Play['options']): Play => ({ module: 'matrix_user', options: { username: 'john', ...options } })
const token = (options: Play['options']): Play => ({
  module: 'matrix_registration_token',
  options: { token: 'welcome-2026', ...options },
})
const operation = (name: OperationName): Play => ({
  module: 'matrix_operation',
  options: { operation: name, username: 'john' },
})

export const plays: Record<OperationName, Play> = {
  'register-user': user({ password: '{{ john_password }}', admin: true }),
  'show-user': { module: 'matrix_user_info', options: { username: 'john' } },
  'list-users': { module: 'matrix_user_info', options: { people: true } },
  'set-password': user({ password: '{{ john_password }}', update_password: 'always' }),
  'promote-admin': user({ admin: true }),
  'demote-admin': user({ admin: false }),
  'lock-user': user({ state: 'locked' }),
  'unlock-user': user({ state: 'present' }),
  'suspend-user': user({ state: 'suspended' }),
  'unsuspend-user': user({ state: 'present' }),
  'deactivate-user': user({ state: 'deactivated' }),
  'reactivate-user': user({ state: 'present' }),
  'list-sessions': operation('list-sessions'),
  'logout-user': operation('logout-user'),
  'create-access-token': operation('create-access-token'),
  'add-email': user({ emails: '[john@example.com]' }),
  'set-display-name': user({ display_name: 'Johnny' }),
  'set-kind': user({ kind: 'bot' }),
  'create-registration-token': token({ uses: 5, expires: '7d' }),
  invite: { module: 'matrix_operation', options: { operation: 'invite', person: 'anna' } },
  'list-registration-tokens': { module: 'matrix_registration_token_info', options: {} },
  'update-registration-token': token({ uses: 10 }),
  'revoke-registration-token': token({ state: 'absent' }),
}
