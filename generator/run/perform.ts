import { setTimeout as delay } from 'node:timers/promises'
import type { Authority, Step } from '../authorities/authority.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import type { Failure } from '../operations/failures.ts'
import type { Outcome } from '../operations/operation.ts'
import { type Context, resolveArgv, resolveRequest, revealed } from './resolve-step.ts'
import { type Become, type CommandAnswer, runCommand } from './run-command.ts'
import type { Facts } from './report.ts'
import type { Transport } from './transport.ts'

export type Meaning = Outcome | Failure | 'ready'

/** What a step's answer means for one account. */
export interface Ending {
  meaning: Meaning
  facts: Facts
}

export interface Performed {
  /** In the order of the accounts. */
  endings: Ending[]
  /** Whether the service was started on the way. */
  mended: boolean
}

export interface Host {
  transport: Transport
  become: Become
  authority: Authority
  service: string
  /** Seconds that a homeserver may take to answer after a start. */
  readyTimeout: number
}

/** Does the steps; when the homeserver does not answer, looks closer, starts its service and tries once more. */
export async function perform(steps: Step[], context: Context, host: Host): Promise<Performed> {
  const endings = await performSteps(steps, context, host)
  if (!endings.every(({ meaning }) => meaning === 'not_ready')) return { endings, mended: false }
  const { ending, mended } = await mend(context, host)
  if (ending?.meaning === 'ready') return { endings: await performSteps(steps, context, host), mended }
  return { endings: endings.map((before) => ending ?? before), mended }
}

async function performSteps(steps: Step[], context: Context, host: Host): Promise<Ending[]> {
  let endings: Ending[] = []
  for (const step of steps) endings = await performStep(step, context, host)
  return endings
}

async function performStep(step: Step, context: Context, { transport, become }: Host): Promise<Ending[]> {
  const answer = await runCommand(transport, resolveArgv(step.argv, context.settings), revealed(resolveRequest(step, context)), become)
  return readResults(answer, Math.max(1, context.accounts.length)).map(({ signs, facts }) => ({
    meaning: signs.map((sign) => step.answers[sign]).find((meaning) => meaning !== undefined) ?? step.otherwise,
    facts,
  }))
}

interface Result {
  signs: string[]
  facts: Facts
}

function readResults(answer: CommandAnswer, count: number): Result[] {
  if (answer.stdout.startsWith('{"results"')) {
    try {
      const { results } = JSON.parse(answer.stdout) as { results: Result[] }
      return results.length === count ? results : Array.from({ length: count }, () => results[0] ?? noAnswer(answer))
    } catch {
      // cut off in the middle: no answer either
    }
  }
  return Array.from({ length: count }, () => noAnswer(answer))
}

function noAnswer({ began, exitCode, stderr }: CommandAnswer): Result {
  if (exitCode === undefined) return { signs: [troubles.lost], facts: { detail: 'the connection was lost' } }
  if (!began) return { signs: [troubles.refused], facts: { detail: stderr } }
  return { signs: [exitSigns[exitCode] ?? troubles.otherwise], facts: { detail: stderr.split('\n').at(-1) ?? '' } }
}

/** Is the service there, does it run, and does it answer once it was started? No ending: nothing was found out. Mended: it was started, or would be. */
async function mend(context: Context, host: Host): Promise<{ ending?: Ending; mended: boolean }> {
  const { transport, become, service } = host
  const ask = (argv: string[]) => runCommand(transport, argv, '', become)
  const end = (meaning: Meaning, detail = '', mended = false) => ({ ending: { meaning, facts: { detail } }, mended })
  const { stdout: unit } = await ask(['systemctl', 'show', '--property=LoadState,ActiveState', '--', service])
  if (unit.includes('LoadState=not-found')) return end('not_installed')
  if (!unit.includes('ActiveState=')) return { mended: false }
  const stopped = /ActiveState=(inactive|failed)/.test(unit)
  if (stopped && context.check) return end('cannot_predict', `${service} is stopped and would be started first`, true)
  if (stopped) {
    const start = await ask(['systemctl', 'start', '--', service])
    if (start.exitCode !== 0) return end('service_failed', `Unable to start service ${service}: ${start.stderr}`)
  }
  return { ending: await waitUntilReady(context, host), mended: stopped }
}

async function waitUntilReady(context: Context, host: Host): Promise<Ending> {
  const deadline = Date.now() + host.readyTimeout * 1000
  for (;;) {
    const [ending] = await performStep(host.authority.ready, { ...context, accounts: [] }, host)
    if (!ending || ending.meaning === 'ready' || Date.now() > deadline) return ending ?? { meaning: 'not_ready', facts: {} }
    await delay(1000)
  }
}
