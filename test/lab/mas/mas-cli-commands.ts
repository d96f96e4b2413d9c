import {
  type Accounts,
  addCompatSession,
  addEmail,
  addRegistrationToken,
  deactivateLater,
  emailProblem,
  emailsOf,
  isStrongEnough,
  lockUser,
  provisionLater,
  reactivateLater,
  syncDevicesLater,
  unlockUser,
} from './accounts.ts'
import type { Arguments, CommandSpec } from './clap.ts'
import { Failure, type Output, requirePasswords } from './mas-cli-output.ts'
import { registerUser } from './register-user.ts'
import { endSessions, findUser, type Session, type User } from './state.ts'

/** Answers with the exit code. */
type Run<Words extends unknown[]> = (accounts: Accounts, ...words: Words) => number | Promise<number>

interface Command extends CommandSpec {
  run: Run<[given: Arguments, output: Output]>
}

const count = (value: string): string | undefined => {
  if (!/^\d+$/.test(value)) return 'invalid digit found in string'
  return Number(value) < 2 ** 32 ? undefined : `${value} is not in 0..=4294967295`
}

const onUser =
  (run: Run<[user: User, given: Arguments, output: Output]>): Command['run'] =>
  (accounts, given, output) => {
    const user = findUser(accounts.state, given.positionals['USERNAME'] ?? '')
    if (!user) throw new Failure('User not found')
    return run(accounts, user, given, output)
  }

const username = { name: 'USERNAME', isRequired: true }
const email = { name: 'EMAIL', isRequired: true }

/** `mas-cli manage ...` of MAS 1.22.0. */
export const commands: Record<string, Command> = {
  'add-email': {
    positionals: [username, email],
    options: [],
    run: onUser((accounts, user, { positionals }, { log }) => {
      const address = positionals['EMAIL'] ?? ''
      const known = emailsOf(accounts.state, user).find((other) => other.email === address)
      if (known) log('INFO', `Email already exists, makring as verified email.id=${known.id}`)
      const { id } = known ?? addEmail(accounts, user, address)
      log('INFO', `Email added ${fields(user)} email.id=${id} email.email=${address}`)
      return 0
    }),
  },
  'verify-email': {
    positionals: [username, email],
    options: [],
    run: (_accounts, _given, { log }) => {
      log(
        'WARN',
        "The 'verify-email' command is deprecated and will be removed in a future version. Use 'add-email' instead.",
      )
      return 0
    },
  },
  'set-password': {
    positionals: [username, { name: 'PASSWORD', isRequired: true }],
    options: [{ long: 'ignore-complexity' }],
    run: (accounts, given, output) => {
      requirePasswords(accounts)
      return onUser(setPassword)(accounts, given, output)
    },
  },
  'promote-admin': { positionals: [username], options: [], run: onUser(setAdmin(true, 'User promoted to admin')) },
  'demote-admin': { positionals: [username], options: [], run: onUser(setAdmin(false, 'User is no longer admin')) },
  'list-admin-users': {
    positionals: [],
    options: [],
    run: ({ state }, _given, { log }) => {
      const admins = state.users.filter(({ admin }) => admin)
      log('INFO', `The following users can request admin privileges (${admins.length} total):`)
      for (const user of admins) log('INFO', `user.id=${user.id} username=${user.username}`)
      return 0
    },
  },
  'issue-compatibility-token': {
    positionals: [username, { name: 'DEVICE_ID' }],
    options: [{ long: 'yes-i-want-to-grant-synapse-admin-privileges' }],
    run: onUser(async (accounts, user, { positionals, options }, { log }) => {
      const admin = 'yes-i-want-to-grant-synapse-admin-privileges' in options
      const made = await addCompatSession(accounts, user, { deviceId: positionals['DEVICE_ID'], admin }).catch(
        () => undefined,
      )
      if (!made) {
        log('ERROR', 'Could not create the device on the homeserver, aborting')
        return 1
      }
      const { token, session } = made
      const ids = `compat_session.id=${session.id} compat_session.device=${session.deviceId}`
      log('INFO', `Compatibility token issued: ${token} ${ids} ${fields(user)}`)
      return 0
    }),
  },
  'issue-user-registration-token': {
    positionals: [],
    options: [
      { long: 'token', value: 'TOKEN' },
      { long: 'usage-limit', value: 'USAGE_LIMIT', problem: count },
      { long: 'unlimited' },
      { long: 'expires-in', value: 'EXPIRES_IN', problem: count },
    ],
    exclusive: ['usage-limit', 'unlimited'],
    run: issueRegistrationToken,
  },
  'provision-all-users': {
    positionals: [],
    options: [],
    run: (accounts, _given, { log }) => {
      for (const user of accounts.state.users) {
        log('INFO', `Scheduling provisioning job user.id=${user.id}`)
        provisionLater(accounts, user)
      }
      return 0
    },
  },
  'kill-sessions': { positionals: [username], options: [{ long: 'dry-run' }], run: onUser(killSessions) },
  'lock-user': {
    positionals: [username],
    options: [{ long: 'deactivate' }],
    run: onUser((accounts, user, { options }, { log }) => {
      log('INFO', `Locking user user.id=${user.id}`)
      lockUser(accounts, user)
      if (!options['deactivate']) return 0
      log('WARN', `Scheduling user deactivation user.id=${user.id}`)
      deactivateLater(accounts, user, { erase: false })
      return 0
    }),
  },
  'unlock-user': {
    positionals: [username],
    options: [{ long: 'reactivate' }],
    // With --reactivate it stays locked.
    run: onUser((accounts, user, { options }, { log }) => {
      if (options['reactivate']) {
        log('WARN', `Scheduling user reactivation user.id=${user.id}`)
        reactivateLater(accounts, user)
      } else unlockUser(accounts, user)
      return 0
    }),
  },
  'register-user': {
    positionals: [{ name: 'USERNAME' }],
    options: [
      { long: 'password', short: 'p', value: 'PASSWORD' },
      { long: 'email', short: 'e', value: 'EMAILS', isRepeatable: true, problem: emailProblem },
      {
        long: 'upstream-provider-mapping',
        short: 'm',
        value: 'UPSTREAM_PROVIDER_ID:SUBJECT',
        isRepeatable: true,
        problem: () => 'Invalid format',
      },
      { long: 'admin', short: 'a' },
      { long: 'no-admin', short: 'A' },
      { long: 'yes', short: 'y' },
      { long: 'display-name', short: 'd', value: 'DISPLAY_NAME' },
      { long: 'ignore-password-complexity' },
    ],
    exclusive: ['admin', 'no-admin'],
    requiresPositional: 'yes',
    run: registerUser,
  },
}

