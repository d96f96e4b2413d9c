import type { ExitCode } from '../errors/app-error.ts'
import type { Applied } from '../run/apply.ts'
import type { Report } from '../run/report.ts'

/** Of one operation on some accounts: one that failed counts more than one that was refused, and both more than those that did not. */
export function exitCodeOfReports(
  reports: Pick<Report, 'outcome'>[],
  { failIfExists = false }: { failIfExists?: boolean } = {},
): ExitCode {
  const has = (outcome: Report['outcome']) => reports.some((each) => each.outcome === outcome)
  if (has('failed')) return 3
  if (has('refused')) return 2
  return failIfExists && has('exists') ? 1 : 0
}

/** Of a list of changes: whether everything is now as it is declared. */
export function exitCodeOfResults(results: Pick<Applied, 'outcome'>[], problems: unknown[]): ExitCode {
  return problems.length > 0 || results.some(({ outcome }) => outcome === 'failed' || outcome === 'not_done') ? 3 : 0
}
