import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { env, execPath, exit } from 'node:process'
import { execa } from 'execa'
import { coverageEnvironment, coverageWords, printCoverage } from './coverage.ts'
import { installDocker, installPackages, releaseDocker } from './lab/docker.ts'
import {
  ansibleVersions,
  installAnsible,
  installDendrite,
  installJust,
  installLinters,
  installSynapse,
} from './lab/install.ts'
import { LabUnavailable } from './lab/lab-unavailable.ts'
import { installPostgres } from './lab/postgres.ts'
import { installRootfs } from './lab/rootfs.ts'
import { stopwatch } from './support/stopwatch.ts'

const openssh = { ssh: 'openssh-client', 'ssh-agent': 'openssh-client' }

/** Each tier of the suite, and what must be there before it runs. */
const tiers = {
  pure: async () => {},
  tools: () =>
    Promise.all([
      installJust(),
      installLinters(),
      installPackages({ ...openssh, openssl: 'openssl' }),
      ...ansibleVersions.map(installAnsible),
    ]),
  live: () =>
    Promise.all([
      installPackages({ openssl: 'openssl' }),
      installJust(),
      installSynapse(),
      installDendrite(),
      installPostgres(),
      ...ansibleVersions.map(installAnsible),
    ]),
  host: async () => {
    await Promise.all([installJust(), installRootfs(), ...ansibleVersions.map(installAnsible)])
    await installPackages(openssh)
    await installDocker()
  },
}

type Tier = keyof typeof tiers

interface Count {
  passed: number
  failed: number
}

/** The part of jest's --json that is read here. */
interface JestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

const say = stopwatch()

/** Runs the tiers that are named, or all, and then measures coverage; other words go on to jest. Ends with "N passed, N failed". */
async function main(words: string[]): Promise<boolean> {
  const isTier = (word: string): word is Tier => word in tiers
  const named = words.filter(isTier)
  const wanted = named.length ? named : (Object.keys(tiers) as Tier[])
  const missing = await prepare(wanted)
  const ready = wanted.filter((tier) => !missing.has(tier))
  const measured = words.length === 0 && missing.size === 0
  const directory = await mkdtemp(join(tmpdir(), 'registrar-test-'))
  try {
    if (measured) await build('--sourcemap=inline')
    const counts = await runTests(
      ready,
      words.filter((word) => !isTier(word)),
      { directory, measured },
    )
    const isCovered = !measured || (await printCoverage(directory))
    return summarize(wanted, counts, { missing, isCovered })
  } finally {
    if (measured) await build()
    await rm(directory, { recursive: true })
    await releaseDocker()
  }
}

async function build(...words: string[]): Promise<void> {
  await execa('npm', ['run', '--silent', 'build', '--', ...words])
}

/** Installs what the tiers need; answers with those that cannot run on this machine, and why. */
async function prepare(wanted: Tier[]): Promise<Map<Tier, string>> {
  const missing = new Map<Tier, string>()
  for (const tier of wanted) {
    try {
      if (tier !== 'pure') say(`Preparing the ${tier} tier`)
      await tiers[tier]()
    } catch (error) {
      if (!(error instanceof LabUnavailable)) throw error
      missing.set(tier, error.message)
    }
  }
  return missing
}

interface Measuring {
  /** Where reports go. */
  directory: string
  measured: boolean
}

/** These look at every process of this machine, so nothing else may run beside them. */
const watching = 'test/host/(cli-passwords|passwords|secrets|set-passwords)'

async function runTests(ready: Tier[], words: string[], measuring: Measuring): Promise<Map<Tier, Count>> {
  say(`Running the tests: ${ready.join(', ')}`)
  if (words.length > 0 || !ready.includes('host')) return countTests([await runJest(ready, words, measuring)])
  const most = await runJest(ready, [`--testPathIgnorePatterns=${watching}`], measuring)
  say('Running those that watch every process, one by one')
  return countTests([most, await runJest(['host'], ['--maxWorkers=1', watching], { ...measuring, measured: false })])
}

async function runJest(ready: Tier[], words: string[], { directory, measured }: Measuring): Promise<JestReport> {
  const report = join(directory, 'report.json')
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...ready,
    '--json',
    `--outputFile=${report}`,
    '--testTimeout=60000',
  ]
  await execa(execPath, [...jest, ...(measured ? coverageWords(directory) : []), ...words], {
    stdin: 'ignore',
    stdout: 'ignore',
    stderr: 'inherit',
    reject: false,
    ...(measured ? { env: coverageEnvironment(directory) } : {}),
  })
  return JSON.parse(await readFile(report, 'utf8')) as JestReport
}

function countTests(reports: JestReport[]): Map<Tier, Count> {
  const counts = new Map<Tier, Count>()
  for (const { name, status, assertionResults } of reports.flatMap(({ testResults }) => testResults)) {
    const tier = tierOf(name)
    const count = counts.get(tier) ?? { passed: 0, failed: 0 }
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    count.passed += assertionResults.filter((test) => test.status === 'passed').length
    count.failed += status === 'failed' ? Math.max(1, failed) : failed
    counts.set(tier, count)
  }
  return counts
}

function tierOf(path: string): Tier {
  const folder = relative(import.meta.dirname, path).split('/')[0]
  if (folder === 'run') return 'tools' // it asks OpenSSH's own tools
  return folder === 'tools' || folder === 'live' || folder === 'host' ? folder : 'pure'
}

/** On a person's machine a tier may be missing; in CI that is a failure, and so is too little coverage anywhere. */
function summarize(
  wanted: Tier[],
  counts: Map<Tier, Count>,
  { missing, isCovered }: { missing: Map<Tier, string>; isCovered: boolean },
): boolean {
  const total = { passed: 0, failed: (env['CI'] === 'true' ? missing.size : 0) + (isCovered ? 0 : 1) }
  console.log()
  for (const tier of wanted) {
    const { passed, failed } = counts.get(tier) ?? { passed: 0, failed: 0 }
    console.log(
      `${tier.padEnd(6)} ${missing.has(tier) ? `skipped: ${missing.get(tier)}` : `${passed} passed, ${failed} failed`}`,
    )
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0
}

exit((await main(process.argv.slice(2))) ? 0 : 1)
