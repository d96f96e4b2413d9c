import type { OperationName } from '../operations/index.ts'
import { homeserverAnswers } from './answers.ts'
import type { HomeserverAuthority, PasswordRules } from './authority.ts'
import { dendriteLacks, dendriteRefuses } from './dendrite-lacks.ts'
import { dendriteRequests } from './dendrite-requests.ts'
import { accessOverrides, nativeOverrides } from './homeserver-overrides.ts'
import { addressOf, type Program } from './program.ts'
import type { Way } from './ways.ts'

/**
 * Dendrite answers 200 to more than 72 raw bytes and then has no account (bcrypt refuses them; dendrite issue 3012),
 * and takes an empty password (internal/validate.go, 0.15.2).
 */
const passwords: PasswordRules = { min_bytes: 8, max_bytes: 72, normalization: null }

const program: Program = {
  module: 'dendrite',
  request: { config: 'config', address: addressOf(), psql: 'psql' },
  access: { admin_token: 'admin_token', admin_username: 'admin_username', admin_password: 'admin_password' },
}

const special: Partial<Record<OperationName, Way[]>> = {
  'register-user': ['secret'],
  'set-password': ['admin'],
  'create-access-token': ['login'],
}

function waysOf(operation: OperationName): Way[] {
  return special[operation] ?? ['database']
}

export const dendrite: HomeserverAuthority = {
  label: 'Dendrite',
  short: 'Dendrite',
  settings: {
    python: { summary: 'The command that runs Python on the host', playbook: ['python3'] },
    config: {
      summary: "Dendrite's configuration file on the host",
      playbook: ['/matrix/dendrite/config/dendrite.yaml'],
    },
    url: { summary: "Base URL of the client API on the host, or unix:/PATH; empty: the container's", playbook: '' },
    container: { summary: 'The container', playbook: 'matrix-dendrite' },
    network: { summary: "The container's network on which the host reaches it", playbook: 'matrix-homeserver' },
    port: { summary: "The client API's port in the container", playbook: 8008 },
    psql: {
      summary: 'The command that runs psql; empty: psql, by the address in config',
      playbook: ['/matrix/postgres/bin/cli-non-interactive'],
    },
    service: { summary: 'The systemd unit', playbook: 'matrix-dendrite.service' },
    admin_token: { summary: "A server admin's access token, for set-password", playbook: '', secret: true },
    admin_username: { summary: 'Instead of a token: a server admin to log in as during a run', playbook: '' },
    admin_password: { summary: 'The password of that admin', playbook: '', secret: true },
  },
  overrides: ({ deployment, access }) => ({
    ...nativeOverrides({ deployment }),
    ...(deployment.kind === 'native' ? { psql: [] } : {}),
    ...accessOverrides({ access }),
  }),
  // There is no package of it; this is the path of its documentation.
  native: { python: 'python3', config: ['/etc/dendrite/dendrite.yaml'], service: 'dendrite.service', isPython: false },
  // cmd/create-account/main.go and internal/validate.go, 0.15.2
  usernames: { pattern: '[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 254 },
  passwords,
  lacks: dendriteLacks,
  sendsMail: false,
  adminUis: {},
  ways: waysOf,
  requests: dendriteRequests,
  withoutAdmin: 'For set-password, run registrar setup-access, or set access in the host file (schemas/README.md).',
  ownAccess: {
    kind: 'token',
    ways: ['admin'],
    rights: 'The token can do everything that a server admin can: Dendrite has no narrower ones.',
  },
  program,
  refused: dendriteRefuses,
  refusedOptions: {
    'list-users': {
      inactive: {
        refused: 'it does not record when an account was last seen',
        hint: 'Without --inactive, list-users shows when each was created.',
      },
    },
    'create-access-token': {
      expires: {
        refused: 'its tokens do not expire',
        hint: 'Leave --expires out; signing out with the token ends it.',
      },
    },
  },
  answers: {
    ...homeserverAnswers,
    // It has no such route without a secret, and the program read one from the configuration.
    'nonce/404/M_UNRECOGNIZED': 'secret_mismatch',
    'login/403': 'not_proven',
    'login/429': 'not_proven',
    'own_login/403/M_FORBIDDEN': 'password_wrong',
    'own_login/401/M_INVALID_USERNAME': 'other_server',
    'account/deactivated': 'deactivated_for_good',
    'name/deactivated': 'deactivated_for_good',
  },
}
