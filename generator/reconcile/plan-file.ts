import { createHash } from 'node:crypto'
import { changeOrder } from '../operations/changes.ts'
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
  const touched = new Map<string, { emails: boolean }>()
  for (const { username, operation } of changes) touched.set(username, { emails: touched.get(username)?.emails === true || operation === 'add-email' })
  const seen = new Map<string, unknown>()
  for (const { username, admin, locked, deactivated, emails } of observed) {
    const touch = touched.get(username)
    if (touch) seen.set(username, [admin, locked, deactivated, ...(touch.emails ? [...emails].sort() : [])])
  }
  const lines = [...touched.keys()].sort().map((username) => [username, seen.get(username) ?? null])
  return `sha256:${createHash('sha256').update(JSON.stringify(lines)).digest('hex')}`
}

/** The plan in a file's text, or undefined when it is none. */
export function parsePlanFile(text: string): PlanFile | undefined {
  try {
    const plan = JSON.parse(text) as Partial<PlanFile> | null
    const isPlan = plan?.version === 1 && typeof plan.host === 'string' && typeof plan.fingerprint === 'string' && Array.isArray(plan.changes) && plan.changes.every(isChange)
    return isPlan ? (plan as PlanFile) : undefined
  } catch {
    return undefined
  }
}

function isChange(change: Partial<Change> | null): boolean {
  return typeof change?.username === 'string' && changeOrder.some((operation) => operation === change.operation) && (change.operation !== 'add-email' || typeof change.email === 'string')
}
