import { operations } from '../operations/index.ts'
import type { Authority, PasswordRules } from './authority.ts'
import { commonAnswers, operationsOf, type Program, readyStep } from './program-steps.ts'

/** argon2id has no limit of length; the server's own rule is zxcvbn's score, which it alone knows (1.22). */
const passwords: PasswordRules = { min_bytes: 1, max_bytes: null, normalization: null }

const program: Program = {
  python: { setting: 'python' },
  parts: ['common.py', 'mas.py'],
  passwords,
  request: {
    address: {
      object: {
        url: { setting: 'url' },
        container: { setting: 'container' },
        network: { setting: 'network' },
        port: { setting: 'port' },
        path: { setting: 'path' },
      },
    },
    homeserver: {
      object: {
        url: { setting: 'homeserver_url' },
        container: { setting: 'homeserver_container' },
        network: { setting: 'network' },
        port: { setting: 'homeserver_port' },
      },
    },
    homeserver_token: { setting: 'homeserver_token' },
    client_id: { setting: 'client_id' },
    client_secret: { setting: 'client_secret' },
    email_required: { setting: 'email_required' },
    state: { setting: 'state' },
  },
}

export const mas = {
  label: 'Matrix Authentication Service',
  settings: {
    python: { summary: 'The command that runs Python on the host', playbook: ['python3'] },
    url: { summary: "Base URL of MAS on the host; empty: the container's", playbook: '' },
    container: { summary: 'The container', playbook: 'matrix-authentication-service' },
    network: { summary: "The container's network on which the host reaches it", playbook: 'matrix-homeserver' },
    port: { summary: 'The port of its web listener in the container', playbook: 8080 },
    path: { summary: 'The path prefix of that listener', playbook: '/auth' },
    homeserver_url: { summary: "Base URL of the homeserver's client API on the host; empty: the container's", playbook: '' },
    homeserver_container: { summary: "The homeserver's container, on the same network", playbook: 'matrix-synapse' },
    homeserver_port: { summary: 'The port of its client API in the container', playbook: 8008 },
    homeserver_token: { summary: 'For suspending: a token of MAS with the scope urn:synapse:admin:*', playbook: '', secret: true },
    service: { summary: 'The systemd unit', playbook: 'matrix-authentication-service.service' },
    client_id: { summary: 'The client that may use the Admin API: a ULID', playbook: '' },
    client_secret: { summary: 'The secret of that client', playbook: '', secret: true },
    email_required: { summary: 'MAS insists on an e-mail address', playbook: false },
    state: { summary: 'Where the host notes that registering was begun', playbook: '/var/lib/matrix-registrar' },
  },
  // crates/handlers/src/admin/v1/users/add.rs, 1.22; digits alone, and a leading _, are refused by the homeserver
  usernames: { pattern: '(?![0-9]+$)[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 255 },
  passwords,
  ready: readyStep(program),
  operations: operationsOf(program, operations, {}),
  answers: {
    ...commonAnswers,
    'register/created': 'created',
    'register/no_email': 'created_without_email',
    'register/exists': 'exists',
    'predict/absent': 'created',
    'predict/no_email': 'created_without_email',
    'create/400': 'invalid_username',
    'create/409/User already exists': 'exists',
    'create/500/Failed to check localpart availability from Synapse': 'homeserver_unreachable',
    'homeserver/no_token': 'homeserver_token_missing',
    'homeserver/401': 'access_rejected',
    'homeserver/403': 'access_not_admin',
    'homeserver/404/M_NOT_FOUND': 'no_such_user',
    'homeserver/known': 'on_homeserver_only',
    'homeserver/either': 'on_homeserver_only',
    'homeserver/reserved': 'reserved_namespace',
    'passwords/disabled': 'passwords_disabled',
    'password/surely_weak': 'weak_password',
    'password/400/Password is too weak': 'weak_password_half',
    'password/403': 'passwords_disabled',
    'password_changed/400/Password is too weak': 'weak_password',
    'password_changed/403': 'passwords_disabled',
    'email/400': 'email_taken',
    'email/409': 'email_taken',
    'token/409': 'token_exists',
    'reactivated/with_password': 'changed_with_password',
    'state/undone': 'reactivation_undone',
    'state/unwritable': 'state_unwritable',
    'oauth/401': 'access_rejected',
    'oauth/400': 'access_rejected',
    'oauth/403': 'access_not_admin',
    'oauth/404': 'admin_api_missing',
    'oauth/502': 'not_ready',
    'oauth/503': 'not_ready',
    'api/401': 'access_not_admin',
    'find/401': 'access_not_admin',
    'api/404': 'admin_api_missing',
  },
} as const satisfies Authority
