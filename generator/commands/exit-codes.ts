import type { ExitCode } from '../errors/app-error.ts'
import type { Applied } from '../run/apply.ts'
import type { Report } from '../run/result.ts'

/** For one operation on several accounts: a failure counts more than a refusal, and both more than a success. */
export function exitCodeOfReports(
  reports: Pick<Report, 'outcome'>[],
  { failIfExists = false }: { failIfExists?: boolean } = {},
): ExitCode {
  const has = (outcome: Report['outcome']) => reports.some((each) => each.outcome === outcome)
  if (has('failed')) return 3
  if (has('refused')) return 2
  return failIfExists && has('exists') ? 1 : 0
}

/** For a list of changes: whether everything now matches. */
export function exitCodeOfResults(results: Pick<Applied, 'outcome'>[], problems: unknown[]): ExitCode {
  return problems.length > 0 || results.some(({ outcome }) => outcome === 'failed' || outcome === 'not_done') ? 3 : 0
}
