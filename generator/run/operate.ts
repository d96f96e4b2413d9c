import type { Authority, Refusal } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import { isRefused, namingFor, passwordFor, refusedOptionsOf } from '../authorities/program.ts'
import { changes } from '../operations/changes.ts'
import { allParameters, type Operation } from '../operations/operation.ts'
import { type OperationName, operations } from '../operations/index.ts'
import { localpart, objection } from '../operations/preflight.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import { resolveSecret } from '../secrets/resolve-secret.ts'
import { Secret } from '../secrets/secret.ts'
import { localTransport } from './local.ts'
import { type Lock, takeLock } from './lock.ts'
import { type Host, type OnUser, perform, takeUsers } from './host.ts'
import { errorOf, type Facts, refusal, type Report, reportOf, type Result } from './result.ts'
import { hostFacts } from './reporting.ts'
import { type Account, declaredCall, lineOf, operationCall, sessionCall, settingsOf, textOf } from './call.ts'
import { readSshConfig } from './ssh-config.ts'
import type { Ask } from './ssh-login.ts'
import { beginSocket } from './ssh-socket.ts'
import type { Transport } from './transport.ts'
import { refuseMigrating } from './refuse-migrating.ts'

/** A requested account: a value for each parameter; the username is the localpart, or the whole user ID. */
export type AskedAccount = Account

export interface Work {
  plan: HostPlan
  operation: Operation & { name: OperationName }
  accounts: AskedAccount[]
  /** Only predict what would be done. */
  check: boolean
  /** Instead of the operation's own text. */
  text?: string
  /** Gets each account of a list as it comes, instead of the report; so no list is too long. */
  onUser?: OnUser
}

export interface Reach {
  /** The directory that the host file's paths are relative to. */
  directory: string
  /** Asks a person for a passphrase; undefined: nobody is there. */
  ask: Ask
  /** Nothing that could ask a person begins before it is fulfilled. */
  mayAsk?: Promise<unknown>
  /** Fires when a connection that is not there yet is no longer wanted. */
  leave?: AbortSignal
  /** For sudo, instead of the host file's. */
  becomePassword?: Secret
  /** Read instead of ~/.ssh/config. */
  sshConfig?: string
  /** Seconds that a homeserver may take to answer after its service was started. */
  readyTimeout: number
  /** Ctrl-C on the terminal is for this program alone, which finishes what it started. */
  finishes?: boolean
  /** Called for each request to the server, as it happens. */
  onRequest?: (request: string) => void
  /** Is told for how long the server has us wait, and why, as it begins. */
  onWait?: (wait: string) => void
}

/** The part of it for a transport. */
export function listenersIn({ onRequest, onWait }: Listeners): Listeners {
  return { ...(onRequest ? { onRequest } : {}), ...(onWait ? { onWait } : {}) }
}

type Listeners = Pick<Transport, 'onRequest' | 'onWait'>

/** What is refused without asking the host, for all accounts before any is touched. */
export function objections({ plan, operation, accounts, check }: Work): Report[] {
  const authority: Authority = authorities[plan.authority]
  const host = hostFacts(plan, authority)
  return accounts.flatMap((account) => {
    const subject = { host, operation, username: textOf(withLocalpart(account, plan).username) }
    const facts = { username: textOf(account.username) }
    const unsupported = authority.refused[operation.name] ?? refusedOption(authority, operation, account)
    if (unsupported)
      return [refusal(subject, 'unsupported', { ...facts, detail: unsupported.refused, way: unsupported.hint })]
    const given = Object.fromEntries(
      Object.entries(account).map(([name, value]) => [
        name,
        value instanceof Secret ? (value.isEmpty ? '' : 'given') : textOf(value),
      ]),
    )
    const password = passwordFor(authority, operation)
    const { usernames } = authority
    const failure = objection({ operation, given, domain: plan.domain, usernames, password, check })
    return failure ? [refusal(subject, failure, facts)] : []
  })
}

function refusedOption(authority: Authority, operation: Work['operation'], account: AskedAccount): Refusal | undefined {
  const refused = refusedOptionsOf(authority, operation.name)
  const given = allParameters(operation).filter(({ name, default: preset = '' }) => {
    const value = account[name]
    return value instanceof Secret ? !value.isEmpty : !['', preset].includes(textOf(value))
  })
  return given.map(({ name }) => refused[name]).find((refusal) => refusal !== undefined)
}

/**
 * Runs an operation on accounts of a host, in one call; a report for each, in order. `complete` gets the accounts
 * once the host is reached: so a password is typed, or a confirmation asked for, only then.
 */
export async function operate(
  work: Work,
  reach: Reach,
  complete: (accounts: AskedAccount[], session: Session) => Promise<AskedAccount[]> = async (accounts) => accounts,
): Promise<Report[]> {
  const session = await openSession(work.plan, reach, [work.operation])
  try {
    const whole = { ...work, accounts: await complete(work.accounts, session) }
    const refused = objections(whole)
    return refused.length > 0 ? refused : await session.operate(whole)
  } finally {
    await session.close()
  }
}

