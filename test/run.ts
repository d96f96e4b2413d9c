import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, execPath, exit } from 'node:process'
import { execa } from 'execa'
import { measure, type Measured, printCoverage } from './coverage.ts'
import { releaseDocker } from './lab/docker.ts'
import { usesKept } from './lab/kept.ts'
import { pythonsHere } from './lab/python.ts'
import { selectChanged } from './runner/changed.ts'
import { idleWatch, linesOfCosts } from './runner/costs.ts'
import { prepare } from './runner/prepare.ts'
import { type JestReport, jestWords, runJest } from './runner/run-jest.ts'
import { type Selection, select } from './runner/selection.ts'
import { countTests, missedFiles } from './runner/summary.ts'
import { isTier, root, type Tier } from './runner/tiers.ts'
import { isExhaustive } from './support/exhaustive.ts'
import { stopwatch } from './support/stopwatch.ts'

/** Where it is kept what each test file cost, slowest first. */
const timesPath = join(root, 'node_modules/.cache/matrix-registrar/times.txt')

const inCI = env['CI'] === 'true'
const say = stopwatch()
const idle = idleWatch()

/** Runs what the words select, and measures coverage when that is everything. Ends with "N passed, N failed". */
async function main(words: string[]): Promise<boolean> {
  const selection = await read(words)
  if (selection.tiers.length === 0)
    return summarize(selection, { reports: [], missing: new Map(), isCovered: true }) || true
  if (words.includes('--watch')) return watch(selection)
  const directory = await mkdtemp(join(tmpdir(), 'registrar-test-'))
  try {
    const { reports, missing } = await run(selection, directory)
    const isCovered = !selection.isWhole || missing.size > 0 || (await printCoverage(directory, measured))
    await tell(linesOfCosts(reports, measuresIn(directory)), words.includes('--times') || inCI)
    return summarize(selection, { reports, missing, isCovered })
  } finally {
    if (selection.isWhole) await build()
    await rm(directory, { recursive: true })
    await releaseDocker()
  }
}

async function read(words: string[]): Promise<Selection> {
  if (!words.includes('--changed')) return select(words)
  const { words: options } = select(words.filter((word) => !isTier(word)))
  const { selection, others } = await selectChanged(words.filter(isTier), options)
  for (const file of selection.files ?? []) console.log(file)
  if (others.length)
    console.log(
      `\nNot run, though the change touches them (npm test -- --changed tools live host):\n  ${others.join('\n  ')}\n`,
    )
  return selection
}

/** Which part of a whole run is measured; all of it takes too long for every change. */
const measured: Measured = isExhaustive ? 'everything' : 'pure tests'

/** The pure tests run while the other tiers are prepared. */
async function run(
  { tiers, files, words, isWhole }: Selection,
  directory: string,
): Promise<{ reports: JestReport[]; missing: Map<Tier, string> }> {
  await mkdir(measuresIn(directory))
  if (isWhole) await build('--sourcemap=inline')
  const test = (some: readonly Tier[], facts: Record<string, string> = {}) => {
    say(`Running the tests: ${some.join(', ')}`)
    const coverage = isWhole ? measure(measured, some, directory) : {}
    const measures = { REGISTRAR_MEASURES: measuresIn(directory), ...(isWhole ? {} : { [usesKept]: '1' }) }
    return runJest({ tiers: some, files, words, env: { ...coverage, ...measures, ...facts }, directory })
  }
  const preparation = prepare(tiers, say)
  preparation.catch(() => {}) // it is thrown where it is waited for
  const pure = tiers.filter((tier) => tier === 'pure')
  const first = pure.length ? [await test(pure)] : []
  const missing = await preparation
  const others = tiers.filter((tier) => tier !== 'pure' && !missing.has(tier))
  return { reports: [...first, ...(others.length ? [await test(others, await pythonsHere())] : [])], missing }
}

const measuresIn = (directory: string) => join(directory, 'measures')

async function build(...words: string[]): Promise<void> {
  await execa('npm', ['run', '--silent', 'build', '--', ...words], { cwd: root })
}

/** jest's own watching, of the pure tests unless others are named. */
async function watch(selection: Selection): Promise<boolean> {
  const watched =
    selection.isWhole || (!selection.words.length && !selection.files)
      ? { ...selection, tiers: ['pure'] as const }
      : selection
  await prepare(watched.tiers, say)
  const words = [...watched.words, '--watch']
  const { exitCode } = await execa(execPath, jestWords({ ...watched, words }), {
    cwd: root,
    stdio: 'inherit',
    reject: false,
  })
  await releaseDocker()
  return exitCode === 0
}

async function tell(costs: string[], isPrinted: boolean): Promise<void> {
  const lines = [...costs, '', `The cores had nothing to do for ${idle() ?? '?'} % of the time.`]
  await mkdir(join(timesPath, '..'), { recursive: true })
  await writeFile(timesPath, `${lines.join('\n')}\n`)
  if (isPrinted) console.log(`\n${lines.join('\n')}`)
}

interface Outcome {
  reports: JestReport[]
  missing: Map<Tier, string>
  isCovered: boolean
}

/** On a person's machine a tier may be missing; in CI that is a failure, and so is too little coverage anywhere. */
function summarize(selection: Selection, { reports, missing, isCovered }: Outcome): boolean {
  const counts = countTests(reports)
  const missed = missedFiles(selection, missing, reports)
  for (const file of missed) console.log(`${file} did not run.`)
  const total = { passed: 0, failed: missed.length + (inCI ? missing.size : 0) + (isCovered ? 0 : 1) }
  console.log()
  for (const tier of selection.tiers) {
    const { passed, failed } = counts.get(tier) ?? { passed: 0, failed: 0 }
    const ended = missing.has(tier) ? `skipped: ${missing.get(tier)}` : `${passed} passed, ${failed} failed`
    console.log(`${tier.padEnd(6)} ${ended}`)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0
}

try {
  exit((await main(argv.slice(2))) ? 0 : 1)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('\n0 passed, 1 failed')
  exit(1)
}
