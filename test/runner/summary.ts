import { relative } from 'node:path'
import type { JestReport } from './run-jest.ts'
import { root, type Tier, tierOf } from './tiers.ts'

export interface Count {
  passed: number
  failed: number
}

/** The tests of each tier; a file that does not even load is one failure. */
export function countTests(reports: readonly JestReport[]): Map<Tier, Count> {
  const counts = new Map<Tier, Count>()
  for (const { name, status, assertionResults } of reports.flatMap(({ testResults }) => testResults)) {
    const tier = tierOf(relative(root, name))
    const count = counts.get(tier) ?? { passed: 0, failed: 0 }
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    count.passed += assertionResults.filter((test) => test.status === 'passed').length
    count.failed += status === 'failed' ? Math.max(1, failed) : failed
    counts.set(tier, count)
  }
  return counts
}

/** The seconds of each test file, slowest first. */
export function tellTimes(reports: readonly JestReport[]): string[] {
  return reports
    .flatMap(({ testResults }) => testResults)
    .map(({ name, startTime, endTime, assertionResults }) => ({
      file: relative(root, name),
      seconds: (endTime - startTime) / 1000,
      tests: assertionResults.length,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .map(
      ({ file, seconds, tests }) => `${seconds.toFixed(1).padStart(7)} s ${String(tests).padStart(4)} tests  ${file}`,
    )
}
