import { setTimeout as delay } from 'node:timers/promises'
import { meaningOf } from '../authorities/answers.ts'
import type { Authority } from '../authorities/authority.ts'
import { type ServiceState, serviceStates } from '../authorities/service-states.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import { type Failure, failures } from '../operations/failures.ts'
import { readRoleFile } from '../render/role-files.ts'
import { type Call, commandOf, readyCall, type Settings } from './call.ts'
import { resultsIn, userIn } from './read-results.ts'
import { type Facts, failed, fillFacts, type Result, type UserRecord } from './result.ts'
import type { HostFacts } from './reporting.ts'
import { type Become, type CommandAnswer, type Input, runCommand, type TakeLine } from './run-command.ts'
import { connectionLost, endless, noShell } from './ssh-errors.ts'
import type { Transport } from './transport.ts'

export interface Performed {
  /** In the order of the accounts. */
  results: Result[]
  /** Whether the service was started on the way. */
  startedService: boolean
}

export interface Host {
  name: string
  transport: Transport
  become: Become
  authority: Authority
  settings: Settings
  facts: HostFacts
  /** Seconds that a homeserver may take to answer after a start. */
  readyTimeout: number
  /** Changes a command into one that is run under the lock of the accounts. */
  guard?: (argv: string[]) => string[]
  /** Takes lines of the answer as they come. */
  take?: TakeLine
  /** The rest of the request, if that says `rest_follows`. */
  rest?: Promise<string>
  /** When the program should begin nothing more, if the request says `until_input_ends`. */
  until?: Promise<unknown>
}

export type OnUser = (user: UserRecord) => void

/** Makes the call; if the homeserver does not answer, starts its service if it is stopped, and tries once more. */
export async function perform(call: Call, host: Host): Promise<Performed> {
  const results = await performOnce(call, host)
  const neverAnswered = ({ class: code, facts }: Result) => code === 'not_ready' && !facts['printed']
  const state = results.every(neverAnswered) ? await startService(call, host) : undefined
  if (!state) return { results, startedService: false }
  return { results: await resultsAfter(state, call, host), startedService: state.started }
}

async function performOnce(call: Call, host: Host): Promise<Result[]> {
  const { argv, stdin } = commandOf(call, host)
  const answer = await ask(
    host,
    host.guard?.(argv) ?? argv,
    { text: stdin, rest: host.rest, until: host.until },
    host.take,
  )
  return readResults(answer, call.users, host)
}

/** The program prints each account of a list on a line of its own. */
export function takeUsers(onUser: OnUser): TakeLine {
  return (line) => {
    const user = line.startsWith('{"user_id":') ? userIn(line) : undefined
    if (user) onUser(user)
    return user !== undefined
  }
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

/** A result for each of the users. */
export function readResults(answer: CommandAnswer, users: string[], host: Pick<Host, 'authority' | 'facts'>): Result[] {
  const results = resultsIn(answer.stdout) ?? []
  return results.length === users.length ? results : users.map((user) => results[0] ?? noAnswer(answer, user, host))
}

function noAnswer(
  { reached, exitCode, stderr }: CommandAnswer,
  user: string,
  host: Pick<Host, 'authority' | 'facts'>,
): Result {
  const because = (sign: string, detail: string) => {
    const meaning = meaningOf([sign], host.authority)
    return failure(meaning in failures ? (meaning as Failure) : 'server_error', host, { user_id: user, detail })
  }
  if (reached === 'sudo') return because(troubles.refused, inOneLine(lastParagraph(stderr)))
  const detail = stderr.trim().split('\n').at(-1) || `it ended with ${exitCode}`
  return because(exitSigns[exitCode ?? -1] ?? troubles.otherwise, detail)
}

/** A failure that the program next to the server did not report. */
function failure(name: Failure, { facts }: Pick<Host, 'facts'>, more: Facts): Result {
  return { signs: [], facts: more, ...failed(name, { ...facts, ...more }) }
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

/** Starts the service if it is stopped; undefined: its state is unknown. */
async function startService({ check }: Call, host: Host): Promise<ServiceState | undefined> {
  const { service } = host.facts
  const argv = ['/bin/sh', '-s', '--', service, ...(check ? ['check'] : [])]
  const { stdout, stderr } = await ask(host, argv, { text: readRoleFile('files/start_service.sh') })
  const state = Object.entries(serviceStates).find(([sign]) => stdout.includes(sign))?.[1]
  return state && { ...state, detail: fillFacts(state.detail ?? '', { service, error: stderr }) }
}

/** With its service in this state. */
async function resultsAfter({ failure: name, detail }: ServiceState, call: Call, host: Host): Promise<Result[]> {
  if (name) return call.users.map((user) => failure(name, host, { user_id: user, detail }))
  const ready = await waitUntilReady(host)
  return ready.outcome === 'ready' ? performOnce(call, host) : call.users.map(() => ready)
}

async function waitUntilReady(host: Host): Promise<Result> {
  const deadline = Date.now() + host.readyTimeout * 1000
  for (;;) {
    const [result] = await performOnce(readyCall(host.authority), host)
    if (!result || result.outcome === 'ready' || Date.now() > deadline) return result ?? failure('not_ready', host, {})
    await delay(1000)
  }
}
