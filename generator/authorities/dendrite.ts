import { homeserverAnswers } from './answers.ts'
import type { Authority, PasswordRules, Refusal } from './authority.ts'
import { addressOf, lookStep, operationsOf, type Program, readyStep } from './program-steps.ts'

/**
 * Dendrite answers 200 to more than 72 raw bytes and then has no account (bcrypt refuses them; dendrite issue 3012),
 * and takes an empty password (internal/validate.go, 0.15.2).
 */
const passwords: PasswordRules = { min_bytes: 8, max_bytes: 72, normalization: null }

const program: Program = {
  python: { setting: 'python' },
  parts: ['common.py', 'dendrite.py'],
  passwords,
  request: { config: { setting: 'config' }, address: addressOf(), psql: { setting: 'psql' } },
  access: {
    admin_token: { setting: 'admin_token' },
    admin_username: { setting: 'admin_username' },
    admin_password: { setting: 'admin_password' },
  },
}

const noLocking: Refusal = {
  refused: 'it cannot lock or suspend accounts',
  hint: 'What keeps a person out is a new password, which ends all sessions: set-password.',
}
const noDeactivating: Refusal = {
  refused: 'it has no way for an operator to deactivate accounts or bring them back',
  hint: 'The account itself can do it in a client; set-password locks a person out.',
}
const noTokens: Refusal = {
  refused: 'it stores registration tokens and never asks for them',
  hint: 'Keep registration closed, and register people yourself: register-user.',
}

export const dendrite = {
  label: 'Dendrite',
  settings: {
    python: { summary: 'The command that runs Python on the host', playbook: ['python3'] },
    config: {
      summary: "Dendrite's configuration file on the host",
      playbook: ['/matrix/dendrite/config/dendrite.yaml'],
    },
    url: { summary: "Base URL of the client API on the host; empty: the container's", playbook: '' },
    container: { summary: 'The container', playbook: 'matrix-dendrite' },
    network: { summary: "The container's network on which the host reaches it", playbook: 'matrix-homeserver' },
    port: { summary: "The client API's port in the container", playbook: 8008 },
    psql: {
      summary: 'The command that runs psql; empty: psql, by the address in config',
      playbook: ['/matrix/postgres/bin/cli-non-interactive'],
    },
    service: { summary: 'The systemd unit', playbook: 'matrix-dendrite.service' },
    admin_token: { summary: "A server admin's access token, for set-password", playbook: '', secret: true },
    admin_username: { summary: 'Instead of a token: a server admin who logs in for it, and out again', playbook: '' },
    admin_password: { summary: 'The password of that admin', playbook: '', secret: true },
  },
  // cmd/create-account/main.go and internal/validate.go, 0.15.2
  usernames: { pattern: '[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 254 },
  passwords,
  ready: readyStep(program),
  look: lookStep(program),
  operations: operationsOf('dendrite', program, {
    'lock-user': noLocking,
    'unlock-user': noLocking,
    'suspend-user': noLocking,
    'unsuspend-user': noLocking,
    'deactivate-user': noDeactivating,
    'reactivate-user': noDeactivating,
    'list-sessions': {
      refused: 'it has no way for an operator to see the sessions of an account',
      hint: 'The account itself sees them in its client.',
    },
    'logout-user': {
      refused: 'it ends the sessions of an account only together with a new password',
      hint: 'Set one: set-password.',
    },
    'add-email': {
      refused: 'it has no way for an operator to add an address',
      hint: 'The account itself can do it in a client, where e-mail is set up.',
    },
    'set-display-name': {
      refused: 'it has no way for an operator to change a display name',
      hint: 'register-user gives a new account one (--display-name); later the account itself can do it in a client.',
    },
    'set-kind': { refused: 'it knows no kinds of accounts', hint: 'An account for a bot is an ordinary one here.' },
    'create-registration-token': noTokens,
    'list-registration-tokens': noTokens,
    'update-registration-token': noTokens,
    'revoke-registration-token': noTokens,
  }),
  answers: { ...homeserverAnswers, 'login/403': 'not_proven', 'login/429': 'not_proven' },
} as const satisfies Authority
