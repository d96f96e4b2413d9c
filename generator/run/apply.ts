import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import type { Failure } from '../operations/failures.ts'
import { operations } from '../operations/index.ts'
import type { Outcome } from '../operations/operation.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Secret } from '../secrets/secret.ts'
import { type Change, setsPassword } from './change.ts'
import type { Session } from './operate.ts'
import { meaningOf } from './perform.ts'
import type { Result } from './read-results.ts'
import { report } from './report.ts'

/** The result of a change. */
export interface Applied {
  change: Change
  /** unchanged: already so. not_done: an earlier change failed, or the run was interrupted. */
  outcome: 'done' | 'unchanged' | 'failed' | 'not_done'
  message: string
  hint?: string
}

/** The same as the program next to the server reports it. */
export interface Ended extends Result {
  outcome: Applied['outcome']
}

export interface Applying {
  session: Session
  plan: HostPlan
  /** Read as late as possible; throws an AppError if there is none. */
  passwordOf: (username: string) => Promise<Secret>
  /** Start nothing more after a failure. */
  failFast: boolean
  /** Whether the user pressed Ctrl-C. */
  isStopped: () => boolean
  /** Called before each call to the host, with its changes. */
  begin: (changes: Change[]) => void
  /** Called after each call to the host. */
  report: (results: Applied[]) => void
}

/** Most changes in the first call, and in any call: after Ctrl-C one call is waited for, and if it is lost, so many results are unknown. */
const callSizes = { first: 16, least: 8, most: 200 }

/** Milliseconds that a call should take: most of a change is the server's password hashing. */
const callTime = 3000

export function nextCallSize(size: number, took: number): number {
  const fitting = Math.round((size * callTime) / Math.max(1, took))
  return Math.max(callSizes.least, Math.min(callSizes.most, 2 * size, fitting))
}

/** Makes the changes in order; an account's later ones only if its earlier ones succeeded. */
export async function applyChanges(changes: Change[], applying: Applying): Promise<Applied[]> {
  const failed = new Set<string>()
  const all: Applied[] = []
  let size = callSizes.first
  for (let start = 0; start < changes.length;) {
    const isOver = applying.isStopped() || (applying.failFast && failed.size > 0)
    const part = changes.slice(start, isOver ? undefined : start + size)
    start += part.length
    applying.begin(isOver ? [] : part)
    const began = Date.now()
    const results = isOver
      ? part.map((change) => notDone(change, 'Not started.'))
      : await applyPart(part, failed, applying)
    size = nextCallSize(size, Date.now() - began)
    for (const { outcome, change } of results) if (outcome === 'failed') failed.add(change.username)
    applying.report(results)
    all.push(...results)
  }
  return all
}

export function notDone(
  change: Change,
  message = 'Not started, because an earlier change of this account failed.',
): Applied {
  return { change, outcome: 'not_done', message }
}

/** One call; changes without their password are left out. */
async function applyPart(part: Change[], failed: Set<string>, applying: Applying): Promise<Applied[]> {
  const { passwords, lacking } = await passwordsFor(
    part.filter(({ username }) => !failed.has(username)),
    applying,
  )
  const ready = part.filter(({ username }) => !failed.has(username) && !lacking.has(username))
  const results = new Map(ready.length === 0 ? [] : await call(ready, passwords, applying))
  return part.map((change) => {
    const error = lacking.get(change.username)
    return results.get(change) ?? (error && setsPassword(change) ? asFailure(change, error) : notDone(change))
  })
}

async function passwordsFor(changes: Change[], { passwordOf }: Applying) {
  const passwords: Record<string, Secret> = {}
  const lacking = new Map<string, unknown>()
  await Promise.all(
    changes.filter(setsPassword).map(async ({ username }) => {
      try {
        passwords[username] = await passwordOf(username)
      } catch (error) {
        lacking.set(username, error)
      }
    }),
  )
  return { passwords, lacking }
}

async function call(
  changes: Change[],
  passwords: Record<string, Secret>,
  { session, plan, failFast }: Applying,
): Promise<[Change, Applied][]> {
  try {
    const request = { changes, passwords, fail_fast: failFast, tell_results: true, declared: 0, troubles: [] }
    const ended = (await session.askDeclared('change-users', request))['results'] as Ended[]
    return changes.map((change, index) => [change, applied(change, ended[index] as Ended, plan)])
  } catch (error) {
    return changes.map((change) => [change, asFailure(change, error)])
  }
}

function applied(change: Change, { outcome, signs, facts }: Ended, plan: HostPlan): Applied {
  if (outcome === 'not_done') return notDone(change)
  const authority = authorities[plan.authority]
  const { operation: name, username, email, display_name, kind, admin } = change
  const account = {
    username,
    ...(admin ? { admin: 'yes' } : {}),
    ...(email === undefined ? {} : { email }),
    ...(display_name === undefined ? {} : { display_name }),
    ...(kind === undefined ? {} : { kind }),
  }
  const operation = operations.find((each) => each.name === name) as (typeof operations)[number] // changes are operations
  const { message, hint } = report(
    { plan, authority, operation, account },
    meaningOf(signs, authority) as Outcome | Failure,
    facts,
  )
  return { change, outcome, message, ...(hint ? { hint } : {}) }
}

/** For a change that was sent, but is no longer waited for. */
export function unanswered(change: Change): Applied {
  return {
    change,
    outcome: 'failed',
    message: 'It was sent, and there is no answer yet.',
    hint: 'registrar plan shows whether it was done.',
  }
}

/** A failure that a person can fix is reported for its account; a bug is not. */
function asFailure(change: Change, error: unknown): Applied {
  if (!(error instanceof AppError)) throw error
  return { change, outcome: 'failed', message: error.message, hint: error.hint }
}