const fields = (user: User): string => `user.id=${user.id} user.username=${user.username}`

/** The account is looked up before the password is weighed; nothing of its sessions ends. */
function setPassword({ state }: Accounts, user: User, { positionals, options }: Arguments, { log }: Output): number {
  const password = positionals['PASSWORD'] ?? ''
  if (!options['ignore-complexity'] && !isStrongEnough(state, password)) {
    log('ERROR', 'That password is too weak.')
    return 1
  }
  user.password = password
  log('INFO', `Password changed ${fields(user)}`)
  return 0
}

function setAdmin(admin: boolean, line: string) {
  return (_accounts: Accounts, user: User, _given: Arguments, { log }: Output): number => {
    user.admin = admin
    log('INFO', `${line} ${fields(user)}`)
    return 0
  }
}

function issueRegistrationToken(accounts: Accounts, { options }: Arguments, { log }: Output): number {
  const [token] = options['token'] ?? []
  if (accounts.state.registrationTokens.some((other) => other.token === token)) {
    throw new Failure(
      'error returned from database: duplicate key value violates unique constraint "user_registration_tokens_token_key"',
    )
  }
  const [limit] = options['usage-limit'] ?? ['1']
  const [seconds] = options['expires-in'] ?? []
  const added = addRegistrationToken(accounts, {
    token,
    usageLimit: options['unlimited'] ? null : Number(limit),
    expiresAt: seconds === undefined ? null : new Date(Date.now() + Number(seconds) * 1000),
  })
  log('INFO', `Created user registration token: ${added.token} registration_token.id=${added.id}`)
  return 0
}

function killSessions(accounts: Accounts, user: User, { options }: Arguments, { log }: Output): number {
  const isDryRun = 'dry-run' in options
  const end = (sessions: readonly Session[], kind: string, none = kind) => {
    const theirs = sessions.filter(({ userId, endedAt }) => userId === user.id && endedAt === null)
    if (!isDryRun) endSessions(theirs)
    log(
      'INFO',
      theirs.length === 0
        ? `No active ${none} sessions to end`
        : `Ended ${theirs.length} active ${kind} session${theirs.length === 1 ? '' : 's'}`,
    )
  }
  end(accounts.state.compatSessions, 'compatibility')
  end(accounts.state.oauth2Sessions, 'OAuth 2.0', 'compatibility') // MAS's own words
  end([], 'browser')
  log('WARN', 'Scheduling job to sync devices for the user')
  if (isDryRun) log('INFO', 'Dry run, not saving')
  else syncDevicesLater(accounts, user)
  return 0
}
