import type { OperationName } from '../operations/index.ts'
import type { AccessPlan } from '../plan/host-plan.ts'
import type { Authority, PasswordRules } from './authority.ts'
import { byAdmin, leaveOut, onlyDendrite } from './lacks.ts'
import { masAnswers } from './mas-answers.ts'
import { masFront } from './mas-front.ts'
import { masOverrides } from './mas-overrides.ts'
import { byHomeserver, masRequests } from './mas-requests.ts'
import { addressOf, type Program } from './program.ts'
import type { Way } from './ways.ts'

/** argon2id has no limit of length; the server's own rule is zxcvbn's score, which it alone knows (1.22). */
const passwords: PasswordRules = { min_bytes: 1, max_bytes: null, normalization: null }

const program: Program = {
  module: 'mas',
  request: {
    address: { ...addressOf(), path: 'path' },
    homeserver: addressOf('homeserver_'),
    email_required: 'email_required',
    state: 'state',
    cli: 'cli',
    cli_passwords: 'cli_passwords',
  },
  access: { homeserver_token: 'homeserver_token', client_id: 'client_id', client_secret: 'client_secret' },
}

/** mas-cli can do little of this. */
const onlyByApi: OperationName[] = [
  'show-user',
  'list-sessions',
  'list-registration-tokens',
  'update-registration-token',
  'revoke-registration-token',
]

function waysOf(operation: OperationName, { cli }: AccessPlan = {}): Way[] {
  if (byHomeserver.includes(operation)) return ['admin']
  return cli && !onlyByApi.includes(operation) ? ['cli'] : ['api']
}

const itHasTheAccounts = 'MAS owns the accounts'

export const mas: Authority = {
  label: 'Matrix Authentication Service',
  short: 'MAS',
  front: masFront,
  settings: {
    python: { summary: 'The command that runs Python on the host', playbook: ['python3'] },
    url: { summary: "Base URL of MAS on the host; empty: the container's", playbook: '' },
    container: { summary: 'The container', playbook: 'matrix-authentication-service' },
    network: { summary: "The container's network on which the host reaches it", playbook: 'matrix-homeserver' },
    port: { summary: 'The port of its web listener in the container', playbook: 8080 },
    path: { summary: 'The path prefix of that listener', playbook: '/auth' },
    homeserver_url: {
      summary: "Base URL of the homeserver's client API on the host; empty: the container's",
      playbook: '',
    },
    homeserver_container: { summary: "The homeserver's container, on the same network", playbook: 'matrix-synapse' },
    homeserver_port: { summary: 'The port of its client API in the container', playbook: 8008 },
    homeserver_token: {
      summary: 'For operations that the homeserver does: a token with urn:synapse:admin:*',
      playbook: '',
      secret: true,
    },
    service: { summary: 'The systemd unit', playbook: 'matrix-authentication-service.service' },
    client_id: { summary: 'The client that may use the Admin API: a ULID', playbook: '' },
    client_secret: { summary: 'The secret of that client', playbook: '', secret: true },
    cli: { summary: 'Instead of a client: the command that runs mas-cli on the host', playbook: [] },
    cli_passwords: { summary: 'Whether passwords may be passed on its command line', playbook: false },
    email_required: { summary: 'Whether MAS requires an e-mail address', playbook: false },
    state: {
      summary: 'The directory on the host that records unfinished registrations',
      playbook: '/var/lib/matrix-registrar',
    },
  },
  overrides: masOverrides,
  // crates/handlers/src/admin/v1/users/add.rs, 1.22; digits alone, and a leading _, are refused by the homeserver
  usernames: { pattern: '(?![0-9]+$)[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 255 },
  passwords,
  lacks: {
    access: { login: itHasTheAccounts, prefer_database: itHasTheAccounts },
    users: {
      password_updates: () => [
        'MAS does not show whether an account has another password.',
        'Leave it out, and use set-password.',
      ],
    },
    // It registers no guests, and judges passwords by how hard they are to guess.
    registration: {
      addresses: onlyDendrite,
      guests: ['Matrix Authentication Service does not register guests.', leaveOut],
      token_page: [
        'matrix-registration does not work with Matrix Authentication Service.',
        'Leave it out; mode: token asks for its own tokens.',
      ],
      password_policy: [
        'registration.password_policy has no effect with Matrix Authentication Service, which manages the passwords.',
        'Use password_complexity.',
      ],
    },
  },
  sendsMail: true,
  // Ketesa learned MAS; Synapse Admin, which came before it, did not.
  adminUis: { ketesa: { since: 'matrix_ketesa_enabled' }, element_admin: {} },
  tool: {
    name: 'mas-cli',
    doc: 'Run mas-cli on the host, for what no operation covers: manage --help',
    command: 'docker exec -i$terminal matrix-authentication-service mas-cli',
    batch: '',
  },
  ways: waysOf,
  requests: masRequests,
  withoutAdmin: `For ${byHomeserver.join(', ')}, set access.token in the host file: a personal session of MAS for an admin, with the scopes urn:matrix:client:api:* and urn:synapse:admin:*.`,
  ownAccess: {
    kind: 'cli',
    ways: ['api', 'cli'],
    rights: 'It lets whoever may run commands on the host do everything that mas-cli can.',
  },
  program,
  refused: {},
  refusedOptions: { 'create-access-token': { password: byAdmin } },
  answers: masAnswers,
}
