import { relative } from 'node:path'
import type { JestReport } from './run-jest.ts'
import type { Selection } from './selection.ts'
import { root, testFiles, type Tier, tierOf } from './tiers.ts'

interface Count {
  passed: number
  failed: number
}

/** The test files that were to run and did not; which ones a word for jest leaves out, nobody knows. */
export function missedFiles(
  { tiers, files, words }: Selection,
  missing: ReadonlyMap<Tier, string>,
  reports: readonly JestReport[],
): string[] {
  if (words.length > 0) return []
  const ran = new Set(reports.flatMap(({ testResults }) => testResults).map(({ name }) => relative(root, name)))
  return (files ?? testFiles()).filter((file) => {
    const tier = tierOf(file)
    return tiers.includes(tier) && !missing.has(tier) && !ran.has(file)
  })
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
