import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { root, type Tier } from './tiers.ts'

/** The part of jest's --json that is read here. */
export interface JestReport {
  testResults: {
    name: string
    status: string
    /** Milliseconds since the epoch. */
    startTime: number
    endTime: number
    assertionResults: { status: string }[]
  }[]
}

interface JestRun {
  tiers: readonly Tier[]
  /** Undefined: all of the tiers. */
  files?: readonly string[] | undefined
  words?: readonly string[]
  env?: Record<string, string>
  /** Where the report goes. */
  directory: string
}

/** Long: a test fails because of what it saw, not because the machine is busy. */
const testTimeout = 300_000

/** Pure tests mostly compute; the others mostly wait for one process or another. */
const workersFor = (tiers: readonly Tier[]) =>
  availableParallelism() * (tiers.every((tier) => tier === 'pure') ? 1.5 : 2)

/** MiB, twice as many as usual: of what tests make little lives long, and each time that it is full, what lives is copied. */
const moreYoung = '--max-semi-space-size=32'

/** The words that run these tests, and nothing else. */
export function jestWords({ tiers, files, words = [] }: Omit<JestRun, 'directory'>): string[] {
  return [
    ...['--no-warnings', moreYoung, 'node_modules/jest/bin/jest.js', '--selectProjects', ...tiers],
    `--testTimeout=${testTimeout}`,
    ...(words.some((word) => /^(--maxWorkers|-w|-i|--runInBand)/.test(word))
      ? []
      : [`--maxWorkers=${workersFor(tiers)}`]),
    ...words,
    ...(files ? ['--runTestsByPath', ...files] : []),
  ]
}

/** Runs the tests and answers with jest's report; a jest that writes none is one failure. */
export async function runJest(run: JestRun): Promise<JestReport> {
  const report = join(run.directory, `report-${run.tiers.join('-')}.json`)
  await execa(execPath, [...jestWords(run), '--json', `--outputFile=${report}`], {
    cwd: root,
    stdin: 'ignore',
    stdout: 'ignore',
    stderr: 'inherit',
    reject: false,
    env: run.env ?? {},
  })
  const text = await readFile(report, 'utf8').catch(() => undefined)
  return text === undefined ? noReport(run.tiers) : (JSON.parse(text) as JestReport)
}

function noReport([tier = 'pure']: readonly Tier[]): JestReport {
  console.error('jest ended without a report.')
  const name = join(root, `test/${tier === 'pure' ? 'commands' : tier}/none`)
  return { testResults: [{ name, status: 'failed', startTime: 0, endTime: 0, assertionResults: [] }] }
}
