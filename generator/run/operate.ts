import type { Authority } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import type { Failure } from '../operations/failures.ts'
import type { Operation, Outcome } from '../operations/operation.ts'
import type { OperationName } from '../operations/index.ts'
import { localpart, objection } from '../operations/preflight.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { resolveSecret } from '../secrets/resolve-secret.ts'
import type { Secret } from '../secrets/secret.ts'
import { localTransport } from './local.ts'
import { type Ending, perform } from './perform.ts'
import { factsOf, report, type Report } from './report.ts'
import { type Account, type Context, resolveArgv, resolveRequest, type Settings, settingsOf } from './resolve-step.ts'
import { sshTransport } from './ssh.ts'
import { readSshConfig } from './ssh-config.ts'
import type { Ask } from './ssh-login.ts'
import type { Transport } from './transport.ts'

/** An account as a person asks for it. */
export interface AskedAccount {
  /** The localpart, or the whole user ID. */
  username: string
  password: Secret
  admin: boolean
}

export interface Work {
  plan: HostPlan
  operation: Operation & { name: OperationName }
  accounts: AskedAccount[]
  /** Only predict what would be done. */
  check: boolean
}

export interface Reach {
  /** Where the host file's paths start. */
  directory: string
  /** Asks a person for a passphrase; undefined where there is nobody. */
  ask: Ask
  /** For sudo, instead of the host file's. */
  becomePassword?: Secret
  /** Read instead of ~/.ssh/config. */
  sshConfig?: string
  /** Seconds that a homeserver may take to answer after its service was started. */
  readyTimeout: number
}

/** What is refused without asking the host: all of it, before anything is touched. */
export function objections({ plan, operation, accounts }: Work): Report[] {
  const { authority, service } = subjectOf(plan)
  return accounts.flatMap(({ username, password, admin }) => {
    const failure = objection({ username, domain: plan.domain, usernames: authority.usernames, hasPassword: password.reveal() !== '' })
    const subject = { plan, authority, operation, username: localpart({ username, domain: plan.domain }), admin }
    return failure ? [report(subject, failure, { ...factsOf(subject, service), username })] : []
  })
}

/** Does an operation on accounts of a host, all in one go; a report each, in their order. */
export async function operate(work: Work, reach: Reach): Promise<Report[]> {
  const { plan, operation, check } = work
  const { authority, settings, service } = subjectOf(plan)
  const context: Context = { settings, domain: plan.domain, accounts: work.accounts.map((account) => named(account, plan)), check }
  const password = reach.becomePassword ?? (plan.become.enabled && plan.become.password ? await resolveSecret(plan.become.password, reach.directory) : undefined)
  const transport = await openTransport(plan, reach)
  try {
    const become = { enabled: plan.become.enabled, ...(plan.become.user === undefined ? {} : { user: plan.become.user }), ...(password ? { password } : {}) }
    const { endings, mended } = await perform(stepsOf(authority, operation.name), context, { name: plan.host, transport, become, authority, service, readyTimeout: reach.readyTimeout })
    return context.accounts.map((account, index) => {
      const { meaning, facts }: Ending = endings[index] ?? { meaning: 'program_failed', facts: {} }
      const subject = { plan, authority, operation, ...account }
      return report(subject, meaning as Outcome | Failure, { ...factsOf(subject, service), ...facts }, { check, mended })
    })
  } finally {
    await transport.close()
  }
}

/** The commands that `operate` would run, without their secrets; programs by their names. */
export function describeSteps({ plan, operation, accounts, check }: Work): { argv: string[]; stdin: unknown }[] {
  const { authority, settings } = subjectOf(plan)
  const context: Context = { settings, domain: plan.domain, accounts: accounts.map((account) => named(account, plan)), check }
  return stepsOf(authority, operation.name).map((step) => ({
    argv: resolveArgv(step.argv, settings, (name) => `<${name}>`),
    stdin: resolveRequest(step, context),
  }))
}

function subjectOf(plan: HostPlan): { authority: Authority; settings: Settings; service: string } {
  const authority: Authority = authorities[plan.homeserver]
  const settings = settingsOf(plan, authority)
  return { authority, settings, service: String(settings['service']) }
}

function named({ username, password, admin }: AskedAccount, { domain }: HostPlan): Account {
  return { username: localpart({ username, domain }), password, admin }
}

function stepsOf(authority: Authority, name: OperationName) {
  const steps = authority.operations[name]
  return 'refused' in steps ? [] : steps
}

async function openTransport({ host, connection }: HostPlan, { ask, sshConfig }: Reach): Promise<Transport> {
  return connection.kind === 'local' ? localTransport() : sshTransport(await readSshConfig(host, connection, sshConfig), ask)
}
