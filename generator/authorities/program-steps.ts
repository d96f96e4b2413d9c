import type { PasswordRules, Step, Value } from './authority.ts'

/** How the program that stands next to the server is called; both homeservers share it. */
interface Server {
  homeserver: 'synapse' | 'dendrite'
  passwords: PasswordRules
  /** How the program reaches the server, and what else it is told. */
  request: { [key: string]: Value }
  /** Signs that mean something here only. */
  answers: Step['answers']
}

/** Registering by shared secret. */
export function registerStep(server: Server): Step {
  return {
    ...callProgram('Register the account', { act: 'register', predict: 'predict' }, server, {
      domain: { fact: 'domain' },
      password_rules: { object: { ...server.passwords } },
      accounts: [
        {
          object: {
            username: { parameter: 'username' },
            password: { parameter: 'password' },
            admin: { parameter: 'admin' },
          },
        },
      ],
    }),
    secret: true,
  }
}

/** Asking whether the server answers. */
export function readyStep(server: Server): Step {
  return callProgram('Ask the homeserver whether it answers', 'ready', server, {})
}

function callProgram(name: string, action: Value, server: Server, request: { [key: string]: Value }): Step {
  return {
    name,
    secret: false,
    argv: [{ setting: 'python' }, '-c', { program: 'accounts.py' }],
    stdin: { action, homeserver: server.homeserver, config: { setting: 'config' }, ...server.request, ...request },
    answers: { ...commonAnswers, ...server.answers },
    otherwise: 'server_error',
  }
}

/** What both homeservers answer alike, and what the program itself finds before it asks them. */
const commonAnswers: Step['answers'] = {
  ready: 'ready',
  'register/200': 'created',
  'predict/absent': 'created',
  'register/400/M_USER_IN_USE': 'exists',
  'predict/exists': 'exists',
  'predict/unknown': 'cannot_predict',
  'register/400/M_INVALID_USERNAME': 'invalid_username',
  'register/400/M_EXCLUSIVE': 'reserved_namespace',
  'register/400/M_WEAK_PASSWORD': 'weak_password',
  'register/403': 'secret_mismatch',
  'nonce/404': 'delegated',
  'password/empty': 'password_missing',
  'password/nul': 'password_unusable',
  'password/not_unicode': 'password_unusable',
  'password/too_short': 'password_too_short',
  'password/too_long': 'password_too_long',
  'secret/missing': 'secret_missing',
  'config/missing': 'config_unreadable',
  'config/unreadable': 'config_unreadable',
  'versions/404': 'not_ready',
  'connect/refused': 'not_ready',
  'connect/failed': 'not_ready',
  'nonce/502': 'not_ready',
  'nonce/503': 'not_ready',
  'container/unavailable': 'not_ready',
  'docker/missing': 'tool_missing',
  'tool/missing': 'tool_missing',
  'become/refused': 'become_refused',
  'host/unreachable': 'unreachable',
  'program/failed': 'program_failed',
}