/** One connection to a host, for several operations. */
export interface Session {
  /** A report for each account, in their order. */
  operate(work: Omit<Work, 'plan'>): Promise<Report[]>
  /** Asks about all declared accounts at once, by an action of matrix_server/converge.py; an AppError if that fails. */
  askDeclared(
    action: 'plan-users' | 'check-plan' | 'change-users',
    request: { [key: string]: unknown },
    how?: Pick<Host, 'take' | 'until'> & { rest?: Promise<{ [key: string]: unknown }> },
  ): Promise<Facts>
  /** Starts or ends a permanent session, by an action of matrix_server/kept_session.py; an AppError if that fails. */
  askSession(
    action: 'sign-in' | 'whose' | 'sign-out',
    account: { username: string; [name: string]: unknown },
  ): Promise<Facts>
  /** Keeps others out until it is released or this program ends, however it ends. */
  lock(): Promise<Lock>
  close(): Promise<void>
}

/** For these operations: the secrets that they need are read before the host is asked anything. */
export async function openSession(
  plan: HostPlan,
  reach: Reach,
  asked: readonly { name: OperationName }[] = operations,
): Promise<Session> {
  refuseMigrating(plan)
  const authority: Authority = authorities[plan.authority]
  const used = asked.filter(({ name }) => !isRefused(authority, name)).map(({ name }) => namingFor(authority, name))
  const reveal = async (reference: SecretReference) => {
    if ('command' in reference) await reach.mayAsk
    return resolveSecret(reference, reach.directory)
  }
  const settings = await settingsOf({ plan, authority, used }, reveal)
  const password =
    reach.becomePassword ??
    (plan.become.enabled && plan.become.password ? await reveal(plan.become.password) : undefined)
  const become = {
    enabled: plan.become.enabled,
    ...(plan.become.user === undefined ? {} : { user: plan.become.user }),
    ...(password ? { password } : {}),
  }
  const transport: Transport = { ...(await openTransport(plan, reach)), ...listenersIn(reach) }
  const host: Host = {
    name: plan.host,
    transport,
    become,
    authority,
    settings,
    facts: hostFacts(plan, authority),
    readyTimeout: reach.readyTimeout,
  }
  let lock: Lock | undefined
  return {
    operate: async ({ operation, accounts, check, text, onUser }) => {
      const named = accounts.map((account) => withLocalpart(account, plan))
      const call = operationCall(authority, operation, { accounts: named, check, domain: plan.domain, text })
      const { results, startedService } = await perform(call, {
        ...host,
        ...(lock ? { guard: lock.guard } : {}),
        ...(onUser ? { take: takeUsers(onUser) } : {}),
      })
      return named.map(({ username }, index) =>
        reportOf({ host: host.facts, operation, username: textOf(username) }, results[index] as Result, startedService),
      )
    },
    askDeclared: async (action, request, { rest, ...how } = {}) => {
      const { passwords, usernames } = authority
      const call = declaredCall(authority, action, {
        domain: plan.domain,
        check: action !== 'change-users',
        operations: action === 'change-users' ? operations.filter(({ name }) => Object.hasOwn(changes, name)) : [],
        more: {
          password_rules: passwords,
          usernames,
          words: changes,
          ...request,
          ...(rest ? { rest_follows: true } : {}),
        },
      })
      const line = rest?.then(lineOf)
      line?.catch(() => undefined) // nobody takes it if the command does not begin
      const performing = perform(call, {
        ...host,
        ...how,
        ...(line ? { rest: line } : {}),
        ...(lock ? { guard: lock.guard } : {}),
      })
      const [{ results }] = await Promise.all([performing, rest])
      return factsIn(results[0] as Result, ['found'])
    },
    askSession: async (action, account) => {
      const { results } = await perform(sessionCall(authority, action, { domain: plan.domain, account }), host)
      return factsIn(results[0] as Result, ['found', 'changed'])
    },
    lock: async () => (lock = await takeLock(host, plan.domain)),
    close: () => transport.close(),
  }
}

/** An AppError if it ended otherwise. */
function factsIn(result: Result, ends: string[]): Facts {
  if (result.class === undefined && ends.includes(result.outcome)) return result.facts
  throw errorOf(result)
}

/** The same account by its localpart. */
export function withLocalpart(account: AskedAccount, { domain }: HostPlan): Account {
  return account.username === undefined
    ? account
    : { ...account, username: localpart({ username: textOf(account.username), domain }) }
}

async function openTransport(
  { host, connection }: HostPlan,
  { ask, mayAsk, leave, sshConfig, finishes = false }: Reach,
): Promise<Transport> {
  if (connection.kind === 'local') return localTransport({ detached: finishes })
  const loading = import('./ssh.ts') // meanwhile OpenSSH answers, and then the host
  const config = await readSshConfig(host, connection, sshConfig)
  const socket = beginSocket(config, leave)
  if (!socket) await mayAsk // what connects then can ask by itself
  const { sshTransport } = await loading
  return sshTransport(config, ask && askingLater(ask, mayAsk), { begun: socket, leave })
}

function askingLater(ask: NonNullable<Ask>, mayAsk: Promise<unknown> | undefined): NonNullable<Ask> {
  return Object.assign(async (question: string) => mayAsk?.then(() => ask(question)) ?? ask(question), ask)
}
