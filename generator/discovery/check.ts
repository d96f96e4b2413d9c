import { isOutOfReach } from './explain-no-reply.ts'
import type { Problem } from './problem.ts'

/** One check. */
export interface Check {
  name: string
  url: string
  /** The answer, in a few words. */
  found?: string
  problems: Problem[]
}

/** Whether the domain could not be reached at all, so that its files could not be checked. */
export function isUnreachable(checks: Check[]): boolean {
  return checks.find(({ name }) => name === 'client')?.problems.some(isOutOfReach) ?? false
}
