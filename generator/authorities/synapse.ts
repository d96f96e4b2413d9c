import type { Authority, PasswordRules } from './authority.ts'
import { readyStep, registerStep } from './program-steps.ts'

/**
 * bcrypt reads 72 bytes, and Synapse cuts the rest without a word (synapse/handlers/auth.py, 1.157: NFKC, then the
 * pepper, which the program counts in).
 */
const passwords: PasswordRules = { min_bytes: 1, max_bytes: 72, normalization: 'NFKC' }

const server = {
  homeserver: 'synapse',
  passwords,
  request: { address: { object: { url: { setting: 'url' } } } },
  // "Shared secret registration is not enabled": the program read a secret, so the server started without it.
  answers: { 'register/400/M_UNKNOWN': 'secret_mismatch' },
} as const

export const synapse = {
  label: 'Synapse',
  settings: {
    python: {
      summary: 'The command that runs the Python in which Synapse is installed',
      playbook: ['docker', 'exec', '-i', 'matrix-synapse', 'python3'],
    },
    config: { summary: "Its configuration as that Python sees it: files, directories of *.yaml", playbook: ['/data/homeserver.yaml'] },
    url: { summary: 'Base URL of the client API, as that Python reaches it', playbook: 'http://127.0.0.1:8008' },
    service: { summary: 'The systemd unit', playbook: 'matrix-synapse.service' },
  },
  // synapse/handlers/register.py, 1.157: check_username. Upper case is refused here since Synapse would lower it.
  usernames: { pattern: '(?![0-9]+$)[a-z0-9.=/+-][a-z0-9._=/+-]*', maxUserId: 255 },
  passwords,
  ready: readyStep(server),
  operations: { 'register-user': [registerStep(server)] },
} as const satisfies Authority
