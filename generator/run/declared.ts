import { authorities } from '../authorities/index.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Secret } from '../secrets/secret.ts'
import type { Change } from './change.ts'
import type { Session } from './operate.ts'

/** A plan: the changes that make a server's accounts match. */
export interface Planned {
  /** In the order in which they are done. */
  changes: Change[]
  /** A line for each of them. */
  lines: string[]
  problems: Problem[]
  /** The usernames that are not declared, if those are to be reported, and a line for each. */
  unnamed: string[]
  unnamedLines: string[]
  /** Other notes on declared accounts, a line each. */
  notes: string[]
  fingerprint: string
}

/** A requested change that is not possible. */
export interface Problem {
  username: string
  message: string
  hint: string
}

/** The declared accounts in the form of render/accounts.ts, and the policy for others. */
export interface Declared {
  users: object[]
  policy: 'managed' | 'exhaustive'
  lock_unnamed: boolean
  /** Usernames that are new in a group. */
  fresh: string[]
}

/** Passwords by username, and problems with those that could not be read. */
export interface Passwords {
  passwords: Map<string, Secret>
  problems: Problem[]
}

interface Planning {
  declared: Promise<Declared>
  read: (usernames: string[]) => Promise<Passwords>
  /** The day in UTC, as 2027-07-31; default: that of now. */
  today?: string
}

function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** Compares the declared accounts with those of the server; `read` gives the passwords that are to be compared. */
export async function planUsers(
  session: Session,
  plan: HostPlan,
  { declared, read, today = utcDay(new Date()) }: Planning,
): Promise<Planned> {
  const request = { today, refusals: authorities[plan.authority].refused }
  const ask = (passwords: { [username: string]: Secret | string }) =>
    session.askDeclared('plan-users', request, { rest: declared.then((each) => ({ ...each, passwords })) })
  const first = await ask({})
  if (first['changes'] !== undefined) return plannedIn(first)
  const needed = (first['needed'] as { username: string }[]).map(({ username }) => username)
  const { passwords, problems } = await read(needed)
  const all = Object.fromEntries(needed.map((username) => [username, passwords.get(username) ?? '']))
  const planned = plannedIn(await ask(all))
  const unread = new Set(problems.map(({ username }) => username))
  return { ...planned, problems: [...planned.problems.filter(({ username }) => !unread.has(username)), ...problems] }
}

/** The changes of a saved plan that are still possible; an AppError if the accounts have changed since. The acting admin keeps their rights. */
export async function checkPlan(
  session: Session,
  plan: HostPlan,
  kept: { changes: Change[]; fingerprint: string },
): Promise<Planned> {
  const { changes, fingerprint } = kept
  const refusals = authorities[plan.authority].refused
  return plannedIn(await session.askDeclared('check-plan', { changes, fingerprint, refusals }))
}

function plannedIn(facts: Record<string, unknown>): Planned {
  const answer = facts as { troubles: Problem[]; unnamed_lines: string[] } & Omit<Planned, 'problems' | 'unnamedLines'>
  const { changes, lines, unnamed, unnamed_lines: unnamedLines, notes, fingerprint, troubles } = answer
  const problems = troubles.map(({ username, message, hint }) => ({ username, message, hint }))
  return { changes, lines, unnamed, unnamedLines, notes, fingerprint, problems }
}
