import { isOutOfReach } from './explain-no-reply.ts'
import type { Problem } from './problem.ts'

/** One thing that was looked at. */
export interface Check {
  name: string
  url: string
  /** What it said, in a few words. */
  found?: string
  problems: Problem[]
}

/** Whether the domain itself could not be reached at all, so that nothing can be said about its files. */
export function isUnreachable(checks: Check[]): boolean {
  return checks.find(({ name }) => name === 'client')?.problems.some(isOutOfReach) ?? false
}
