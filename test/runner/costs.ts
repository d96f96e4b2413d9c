import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Counted } from '../lab/tally.ts'
import type { JestReport } from './run-jest.ts'
import { root } from './tiers.ts'

/** What a test file cost, as measured-environment.mjs notes it. */
interface Cost {
  file: string
  /** CPU seconds of jest's worker, and of its children that ended; neither containers nor forks of Ansible are children. */
  own: number
  children: number
  counts: Partial<Record<string, number>>
}

const counted: Record<Counted, string> = {
  play: 'plays',
  server: 'servers',
  program: 'registrar',
  'host command': 'on-host',
}

const header = ['seconds', 'tests', 'CPU', 'children', ...Object.values(counted), 'file']

/** A line for each test file, slowest first: its seconds and tests, the CPU seconds it took, and what it started. */
export function linesOfCosts(reports: readonly JestReport[], directory: string): string[] {
  const costs = readCosts(directory)
  const rows = reports
    .flatMap(({ testResults }) => testResults)
    .map(({ name, startTime, endTime, assertionResults }) => {
      const { own, children, counts, file } = costs.get(relative(root, name)) ?? nothing(relative(root, name))
      const what = Object.keys(counted).map((key) => counts[key] ?? 0)
      return { file, figures: [(endTime - startTime) / 1000, assertionResults.length, own, children, ...what] }
    })
    .sort((a, b) => (b.figures[0] ?? 0) - (a.figures[0] ?? 0))
  const sums = header
    .slice(0, -1)
    .map((_, column) => rows.reduce((sum, { figures }) => sum + (figures[column] ?? 0), 0))
  return [
    line(header),
    ...[...rows, { file: `${rows.length} files`, figures: sums }].map(({ figures, file }) =>
      line([...figures.map(Math.round), file]),
    ),
  ]
}

const line = (cells: readonly (string | number)[]) =>
  cells.map((cell, column) => (column === header.length - 1 ? ` ${cell}` : `${cell}`.padStart(10))).join('')

const nothing = (file: string): Cost => ({ file, own: 0, children: 0, counts: {} })

function readCosts(directory: string): Map<string, Cost> {
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : []
  return new Map(
    names.map((name) => {
      const path = join(directory, name)
      const cost = JSON.parse(readFileSync(path, 'utf8')) as Omit<Cost, 'counts'>
      return [cost.file, { ...cost, counts: readTally(path.replace(/\.json$/, '')) }]
    }),
  )
}

function readTally(path: string): Cost['counts'] {
  const counts: Cost['counts'] = {}
  for (const what of existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [])
    counts[what] = (counts[what] ?? 0) + 1
  return counts
}

/** Since it was made, the percentage of their time in which the cores had nothing to do; undefined where only Linux would know. */
export function idleWatch(): () => number | undefined {
  const before = readJiffies()
  return () => {
    const after = readJiffies()
    if (!before || !after) return undefined
    return Math.round((100 * (after.idle - before.idle)) / Math.max(1, after.all - before.all))
  }
}

/** The first line of /proc/stat; waiting for a disk counts as having nothing to do. */
function readJiffies(): { idle: number; all: number } | undefined {
  if (!existsSync('/proc/stat')) return undefined
  const jiffies = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1, 9).map(Number)
  return { idle: (jiffies[3] ?? 0) + (jiffies[4] ?? 0), all: jiffies.reduce((sum, each) => sum + each, 0) }
}
