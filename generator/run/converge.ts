import { AppError } from '../errors/app-error.ts'
import { operations } from '../operations/index.ts'
import { defaultsOf, isChange, type Outcome } from '../operations/operation.ts'
import type { Change } from '../reconcile/reconcile.ts'
import type { Secret } from '../secrets/secret.ts'
import type { AskedAccount, Session, Work } from './operate.ts'

/** How a change ended. */
export interface Result {
  change: Change
  /** unchanged: it was so already. not_done: something before it failed, or nobody waited for it. */
  outcome: 'done' | 'unchanged' | 'failed' | 'not_done'
  message: string
  hint?: string
}

export interface Wishes {
  session: Session
  /** Read as late as possible; throws an AppError where there is none. */
  passwordOf: (username: string) => Promise<Secret>
  /** Nothing more is begun after a failure. */
  failFast: boolean
  /** Whether a person broke off. */
  isStopped: () => boolean
  /** Told after each batch. */
  tell: (results: Result[]) => void
}

/** Accounts of one call: so many are what a person waits for after Ctrl-C, and what one call's loss leaves unknown. */
const batchSize = 200

/** Does the changes in their order, those of a kind together; an account's later ones only if its earlier ones went well. */
export async function converge(changes: Change[], wishes: Wishes): Promise<Result[]> {
  const failed = new Set<string>()
  const all: Result[] = []
  for (const batch of batchesOf(changes)) {
    const isOver = wishes.isStopped() || (wishes.failFast && failed.size > 0)
    const ready = isOver ? [] : batch.filter(({ username }) => !failed.has(username))
    const left = batch.filter((change) => !ready.includes(change)).map((change) => notDone(change, isOver))
    const results = [...(ready.length > 0 ? await doBatch(ready, wishes) : []), ...left]
    for (const { outcome, change } of results) if (outcome === 'failed') failed.add(change.username)
    wishes.tell(results)
    all.push(...results)
  }
  return all
}

/** Changes of one kind, of different accounts: they are done at the same time. */
function batchesOf(changes: Change[]): Change[][] {
  const groups = new Map<string, Change[]>()
  const times = new Map<string, number>()
  for (const change of changes) {
    const time = (times.get(`${change.operation} ${change.username}`) ?? 0) + 1
    times.set(`${change.operation} ${change.username}`, time)
    const group = groups.get(`${change.operation} ${time}`)
    if (group) group.push(change)
    else groups.set(`${change.operation} ${time}`, [change])
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / batchSize) }, (_, index) =>
      group.slice(index * batchSize, (index + 1) * batchSize),
    ),
  )
}

function notDone(change: Change, isOver: boolean): Result {
  return {
    change,
    outcome: 'not_done',
    message: isOver ? 'It was not begun.' : 'It was not begun, since something before it failed.',
  }
}

async function doBatch(batch: Change[], { session, passwordOf }: Wishes): Promise<Result[]> {
  const operation = operationOf(batch[0]?.operation)
  const asked = await Promise.all(
    batch.map(async (change) => ({
      change,
      account: await accountOf(change, operation, passwordOf).catch((error: unknown) => asFailure(change, error)),
    })),
  )
  const failures = asked.flatMap(({ account }) => ('outcome' in account ? [account as Result] : []))
  const ready = asked.filter((each): each is { change: Change; account: AskedAccount } => !('outcome' in each.account))
  if (ready.length === 0) return failures
  const reports = await session
    .operate({ operation, accounts: ready.map(({ account }) => account), check: false })
    .catch((error: unknown) => ready.map(({ change }) => asFailure(change, error)))
  const results = reports.map(({ outcome, message, hint }, index): Result => {
    const { change } = ready[index] as (typeof ready)[number] // a report for each
    if (outcome === 'failed' || outcome === 'refused')
      return { change, outcome: 'failed', message, ...(hint ? { hint } : {}) }
    return { change, outcome: isChange(operation, outcome as Outcome) ? 'done' : 'unchanged', message }
  })
  return [...results, ...failures]
}

export function operationOf(name: string | undefined): Work['operation'] {
  const found = operations.find((operation) => operation.name === name)
  if (!found) throw new AppError('usage', `There is no operation ${name ?? ''}.`, { hint: 'Make the plan again.' })
  return found
}

async function accountOf(
  { operation: name, username, admin, email, display_name: displayName, kind }: Change,
  operation: Work['operation'],
  passwordOf: Wishes['passwordOf'],
): Promise<AskedAccount> {
  return {
    ...defaultsOf(operation),
    username,
    ...(admin ? { admin: 'yes' } : {}),
    ...(email === undefined ? {} : { email }),
    ...(displayName === undefined ? {} : { display_name: displayName }),
    ...(kind === undefined ? {} : { kind }),
    ...(name === 'set-password' ? { if_different: 'yes' } : {}),
    ...(name === 'deactivate-user' ? { yes: 'yes' } : {}),
    ...(name === 'register-user' || name === 'set-password' ? { password: await passwordOf(username) } : {}),
  }
}

/** What a person can mend is told of its account; a bug is none of those. */
function asFailure(change: Change, error: unknown): Result {
  if (!(error instanceof AppError)) throw error
  return { change, outcome: 'failed', message: error.message, hint: error.hint }
}
