import { createHash } from 'node:crypto'
import { type ChangeName, changeOrder } from '../operations/changes.ts'
import type { Change, ObservedUser } from './reconcile.ts'

/** A plan as it is kept: what would be done, and of which server it was true. It holds no secrets. */
export interface PlanFile {
  version: 1
  host: string
  domain: string
  /** Of the observed accounts that it changes. */
  fingerprint: string
  changes: Change[]
}

/** The same as long as nobody else changes the accounts that these changes touch. */
export function fingerprintOf(changes: Change[], observed: Iterable<ObservedUser>): string {
  const touched = new Map<string, Set<ChangeName>>()
  for (const { username, operation } of changes)
    touched.set(username, (touched.get(username) ?? new Set()).add(operation))
  const seen = new Map<string, unknown>()
  for (const user of observed) {
    const operations = touched.get(user.username)
    if (operations) seen.set(user.username, factsFor(operations, user))
  }
  const lines = [...touched.keys()].sort().map((username) => [username, seen.get(username) ?? null])
  return `sha256:${createHash('sha256').update(JSON.stringify(lines)).digest('hex')}`
}

/** The lists of some servers tell less than others; what is asked for beside them counts only where it was asked for. */
function factsFor(
  operations: Set<ChangeName>,
  { admin, locked, deactivated, emails, display_name: name, kind }: ObservedUser,
): unknown[] {
  return [
    admin,
    locked,
    deactivated,
    ...(operations.has('add-email') ? [...emails].sort() : []),
    ...(operations.has('set-display-name') ? [name] : []),
    ...(operations.has('set-kind') ? [kind] : []),
  ]
}

/** The plan in a file's text, or undefined when it is none. */
export function parsePlanFile(text: string): PlanFile | undefined {
  try {
    const plan = JSON.parse(text) as Partial<PlanFile> | null
    const isPlan =
      plan?.version === 1 &&
      typeof plan.host === 'string' &&
      typeof plan.fingerprint === 'string' &&
      Array.isArray(plan.changes) &&
      plan.changes.every(isChange)
    return isPlan ? (plan as PlanFile) : undefined
  } catch {
    return undefined
  }
}

function isChange(change: Partial<Change> | null): boolean {
  const needs: Partial<Record<ChangeName, keyof Change>> = {
    'add-email': 'email',
    'set-display-name': 'display_name',
    'set-kind': 'kind',
  }
  if (typeof change?.username !== 'string' || !change.operation || !changeOrder.includes(change.operation)) return false
  const need = needs[change.operation]
  return need === undefined || typeof change[need] === 'string'
}
