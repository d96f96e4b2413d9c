import type { Authority, PasswordRules } from './authority.ts'
import { readyStep, registerStep } from './program-steps.ts'

/**
 * Dendrite answers 200 to more than 72 raw bytes and then has no account (bcrypt refuses them; dendrite issue 3012),
 * and takes an empty password (internal/validate.go, 0.15.2).
 */
const passwords: PasswordRules = { min_bytes: 8, max_bytes: 72, normalization: null }

const server = {
  homeserver: 'dendrite',
  passwords,
  request: {
    address: {
      object: {
        url: { setting: 'url' },
        container: { setting: 'container' },
        network: { setting: 'network' },
        port: { setting: 'port' },
      },
    },
    psql: { setting: 'psql' },
  },
  answers: { 'login/403': 'not_proven', 'login/429': 'not_proven' },
} as const

export const dendrite = {
  label: 'Dendrite',
  settings: {
    python: { summary: 'The command that runs Python on the host', playbook: ['python3'] },
    config: { summary: "Dendrite's configuration file on the host", playbook: ['/matrix/dendrite/config/dendrite.yaml'] },
    url: { summary: "Base URL of the client API on the host; empty: the container's", playbook: '' },
    container: { summary: 'The container', playbook: 'matrix-dendrite' },
    network: { summary: "The container's network on which the host reaches it", playbook: 'matrix-homeserver' },
    port: { summary: "The client API's port in the container", playbook: 8008 },
    psql: {
      summary: 'For --check, the command that runs psql; empty: psql itself',
      playbook: ['/matrix/postgres/bin/cli-non-interactive'],
    },
    service: { summary: 'The systemd unit', playbook: 'matrix-dendrite.service' },
  },
  // cmd/create-account/main.go and internal/validate.go, 0.15.2
  usernames: { pattern: '[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 254 },
  passwords,
  ready: readyStep(server),
  operations: { 'register-user': [registerStep(server)] },
} as const satisfies Authority
