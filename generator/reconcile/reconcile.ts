import type { Authority } from '../authorities/authority.ts'
import { type ChangeName, changeOrder } from '../operations/changes.ts'
import { failures } from '../operations/failures.ts'
import { localpart } from '../operations/preflight.ts'
import type { UserPlan } from '../plan/host-plan.ts'

/** What is looked at in an account of the server. */
export interface ObservedUser {
  username: string
  admin: boolean
  locked: boolean
  deactivated: boolean
  /** Only needed of accounts for which addresses are wanted. */
  emails: string[]
  /** It has another password than the one that is to be enforced. */
  hasOtherPassword?: boolean
}

/** One operation on one account. It holds no secret: a password is found by the username. */
export interface Change {
  operation: ChangeName
  /** The localpart. */
  username: string
  /** Of register-user: it becomes a server admin. */
  admin?: true
  /** Of add-email. */
  email?: string
}

/** Something that was asked for and is not done. */
export interface Problem {
  username: string
  message: string
  hint: string
}

export interface Reconciliation {
  /** In the order in which they are done. */
  changes: Change[]
  problems: Problem[]
}

export interface Context {
  domain: string
  authority: Pick<Authority, 'label' | 'operations'>
  /** The localpart of the admin by whom the server is reached, if it is one. */
  actingAdmin?: string | undefined
}

/** What makes the observed accounts the desired ones. Pure, and linear in both. */
export function reconcile(desired: UserPlan[], observed: Iterable<ObservedUser>, context: Context): Reconciliation {
  const known = new Map<string, ObservedUser>()
  for (const user of observed) known.set(user.username, user)
  const changes = new Map<Change['operation'], Change[]>(changeOrder.map((operation) => [operation, []]))
  const problems: Problem[] = []
  for (const user of desired) {
    const username = localpart({ username: user.username, domain: context.domain })
    for (const wish of wishesOf({ ...user, username }, known.get(username))) {
      const problem = 'message' in wish ? wish : objectionTo(wish, context)
      if (problem) problems.push(problem)
      else changes.get((wish as Change).operation)?.push(wish as Change)
    }
  }
  return { changes: changeOrder.flatMap((operation) => changes.get(operation) ?? []), problems }
}

function wishesOf(wanted: UserPlan, found: ObservedUser | undefined): (Change | Problem)[] {
  if (wanted.state === 'deactivated') return found && !found.deactivated ? [{ operation: 'deactivate-user', username: wanted.username }] : []
  if (!found) return creation(wanted)
  if (found.deactivated && wanted.state === undefined) return stillDeactivated(wanted, found)
  return [...states(wanted, found), ...rights(wanted, found), ...addresses(wanted, found.emails)]
}

function creation(wanted: UserPlan): (Change | Problem)[] {
  const { username, admin, state } = wanted
  if (!hasPassword(wanted)) return [{ username, ...failures.no_password_declared }]
  return [
    { operation: 'register-user', username, ...(admin ? { admin } : {}) },
    ...addresses(wanted, []),
    ...(state === 'locked' ? [{ operation: 'lock-user' as const, username }] : []),
  ]
}

/** Nobody said that it is to come back; that is only worth a word when something else is wanted of it. */
function stillDeactivated(wanted: UserPlan, found: ObservedUser): Problem[] {
  const wishes = [...rights(wanted, found), ...addresses(wanted, found.emails)]
  return wishes.length === 0 ? [] : [{ username: wanted.username, ...failures.still_deactivated }]
}

function states(wanted: UserPlan, found: ObservedUser): Change[] {
  const { username, state } = wanted
  const change = (operation: Change['operation']): Change => ({ operation, username })
  return [
    ...(found.deactivated ? [change('reactivate-user')] : []),
    ...((found.deactivated && hasPassword(wanted)) || found.hasOtherPassword ? [change('set-password')] : []),
    ...(state === 'present' && found.locked ? [change('unlock-user')] : []),
    ...(state === 'locked' && !found.locked ? [change('lock-user')] : []),
  ]
}

function rights({ username, admin }: UserPlan, found: ObservedUser): Change[] {
  return admin === undefined || admin === found.admin ? [] : [{ operation: admin ? 'promote-admin' : 'demote-admin', username }]
}

/** Servers know addresses in lower case, however they were written. */
function addresses({ username, emails = [] }: UserPlan, found: string[]): Change[] {
  const has = new Set(found.map((email) => email.toLowerCase()))
  return emails.filter((email) => !has.has(email.toLowerCase())).map((email) => ({ operation: 'add-email', username, email }))
}

function hasPassword({ password, generate }: UserPlan): boolean {
  return password !== undefined || generate !== undefined
}

const depriving: Change['operation'][] = ['demote-admin', 'lock-user', 'deactivate-user']

/** Why a change is not done, if it is not. */
export function objectionTo({ operation, username }: Change, { authority, actingAdmin }: Context): Problem | undefined {
  if (username === actingAdmin && depriving.includes(operation)) {
    return { username, ...failures.acting_admin }
  }
  const steps = authority.operations[operation]
  return 'refused' in steps ? { username, message: `${authority.label} cannot do that: ${steps.refused}.`, hint: steps.hint } : undefined
}
