import type { Authority } from '../authorities/authority.ts'
import { type ChangeName, changeOrder } from '../operations/changes.ts'
import { failures } from '../operations/failures.ts'
import { localpart } from '../operations/preflight.ts'
import type { UserPlan } from '../plan/host-plan.ts'

/** What is looked at in an account of the server. */
export interface ObservedUser {
  username: string
  display_name: string
  admin: boolean
  locked: boolean
  deactivated: boolean
  /** bot, support, or nothing. */
  kind: string
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
  /** Of set-display-name, and of register-user if it gets one. */
  display_name?: string
  /** Of set-kind, and of register-user if it is not that of a person. */
  kind?: string
  /** Of set-display-name and set-kind: what it was, or none. */
  was?: string
  /** Of lock-user: since the host file does not name the account. */
  unnamed?: true
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
  /** The usernames that are not declared, where that is to be told. */
  unnamed: string[]
}

export interface Context {
  domain: string
  authority: Pick<Authority, 'label' | 'operations'>
  /** The localpart of the admin by whom the server is reached, if it is one. */
  actingAdmin?: string | undefined
  /** Where accounts that nobody declared are to be told, or locked: those that could be, by their localparts. */
  unnamed?: { people: ReadonlySet<string>; isLocked: boolean } | undefined
}

/** What makes the observed accounts the desired ones. Pure, and linear in both. */
export function reconcile(desired: UserPlan[], observed: Iterable<ObservedUser>, context: Context): Reconciliation {
  const known = new Map<string, ObservedUser>()
  for (const user of observed) known.set(user.username, user)
  const changes = new Map<Change['operation'], Change[]>(changeOrder.map((operation) => [operation, []]))
  const problems: Problem[] = []
  const add = (wish: Change | Problem) => {
    const problem = 'message' in wish ? wish : objectionTo(wish, context)
    if (problem) problems.push(problem)
    else changes.get((wish as Change).operation)?.push(wish as Change)
  }
  const named = new Set<string>()
  for (const user of desired) {
    const username = localpart({ username: user.username, domain: context.domain })
    named.add(username)
    for (const wish of wishesOf({ ...user, username }, known.get(username))) add(wish)
  }
  const unnamed = unnamedOf(known, named, context)
  if (context.unnamed?.isLocked)
    for (const username of unnamed) add({ operation: 'lock-user', username, unnamed: true })
  return {
    changes: changeOrder.flatMap((operation) => changes.get(operation) ?? []),
    problems,
    unnamed: context.unnamed?.isLocked ? [] : unnamed,
  }
}

/** Accounts in use that nobody declared, but for the admin by whom the server is reached. */
function unnamedOf(known: Map<string, ObservedUser>, named: Set<string>, { unnamed, actingAdmin }: Context): string[] {
  if (!unnamed) return []
  return [...known.values()].flatMap(({ username, locked, deactivated }) =>
    locked || deactivated || named.has(username) || username === actingAdmin || !unnamed.people.has(username)
      ? []
      : [username],
  )
}

function wishesOf(wanted: UserPlan, found: ObservedUser | undefined): (Change | Problem)[] {
  if (wanted.state === 'deactivated')
    return found && !found.deactivated ? [{ operation: 'deactivate-user', username: wanted.username }] : []
  if (!found) return creation(wanted)
  if (found.deactivated && wanted.state === undefined) return stillDeactivated(wanted, found)
  return [...states(wanted, found), ...rest(wanted, found)]
}

/** What can be wanted of an account in any state. */
function rest(wanted: UserPlan, found: ObservedUser): Change[] {
  return [...rights(wanted, found), ...addresses(wanted, found.emails), ...names(wanted, found)]
}

function creation(wanted: UserPlan): (Change | Problem)[] {
  const { username, admin, state, displayName, kind } = wanted
  if (!hasPassword(wanted)) return [{ username, ...failures.no_password_declared }]
  return [
    {
      operation: 'register-user',
      username,
      ...(admin ? { admin } : {}),
      ...(displayName === undefined ? {} : { display_name: displayName }),
      ...(kind === undefined || kind === 'user' ? {} : { kind }),
    },
    ...addresses(wanted, []),
    ...(state === 'locked' ? [{ operation: 'lock-user' as const, username }] : []),
  ]
}

/** Nobody said that it is to come back; that is only worth a word when something else is wanted of it. */
function stillDeactivated(wanted: UserPlan, found: ObservedUser): Problem[] {
  return rest(wanted, found).length === 0 ? [] : [{ username: wanted.username, ...failures.still_deactivated }]
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
  return admin === undefined || admin === found.admin
    ? []
    : [{ operation: admin ? 'promote-admin' : 'demote-admin', username }]
}

function names({ username, displayName, kind }: UserPlan, found: ObservedUser): Change[] {
  const was = found.kind || 'user'
  return [
    ...(displayName === undefined || displayName === found.display_name
      ? []
      : [
          {
            operation: 'set-display-name' as const,
            username,
            display_name: displayName,
            was: found.display_name || 'none',
          },
        ]),
    ...(kind === undefined || kind === was ? [] : [{ operation: 'set-kind' as const, username, kind, was }]),
  ]
}

/** Servers know addresses in lower case, however they were written. */
function addresses({ username, emails = [] }: UserPlan, found: string[]): Change[] {
  const has = new Set(found.map((email) => email.toLowerCase()))
  return emails
    .filter((email) => !has.has(email.toLowerCase()))
    .map((email) => ({ operation: 'add-email', username, email }))
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
  return 'refused' in steps
    ? { username, message: `${authority.label} cannot do that: ${steps.refused}.`, hint: steps.hint }
    : undefined
}
