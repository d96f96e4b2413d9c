import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { idleWatch, linesOfCosts } from './costs.ts'
import { root } from './tiers.ts'

afterAll(removeDirectories)

const result = (file: string, seconds: number, tests: number) => ({
  name: join(root, file),
  status: 'passed',
  startTime: 0,
  endTime: seconds * 1000,
  assertionResults: Array.from({ length: tests }, () => ({ status: 'passed' })),
})

it('reports what each file cost, slowest first, and all of them together', () => {
  const measures = makeDirectory({
    'test+live+a.test.ts.json': JSON.stringify({ file: 'test/live/a.test.ts', own: 2, children: 30 }),
    'test+live+a.test.ts': 'play\nserver\nplay\nprogram\nhost command\n',
    'test+ui+b.test.ts.json': JSON.stringify({ file: 'test/ui/b.test.ts', own: 1.2, children: 0 }),
  })
  const testResults = [result('test/ui/b.test.ts', 3, 7), result('test/live/a.test.ts', 61.4, 5)]
  expect(linesOfCosts([{ testResults }], measures).map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    'seconds tests CPU children plays servers registrar on-host file',
    '61 5 2 30 2 1 1 1 test/live/a.test.ts',
    '3 7 1 0 0 0 0 0 test/ui/b.test.ts',
    '64 12 3 30 2 1 1 1 2 files',
  ])
})

it('knows how much of the time the cores had nothing to do', () => {
  const idle = idleWatch()()
  if (process.platform === 'linux') expect(idle).toBeGreaterThanOrEqual(0)
  expect(idle ?? 0).toBeLessThanOrEqual(100)
})
