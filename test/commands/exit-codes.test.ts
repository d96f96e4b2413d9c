import { exitCodeOfReports, exitCodeOfResults } from '../../generator/commands/exit-codes.ts'
import type { Applied } from '../../generator/run/apply.ts'
import type { Report } from '../../generator/run/result.ts'

const operations: [Report['outcome'][], { failIfExists?: boolean }, number][] = [
  [[], {}, 0],
  [['created'], {}, 0],
  [['created', 'failed', 'created'], {}, 3],
  [['failed', 'created'], {}, 3],
  [['created', 'refused'], {}, 2],
  [['refused', 'failed'], {}, 3],
  [['created', 'exists'], {}, 0],
  [['created', 'exists'], { failIfExists: true }, 1],
  [['exists', 'refused'], { failIfExists: true }, 2],
  [['created'], { failIfExists: true }, 0],
]

it.each(operations)('an operation whose accounts ended as %j, with %j, exits with %d', (outcomes, options, code) => {
  expect(
    exitCodeOfReports(
      outcomes.map((outcome) => ({ outcome })),
      options,
    ),
  ).toBe(code)
})

const changes: [Applied['outcome'][], unknown[], number][] = [
  [[], [], 0],
  [['done', 'unchanged'], [], 0],
  [['done', 'failed', 'done'], [], 3],
  [['failed', 'done'], [], 3],
  [['done', 'not_done'], [], 3],
  [['done'], ['a problem'], 3],
  [[], ['a problem'], 3],
]

it.each(changes)('apply whose changes ended as %j, with the problems %j, exits with %d', (outcomes, problems, code) => {
  expect(
    exitCodeOfResults(
      outcomes.map((outcome) => ({ outcome })),
      problems,
    ),
  ).toBe(code)
})
