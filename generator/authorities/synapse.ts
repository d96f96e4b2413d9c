import type { OperationName } from '../operations/index.ts'
import type { AccessPlan } from '../plan/host-plan.ts'
import { homeserverAnswers } from './answers.ts'
import type { HomeserverAuthority, PasswordRules } from './authority.ts'
import { accessOverrides, nativeOverrides } from './homeserver-overrides.ts'
import { byAdmin, leaveOut, onlyDendrite, type RegistrationLacks, type Words } from './lacks.ts'
import type { Program } from './program.ts'
import { synapseRequests } from './synapse-requests.ts'
import { isOnTokens, type Way } from './ways.ts'

/**
 * bcrypt reads 72 bytes, and Synapse cuts the rest without a word (synapse/handlers/auth.py, 1.157: NFKC, then the
 * pepper, which the program counts in).
 */
const passwords: PasswordRules = { min_bytes: 1, max_bytes: 72, normalization: 'NFKC' }

const program: Program = {
  module: 'synapse',
  request: { config: 'config', address: { url: 'url' }, token_page: 'token_page' },
  access: {
    admin_token: 'admin_token',
    admin_username: 'admin_username',
    admin_password: 'admin_password',
    prefer_database: 'prefer_database',
  },
  tokens: { token_page_secret: 'token_page_secret' },
}

const onlyRecaptcha: Words = ['Synapse supports only reCAPTCHA.', 'Use recaptcha.']
const onlyMas = (key: string): Words => [`registration.${key} is for Matrix Authentication Service.`, leaveOut]

const registrationLacks: RegistrationLacks = {
  addresses: onlyDendrite,
  hcaptcha: onlyRecaptcha,
  turnstile: onlyRecaptcha,
  banned_usernames: onlyMas('banned_usernames'),
  password_complexity: onlyMas('password_complexity'),
}

const byEither: OperationName[] = ['show-user', 'list-users', 'promote-admin', 'demote-admin', 'set-password'] // set-password in the database with --keep-sessions alone

/** If matrix-registration manages the registration tokens, operations on them go there; it cannot change any. */
function waysOf(operation: OperationName, { tokenPage }: AccessPlan = {}): Way[] {
  if (operation === 'register-user') return ['secret']
  if (tokenPage && isOnTokens(operation)) return operation === 'update-registration-token' ? [] : ['page']
  return byEither.includes(operation) ? ['admin', 'database'] : ['admin']
}

export const synapse: HomeserverAuthority = {
  label: 'Synapse',
  short: 'Synapse',
  settings: {
    python: {
      summary: 'The command that runs the Python in which Synapse is installed',
      playbook: ['docker', 'exec', '-i', 'matrix-synapse', 'python3'],
    },
    config: {
      summary: 'Its configuration as that Python sees it: files, directories of *.yaml files',
      playbook: ['/data/homeserver.yaml'],
    },
    url: {
      summary: 'Base URL of the client API, as that Python reaches it, or unix:/PATH',
      playbook: 'http://127.0.0.1:8008',
    },
    service: { summary: 'The systemd unit', playbook: 'matrix-synapse.service' },
    admin_token: { summary: "A server admin's access token, for operations that need one", playbook: '', secret: true },
    admin_username: { summary: 'Instead of a token: a server admin to log in as during a run', playbook: '' },
    admin_password: { summary: 'The password of that admin', playbook: '', secret: true },
    prefer_database: { summary: 'Use the database where possible, even if there is an admin', playbook: false },
    token_page: { summary: 'Base URL of matrix-registration, if it manages the registration tokens', playbook: '' },
    token_page_secret: { summary: 'The admin secret of matrix-registration', playbook: '', secret: true },
  },
  overrides: ({ deployment, access }) => ({
    ...nativeOverrides({ deployment }),
    ...accessOverrides({ access }),
    ...(access.preferDatabase === undefined ? {} : { prefer_database: access.preferDatabase }),
    ...(access.tokenPage
      ? { token_page: access.tokenPage.url, token_page_secret: { reference: access.tokenPage.secret } }
      : {}),
  }),
  // The Debian package of matrix.org.
  native: {
    python: '/opt/venvs/matrix-synapse/bin/python',
    config: ['/etc/matrix-synapse/homeserver.yaml', '/etc/matrix-synapse/conf.d'],
    service: 'matrix-synapse.service',
    isPython: true,
  },
  // synapse/handlers/register.py, 1.157: check_username. Upper case is refused here since Synapse would lower it.
  usernames: { pattern: '(?![0-9]+$)[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 255 },
  passwords,
  lacks: { access: { client: 'only MAS has it', cli: 'only MAS has it' }, users: {}, registration: registrationLacks },
  sendsMail: false,
  adminUis: { ketesa: {} },
  ways: waysOf,
  requests: synapseRequests,
  withoutAdmin:
    'For what the database cannot do, run registrar setup-access, or set access in the host file (schemas/README.md).',
  ownAccess: {
    kind: 'token',
    ways: ['admin'],
    rights: 'The token can do everything that a server admin can: Synapse has no narrower ones.',
  },
  program,
  refused: {},
  refusedOptions: {
    'create-access-token': {
      device_name: {
        refused: 'a token that an admin creates for an account has no session, and so no name',
        hint: 'Leave --device-name out.',
      },
      password: byAdmin,
    },
  },
  oldest: '1.98',
  // synapse/rest/admin/__init__.py: before 1.122, only with experimental_features.msc3823_account_suspension.
  since: { 'suspend-user': '1.122', 'unsuspend-user': '1.122' },
  answers: {
    ...homeserverAnswers,
    // The program read a secret, so the server started without it.
    'secret/unknown': 'secret_mismatch',
    'nonce/unknown': 'nonce_unknown',
    'passwords/disabled': 'passwords_disabled',
    'page/cannot': 'token_page_cannot',
    'page/401': 'token_page_rejected',
    'page/429': 'token_page_busy',
    'page/absent': 'token_page_absent',
    'page/404': 'token_page_absent',
  },
}
