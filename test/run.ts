import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { env, execPath, exit } from 'node:process'
import { execa } from 'execa'
import { installDocker, installPackages, releaseDocker } from './lab/docker.ts'
import { type AnsibleVersion, installAnsible, installDendrite, installJust, installLinters, installSynapse } from './lab/install.ts'
import { LabUnavailable } from './lab/lab-unavailable.ts'
import { installRootfs } from './lab/rootfs.ts'
import { stopwatch } from './support/stopwatch.ts'

const ansibles: AnsibleVersion[] = ['2.16', '2.18', '2.19', 'newest']

/** Each tier of the suite, and what must be there before it runs. */
const tiers = {
  pure: async () => {},
  tools: () => Promise.all([installJust(), installLinters(), ...ansibles.map(installAnsible)]),
  live: () => Promise.all([installJust(), installSynapse(), installDendrite(), ...ansibles.map(installAnsible)]),
  host: async () => {
    await Promise.all([installJust(), installRootfs(), ...ansibles.map(installAnsible)])
    await installPackages({ ssh: 'openssh-client', 'ssh-agent': 'openssh-client' })
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

/** Runs the tiers that are named, or all; other words go on to jest. Ends with "N passed, N failed". */
async function main(words: string[]): Promise<boolean> {
  const isTier = (word: string): word is Tier => word in tiers
  const named = words.filter(isTier)
  const wanted = named.length ? named : (Object.keys(tiers) as Tier[])
  const missing = await prepare(wanted)
  const ready = wanted.filter((tier) => !missing.has(tier))
  const counts = await runJest(ready, words.filter((word) => !isTier(word)))
  await releaseDocker()
  return summarize(wanted, counts, missing)
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

async function runJest(ready: Tier[], words: string[]): Promise<Map<Tier, Count>> {
  const directory = await mkdtemp(join(tmpdir(), 'registrar-test-'))
  const report = join(directory, 'report.json')
  try {
    say(`Running the tests: ${ready.join(', ')}`)
    await execa(execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', ...ready, '--json', `--outputFile=${report}`, ...words], {
      stdin: 'ignore',
      stdout: 'ignore',
      stderr: 'inherit',
      reject: false,
    })
    return countTests(JSON.parse(await readFile(report, 'utf8')) as JestReport)
  } finally {
    await rm(directory, { recursive: true })
  }
}

function countTests({ testResults }: JestReport): Map<Tier, Count> {
  const counts = new Map<Tier, Count>()
  for (const { name, status, assertionResults } of testResults) {
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
  return folder === 'tools' || folder === 'live' || folder === 'host' ? folder : 'pure'
}

/** On a person's machine a tier may be missing; in CI that is a failure. */
function summarize(wanted: Tier[], counts: Map<Tier, Count>, missing: Map<Tier, string>): boolean {
  const total = { passed: 0, failed: env['CI'] === 'true' ? missing.size : 0 }
  console.log()
  for (const tier of wanted) {
    const { passed, failed } = counts.get(tier) ?? { passed: 0, failed: 0 }
    console.log(`${tier.padEnd(6)} ${missing.has(tier) ? `skipped: ${missing.get(tier)}` : `${passed} passed, ${failed} failed`}`)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0
}

exit((await main(process.argv.slice(2))) ? 0 : 1)
