import { once } from 'node:events'
import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Secret } from '../secrets/secret.ts'
import { type Change, setsPassword } from './change.ts'
import type { Session } from './operate.ts'
import { endedIn } from './read-results.ts'

/** The result of a change. */
export interface Applied {
  change: Change
  /** unchanged: already so. not_done: an earlier change failed, or the run was interrupted. */
  outcome: 'done' | 'unchanged' | 'failed' | 'not_done'
  message: string
  hint?: string
}

/** A change that has ended, as the program next to the server prints it: by its index in the call. */
export interface Ended extends Pick<Applied, 'message' | 'hint'> {
  change: number
  outcome: Exclude<Applied['outcome'], 'not_done'>
}

interface Applying {
  session: Session
  plan: HostPlan
  /** Read as late as possible; throws an AppError if there is none. */
  passwordOf: (username: string) => Promise<Secret>
  /** Start nothing more after a failure. */
  failFast: boolean
  /** Fires when the user presses Ctrl-C. */
  stop: AbortSignal
  /** Called before each call to the host, with its changes. */
  begin: (changes: Change[]) => void
  /** Called for each change as it ends. */
  report: (result: Applied) => void
}

/** Most changes in one call: as many passwords are read at once, and if the connection is lost, at most as many results are unknown. */
const most = 250

/** Makes the changes in order; an account's later ones only if its earlier ones succeeded. */
export async function applyChanges(changes: Change[], applying: Applying): Promise<Applied[]> {
  const failed = new Set<string>()
  const results = new Map<Change, Applied>()
  const end = (result: Applied) => {
    results.set(result.change, result)
    if (result.outcome === 'failed') failed.add(result.change.username)
    applying.report(result)
  }
  const stopped = once(applying.stop, 'abort')
  for (let start = 0; start < changes.length; start += most) {
    const part = changes.slice(start, start + most)
    const isOver = applying.stop.aborted || (applying.failFast && failed.size > 0)
    applying.begin(isOver ? [] : part)
    if (isOver) for (const change of part) end(notDone(change, notStarted))
    else await applyPart(part, { ...applying, stopped, failed, end })
  }
  return changes.flatMap((change) => results.get(change) ?? [])
}

const notStarted = 'Not started.'

export function notDone(
  change: Change,
  message = 'Not started, because an earlier change of this account failed.',
): Applied {
  return { change, outcome: 'not_done', message }
}

interface Calling extends Applying {
  /** The usernames of accounts with a failure. */
  failed: ReadonlySet<string>
  /** Resolves when `stop` fires. */
  stopped: Promise<unknown>
  end: (result: Applied) => void
}

/** One call; changes of accounts that failed, or whose password is missing, are left out. */
async function applyPart(part: Change[], calling: Calling): Promise<void> {
  const possible = part.filter(({ username }) => !calling.failed.has(username))
  const { passwords, lacking } = await passwordsFor(possible, calling)
  const ready = new Set(possible.filter(({ username }) => !lacking.has(username)))
  if (ready.size > 0) await call([...ready], passwords, calling)
  for (const change of part.filter((each) => !ready.has(each))) {
    const error = lacking.get(change.username)
    calling.end(error && setsPassword(change) ? asFailure(change, error) : notDone(change))
  }
}

async function passwordsFor(changes: Change[], { passwordOf }: Applying) {
  const passwords: Record<string, Secret> = {}
  const lacking = new Map<string, unknown>()
  const read = async ({ username }: Change) => {
    try {
      passwords[username] = await passwordOf(username)
    } catch (error) {
      lacking.set(username, error)
    }
  }
  const setting = changes.filter(setsPassword)
  for (let start = 0; start < setting.length; start += atOnce)
    await Promise.all(setting.slice(start, start + atOnce).map(read))
  return { passwords, lacking }
}

/** Passwords read at a time: each can start a program. */
const atOnce = 8

async function call(
  changes: Change[],
  passwords: Record<string, Secret>,
  { session, failFast, end, stop, stopped }: Calling,
): Promise<void> {
  const left = new Set(changes)
  const take = (line: string) => {
    const ended = line.startsWith('{"change":') ? endedIn(line) : undefined
    const change = ended && changes[ended.change]
    if (change && left.delete(change)) end({ ...ended, change })
    return change !== undefined
  }
  const how = { fail_fast: failFast, tell_results: true, until_input_ends: true }
  const request = { changes, passwords, declared: 0, troubles: [], ...how }
  try {
    await session.askDeclared('change-users', request, { take, until: stopped })
    for (const change of left) end(stop.aborted ? notDone(change, notStarted) : notDone(change))
  } catch (error) {
    for (const change of left) end(asFailure(change, error))
  }
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
