import { authorities } from '../authorities/index.ts'
import type { Failure } from '../operations/failures.ts'
import { nextSteps } from '../operations/next-steps.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Secret } from '../secrets/secret.ts'
import type { Change } from './change.ts'
import type { Session } from './operate.ts'
import { meaningOf } from './perform.ts'
import { explain, type Facts, fillFacts, notesIn } from './report.ts'
import type { Result } from './read-results.ts'

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

/** A problem as the program next to the server reports it. */
export interface Trouble extends Result {
  username: string
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

export interface Planning {
  declared: Declared
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
  const request = { ...declared, today, refusals: authorities[plan.authority].refused }
  const first = await session.askDeclared('plan-users', { ...request, passwords: {} })
  if (first['changes'] !== undefined) return plannedIn(first, plan)
  const needed = (first['needed'] as { username: string }[]).map(({ username }) => username)
  const { passwords, problems } = await read(needed)
  const all = Object.fromEntries(needed.map((username) => [username, passwords.get(username) ?? '']))
  const planned = plannedIn(await session.askDeclared('plan-users', { ...request, passwords: all }), plan)
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
  return plannedIn(await session.askDeclared('check-plan', { changes, fingerprint, refusals }), plan)
}

function plannedIn(facts: Record<string, unknown>, plan: HostPlan): Planned {
  const answer = facts as { troubles: Trouble[]; unnamed_lines: string[]; sign_in: Facts } & Omit<
    Planned,
    'problems' | 'unnamedLines'
  >
  const { changes, lines, unnamed, unnamed_lines: unnamedLines, notes, fingerprint, troubles } = answer
  return {
    changes,
    lines,
    unnamed,
    unnamedLines,
    notes: [...notes, ...notesIn(answer.sign_in).map((note) => `? ${fillFacts(nextSteps[note], answer.sign_in)}`)],
    fingerprint,
    problems: troubles.map((trouble) => problemOf(trouble, plan)),
  }
}

function problemOf(trouble: Trouble, plan: HostPlan): Problem {
  const { username, signs, facts } = trouble
  const authority = authorities[plan.authority]
  const { message, hint = '' } = explain(
    { plan, authority, account: { username } },
    meaningOf(signs, authority) as Failure,
    facts,
  )
  return { username, message, hint }
}
