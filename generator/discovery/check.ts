import type { Problem } from './problem.ts'

/** One thing that was looked at. */
export interface Check {
  name: string
  url: string
  /** What it said, in a few words. */
  found?: string
  problems: Problem[]
}
