import { setTimeout as delay } from 'node:timers/promises'
import { commonAnswers } from '../authorities/answers.ts'
import type { Answers, Authority } from '../authorities/authority.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import type { Failure } from '../operations/failures.ts'
import type { Outcome } from '../operations/operation.ts'
import { type Call, commandOf, readyCall, type Settings } from './call.ts'
import { type Result, resultsIn, userIn } from './read-results.ts'
import type { Facts, UserRecord } from './report.ts'
import { type Become, type CommandAnswer, type Input, runCommand, type TakeLine } from './run-command.ts'
import { connectionLost, endless, noShell } from './ssh-errors.ts'
import type { Transport } from './transport.ts'

export type Meaning = Outcome | Failure | 'ready'

/** What an answer means for one account. */
export interface Ending {
  meaning: Meaning
  facts: Facts
}

export interface Performed {
  /** In the order of the accounts. */
  endings: Ending[]
  /** Whether the service was started on the way. */
  startedService: boolean
}

export interface Host {
  name: string
  transport: Transport
  become: Become
  authority: Authority
  settings: Settings
  service: string
  /** Seconds that a homeserver may take to answer after a start. */
  readyTimeout: number
  /** Changes a command into one that is run under the lock of the accounts. */
  guard?: (argv: string[]) => string[]
  /** Takes lines of the answer as they come. */
  take?: TakeLine
  /** When the program should begin nothing more, if the request says `until_input_ends`. */
  until?: Promise<unknown>
}

export type OnUser = (user: UserRecord) => void

/** Makes the call; if the homeserver does not answer, starts its service if it is stopped, and tries once more. */
export async function perform(call: Call, host: Host): Promise<Performed> {
  const endings = await performOnce(call, host)
  const neverAnswered = ({ meaning, facts }: Ending) => meaning === 'not_ready' && !facts['printed']
  if (!endings.every(neverAnswered)) return { endings, startedService: false }
  const { ending, startedService } = await startService(call, host)
  if (ending?.meaning === 'ready') return { endings: await performOnce(call, host), startedService }
  return { endings: endings.map((before) => ending ?? before), startedService }
}

async function performOnce(call: Call, host: Host): Promise<Ending[]> {
  const { argv, stdin } = commandOf(call, host.settings, host.transport)
  const answer = await ask(host, host.guard?.(argv) ?? argv, { text: stdin, until: host.until }, host.take)
  return readResults(answer, call.count).map(({ signs, facts }) => ({
    meaning: meaningOf(signs, host.authority),
    facts,
  }))
}

/** The program prints each account of a list on a line of its own. */
export function takeUsers(onUser: OnUser): TakeLine {
  return (line) => {
    const user = line.startsWith('{"user_id":') ? userIn(line) : undefined
    if (user) onUser(user)
    return user !== undefined
  }
}

/** The meaning of the first sign that the authority has in its table. */
export function meaningOf(signs: string[], authority: Authority): Meaning {
  const answers = answersOf(authority)
  const sign = signs.find((each) => Object.hasOwn(answers, each))
  return (sign === undefined ? undefined : answers[sign]) ?? 'server_error'
}

/** The meaning of each sign there. */
export function answersOf({ answers }: Authority): Answers {
  return { ...commonAnswers, ...answers }
}

/** The answer of the command, or of sudo; throws an AppError if neither was reached. */
export async function ask(
  { name, transport, become }: Pick<Host, 'name' | 'transport' | 'become'>,
  argv: string[],
  input: Input = {},
  take?: TakeLine,
): Promise<CommandAnswer> {
  const answer = await runCommand(transport, argv, input, become, take)
  if (answer.exceeded !== undefined) throw endless(name, answer.exceeded)
  if (answer.exitCode === undefined) throw connectionLost(name, { began: answer.reached === 'command' })
  if (answer.reached === 'shell') throw noShell(name, inOneLine(answer.stderr) || `it ended with ${answer.exitCode}`)
  return answer
}

export function readResults(answer: CommandAnswer, count: number): Result[] {
  const results = resultsIn(answer.stdout) ?? []
  return results.length === count ? results : Array.from({ length: count }, () => results[0] ?? noAnswer(answer))
}

function noAnswer({ reached, exitCode, stderr }: CommandAnswer): Result {
  if (reached === 'sudo') return { signs: [troubles.refused], facts: { detail: inOneLine(lastParagraph(stderr)) } }
  const detail = stderr.trim().split('\n').at(-1) || `it ended with ${exitCode}`
  return { signs: [exitSigns[exitCode ?? -1] ?? troubles.otherwise], facts: { detail } }
}

/** Skips the lecture that sudo prints for new users. */
function lastParagraph(text: string): string {
  return text.split(/\n\s*\n/).at(-1) ?? ''
}

function inOneLine(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .join(' ')
    .replace(/\.$/, '')
}

/** Starts the service if it is stopped, and waits until it answers. No ending: its state is unknown. startedService: it was started, or would be. */
async function startService({ check }: Call, host: Host): Promise<{ ending?: Ending; startedService: boolean }> {
  const { service } = host
  const end = (meaning: Meaning, detail = '', startedService = false) => ({
    ending: { meaning, facts: { detail } },
    startedService,
  })
  const { stdout: unit } = await ask(host, ['systemctl', 'show', '--property=LoadState,ActiveState', '--', service])
  if (unit.includes('LoadState=not-found')) return end('not_installed')
  if (!unit.includes('ActiveState=')) return { startedService: false }
  const stopped = /ActiveState=(inactive|failed)/.test(unit)
  if (stopped && check) return end('cannot_predict', `${service} is stopped and would be started first`, true)
  if (stopped) {
    const start = await ask(host, ['systemctl', 'start', '--', service])
    if (start.exitCode !== 0) return end('service_failed', `Unable to start service ${service}: ${start.stderr}`)
  }
  return { ending: await waitUntilReady(host), startedService: stopped }
}

async function waitUntilReady(host: Host): Promise<Ending> {
  const deadline = Date.now() + host.readyTimeout * 1000
  for (;;) {
    const [ending] = await performOnce(readyCall(host.authority), host)
    if (!ending || ending.meaning === 'ready' || Date.now() > deadline)
      return ending ?? { meaning: 'not_ready', facts: {} }
    await delay(1000)
  }
}
