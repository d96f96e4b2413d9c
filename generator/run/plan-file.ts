import { type Change, isChange } from './change.ts'

/** A saved plan: its changes, and the server's accounts that it was made for. It contains no secrets. */
export interface PlanFile {
  host: string
  domain: string
  /** Of the accounts that it changes, as they were: see `fingerprint` in matrix_server/plan_users.py. */
  fingerprint: string
  changes: Change[]
}

/** Parses a plan, or undefined. */
export function parsePlanFile(text: string): PlanFile | undefined {
  try {
    const plan = JSON.parse(text) as (Partial<PlanFile> & { format_version?: number }) | null
    const isPlan =
      plan?.format_version === 1 &&
      typeof plan.host === 'string' &&
      typeof plan.fingerprint === 'string' &&
      Array.isArray(plan.changes) &&
      plan.changes.every(isChange)
    return isPlan ? (plan as PlanFile) : undefined
  } catch {
    return undefined
  }
}
