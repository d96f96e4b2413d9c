import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { breakages } from '../support/breakages.ts'
import { type CliRun, registrar } from '../support/cli.ts'
import { watchCommandLines } from '../support/command-lines.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { callHostCommand, callHostCommandInBulk, hostCommand, type HostCommandCall } from '../support/host-command.ts'
import { inParallel } from '../support/in-parallel.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { mark } from '../support/hostile-passwords.ts'
import {
  type Account,
  expectExact,
  expectExactInBulk,
  expectUnseen,
  type Registered,
} from '../support/password-bars.ts'
import { csvOf, inBulk, inTurn, isLine } from '../support/passwords.ts'
import { prepareSurfaces } from '../support/surfaces.ts'

jest.setTimeout(1_800_000)

let host: LabHost

beforeAll(async () => {
  host = await startHost()
})

afterAll(async () => {
  await host?.stop()
  removeDirectories()
})

describe.each(['synapse', 'dendrite'] as const)('%s, through the CLI and the host command', (kind) => {
  let root: string
  let sshConfig: string
  let home: string
  let watcher: Awaited<ReturnType<typeof watchCommandLines>>
  const outputs: string[] = []

  beforeAll(async () => {
    ;({ root, sshConfig } = await prepareSurfaces(host, labPlan(host, kind)))
    home = makeDirectory()
  })

  beforeEach(async () => {
    outputs.length = 0
    watcher = await watchCommandLines(host)
  })

  afterAll(() => rm(root, { recursive: true }))

  async function cli(
    words: string[],
    { env = {}, input }: { env?: Record<string, string>; input?: string } = {},
  ): Promise<CliRun> {
    const environment = { HOME: home, TMPDIR: home, NODE_V8_COVERAGE: '', ...env }
    const run = await registrar(['register-user', ...words, '--json', '--ssh-config', sshConfig], {
      cwd: root,
      env: environment,
      ...(input === undefined ? {} : { input }),
    })
    outputs.push(run.stdout, run.stderr)
    return run
  }

  async function onHost(calls: HostCommandCall[]): Promise<string[]> {
    const answers = await callHostCommand(host, calls)
    outputs.push(...answers.flatMap(({ stdout, stderr }) => [stdout, stderr]))
    return answers.map(({ stdout, stderr }) => stdout || stderr)
  }

  async function expectNoTrace(): Promise<void> {
    const commandLines = (await watcher.stop()).filter((argv) => !isTyped(argv))
    await expectUnseen(host, { commandLines, outputs, left: JSON.stringify([readTree(home), readTree(root)]) })
  }

  const exactly = 'gets each password exactly, or it is refused beforehand by a rule; nothing of it is seen or executed'

  it(`through the CLI, ${exactly}`, async () => {
    const one = await inParallel(accounts('cli', inTurn(kind)), 4, async (account, index) => ({
      ...account,
      fate: fatesIn((await giveOne(account, index)).stdout)[0] ?? '',
    }))
    const many = await giveMany(accounts('csv', inBulk(kind, 'cli')))
    await expectExact(one, kind, host)
    await expectExactInBulk(many, kind, host)
    await expectNoTrace()
  })

  it(`through the host command, ${exactly}`, async () => {
    const calls = [
      ...accounts('command', inTurn(kind).filter(isLine)),
      ...accounts('typed', inTurn(kind)).map((account) => ({ ...account, typed: true })),
    ]
    const fates = (await onHost(calls)).flatMap(fatesIn)
    await expectExact(
      calls.map((call, index) => ({ ...call, fate: fates[index] ?? '' })),
      kind,
      host,
    )
    const many = accounts('bulk', inBulk(kind, 'host command'))
    const fatesOfMany = await callHostCommandInBulk(host, many)
    await expectExactInBulk(
      many.map((account, index) => ({ ...account, fate: fatesOfMany[index] ?? '' })),
      kind,
      host,
    )
    await expectNoTrace()
  })

  function giveOne({ username, password }: Account, index: number): Promise<CliRun> {
    return index % 2 && isLine(password)
      ? cli([username, '--password-stdin'], { input: `${password}\n` })
      : cli([username], { env: { MATRIX_PASSWORD: password } })
  }

  /** Half of them in a file, which is the person's own and not left here; half on standard input. */
  async function giveMany(all: Account[]): Promise<Registered[]> {
    const file = join(root, 'people.csv')
    const [some, others] = [0, 1].map((half) => all.filter((_, index) => index % 2 === half)) as [Account[], Account[]]
    await writeFile(file, csvOf(some))
    const runs = [await cli(['--from-csv', file]), await cli(['--from-csv', '-'], { input: csvOf(others) })]
    await rm(file)
    return [some, others].flatMap((batch, run) => {
      const { stdout = '' } = runs[run] ?? {}
      const fates = fatesIn(stdout)
      return batch.map((account, at) => ({ ...account, fate: fates[at] ?? stdout }))
    })
  }

  const broken = breakages(kind)
  type Failure = { name: keyof typeof broken; words?: string[]; fate: string }
  const inTheProgram: Failure[] = [
    { name: 'another shared secret', fate: 'secret_mismatch' },
    { name: 'no shared secret', fate: 'secret_missing' },
  ]
  /** What is found out of its service is the same for both servers. */
  const ofTheService: Failure[] = [
    { name: 'stopped', words: ['--check'], fate: 'cannot_predict' },
    { name: 'not installed', fate: 'not_installed' },
    { name: 'masked', fate: 'service_failed' },
  ]
  const failures = [...inTheProgram, ...(kind === 'synapse' ? ofTheService : [])]

  it('shows no password when it fails', async () => {
    for (const { name, words = [], fate } of failures) {
      const given = `never-shown-${mark}`
      await host.shell(broken[name].before)
      const runs = await Promise.all([
        cli(['unlucky', ...words], { env: { MATRIX_PASSWORD: given } }),
        cli(['unlucky', '--password-stdin', ...words], { input: given }),
        cli(['--from-csv', '-', ...words], {
          input: csvOf(['unlucky', 'hapless'].map((username) => ({ username, password: given }))),
        }),
      ])
      const fates = [
        ...runs.map(({ stdout }) => stdout),
        ...(await onHost([{ username: 'unlucky', password: given, words }])),
      ].flatMap(fatesIn)
      expect({ name, fates }).toEqual({ name, fates: Array.from({ length: 5 }, () => fate) })
      await host.shell(broken[name].after)
      await host.ready()
    }
    await expectNoTrace()
  })
})

function accounts(prefix: string, passwords: string[]): Account[] {
  return passwords.map((password, index) => ({ username: `${prefix}-${index}`, password }))
}

/** How each account of a JSON answer ended; text that is not JSON is its own fate. */
function fatesIn(text: string): string[] {
  if (!/^[[{]/.test(text)) return [text]
  const reported = JSON.parse(text) as Ended | { results: Ended[] }
  const reports = 'results' in reported ? reported.results : [reported]
  return reports.map(({ outcome, class: failure = outcome }) =>
    failure === 'no_password' ? 'password_missing' : failure,
  )
}

interface Ended {
  outcome: string
  class?: string
}

/** The host command, with its password as an argument. */
function isTyped(argv: string[]): boolean {
  return argv.includes(hostCommand) && argv.some((word) => word.startsWith('typed-'))
}
