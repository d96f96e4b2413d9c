import { join } from 'node:path'
import { missedFiles } from './summary.ts'
import { root } from './tiers.ts'

const reports = [
  {
    testResults: [
      { name: join(root, 'test/ui/printable.test.ts'), status: '', startTime: 0, endTime: 0, assertionResults: [] },
    ],
  },
]
const files = ['test/ui/printable.test.ts', 'test/live/cli.test.ts']

it.each([
  { name: 'a file that jest did not run', asked: {}, missed: ['test/live/cli.test.ts'] },
  { name: 'no file of a tier that this machine lacks', asked: {}, missing: ['live' as const], missed: [] },
  { name: 'no file when jest got the names of tests', asked: { words: ['-t', 'alice'] }, missed: [] },
])('misses $name', ({ asked, missing = [], missed }) => {
  const selection = { tiers: ['pure' as const, 'live' as const], files, words: [], isWhole: false, ...asked }
  expect(missedFiles(selection, new Map(missing.map((tier) => [tier, 'no Go'])), reports)).toEqual(missed)
})
