import { resolve } from 'node:path'
import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan, UserPlan } from '../plan/host-plan.ts'
import { fingerprintOf, type PlanFile } from '../reconcile/plan-file.ts'
import { type Change, type Context, objectionTo, type Problem, reconcile } from '../reconcile/reconcile.ts'
import { operationOf } from '../run/converge.ts'
import { comparePasswords, observe, peopleOf } from '../run/observe.ts'
import { objections, type Session } from '../run/operate.ts'
import type { UserRecord } from '../run/report.ts'
import { makePassword, passwordInFile } from '../secrets/generated-password.ts'
import { handOver, resolveSecret } from '../secrets/resolve-secret.ts'
import { Secret } from '../secrets/secret.ts'

export interface Planned {
  changes: Change[]
  problems: Problem[]
  /** The usernames that are not declared, where that is to be told. */
  unnamed: string[]
  fingerprint: string
}

export interface Planning {
  plan: HostPlan
  /** Where the host file's paths start. */
  directory: string
  /** Accounts that are not declared are locked, where the host file says that it names all. */
  lockUnnamed?: boolean | undefined
}

/** Asks the server, and compares: what would make its accounts the declared ones. */
export async function planUsers(
  session: Session,
  { plan, directory, lockUnnamed = false }: Planning,
): Promise<Planned> {
  const { domain, users = [], isExhaustive } = plan
  if (lockUnnamed && !isExhaustive)
    throw new AppError(
      'not-exhaustive',
      'The host file does not say that it names every account, so none is locked for not being named.',
      { hint: 'Add users_policy: exhaustive to it.' },
    )
  const known = new Set(
    users.flatMap((user) => (needsMore(user, plan) ? [localpart({ username: user.username, domain })] : [])),
  )
  const { users: observed, actingAdmin } = await observe(session, (username) => known.has(username))
  const unnamed = isExhaustive ? { people: await peopleOf(session), isLocked: lockUnnamed } : undefined
  const { others, unknown } = await otherPasswords(session, plan, { observed, directory })
  const seen = observed.map((user) => ({ ...user, hasOtherPassword: others.has(user.username) }))
  const { changes, problems, unnamed: told } = reconcile(users, seen, { ...contextOf(plan, actingAdmin), unnamed })
  const refused = refusals(changes, plan)
  const allowed = changes.filter(({ username }) => !refused.has(username))
  return {
    changes: allowed,
    problems: [...problems, ...unknown, ...refused.values()],
    unnamed: told,
    fingerprint: fingerprintOf(allowed, observed),
  }
}

/** Whether something is wanted of an account that the server's list does not tell: addresses, and on MAS what only the homeserver knows. */
function needsMore(
  { emails = [], displayName, kind }: Pick<UserPlan, 'emails' | 'displayName' | 'kind'>,
  { authority }: HostPlan,
): boolean {
  return emails.length > 0 || (authority === 'mas' && (displayName !== undefined || kind !== undefined))
}

/** The accounts in use that have another password than the one that is to be enforced, and those of which that cannot be told. */
async function otherPasswords(
  session: Session,
  { users = [], domain }: HostPlan,
  { observed, directory }: { observed: UserRecord[]; directory: string },
) {
  const inUse = new Set(observed.flatMap(({ username, deactivated }) => (deactivated ? [] : [username])))
  const passwords = new Map<string, Secret>()
  const unknown: Problem[] = []
  for (const { username: written, password, enforcesPassword, state } of users) {
    const username = localpart({ username: written, domain })
    if (!enforcesPassword || !password || state === 'deactivated' || !inUse.has(username)) continue
    try {
      passwords.set(username, await resolveSecret(password, directory))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unknown.push({ username, message: error.message, hint: error.hint })
    }
  }
  const compared = [...(await comparePasswords(session, passwords))]
  for (const [username, told] of compared)
    if (typeof told === 'object') unknown.push({ username, message: told.message, hint: told.hint ?? '' })
  return { others: new Set(compared.flatMap(([username, told]) => (told === true ? [username] : []))), unknown }
}

/** What the server would not even be asked to do, such as a name that it cannot have. */
function refusals(changes: Change[], plan: HostPlan): Map<string, Problem> {
  const refused = new Map<string, Problem>()
  for (const { operation, username, email = '' } of changes) {
    const account = { username, email, password: new Secret('given'), yes: 'yes' }
    const [objection] = objections({ plan, operation: operationOf(operation), accounts: [account], check: false })
    if (objection) refused.set(username, { username, message: objection.message, hint: objection.hint ?? '' })
  }
  return refused
}

/** Throws an AppError when the accounts are no longer as they were when the plan was made; whoever acts now keeps their rights. */
export async function checkPlan(
  session: Session,
  plan: HostPlan,
  { changes, fingerprint }: PlanFile,
): Promise<Planned> {
  const beyondLists: Change['operation'][] = ['add-email', 'set-display-name', 'set-kind']
  const known = new Set(
    changes.flatMap(({ operation, username }) => (beyondLists.includes(operation) ? [username] : [])),
  )
  const { users, actingAdmin } = await observe(session, (username) => known.has(username))
  if (fingerprintOf(changes, users) !== fingerprint)
    throw new AppError(
      'stale-plan',
      'The accounts of this plan are no longer as they were when it was made; nothing was done.',
      { hint: 'Make it again: registrar plan --out FILE' },
    )
  const context = contextOf(plan, actingAdmin)
  const judged = changes.map((change) => ({ change, problem: objectionTo(change, context) }))
  return {
    changes: judged.flatMap(({ change, problem }) => (problem ? [] : [change])),
    problems: judged.flatMap(({ problem }) => problem ?? []),
    unnamed: [],
    fingerprint,
  }
}

function contextOf({ domain, authority }: HostPlan, actingAdmin: string | undefined): Context {
  return {
    domain,
    authority: authorities[authority],
    actingAdmin: actingAdmin && localpart({ username: actingAdmin, domain }),
  }
}

/** Where the passwords of declared accounts come from; those that are to be shown are kept until then. */
export function passwordsOf({ users = [], domain }: HostPlan, directory: string) {
  const declared = new Map(users.map((user) => [localpart({ username: user.username, domain }), user]))
  const toShow = new Map<string, Secret>()
  const passwordOf = async (username: string): Promise<Secret> => {
    const { password, generate }: Partial<UserPlan> = declared.get(username) ?? {}
    if (password) return resolveSecret(password, directory)
    if (!generate)
      throw new AppError('password_missing', `The host file has no password for @${username}:${domain}.`, {
        hint: 'Add password or generate, or make the plan again.',
      })
    if ('file' in generate) return passwordInFile(resolve(directory, generate.file))
    const made = new Secret(makePassword())
    if ('command' in generate) await handOver(made, generate.command, directory)
    else toShow.set(username, made)
    return made
  }
  return { passwordOf, toShow }
}
