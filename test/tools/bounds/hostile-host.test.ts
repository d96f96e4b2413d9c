import { jest } from '@jest/globals'
import type { Authority } from '../../../generator/authorities/authority.ts'
import { authorities } from '../../../generator/authorities/index.ts'
import { csvOfFound, tableOfFound } from '../../../generator/commands/found.ts'
import { formats, UserList } from '../../../generator/commands/user-list.ts'
import { userTable } from '../../../generator/commands/user-table.ts'
import { AppError } from '../../../generator/errors/app-error.ts'
import { operations } from '../../../generator/operations/index.ts'
import type { Operation } from '../../../generator/operations/operation.ts'
import type { HostPlan } from '../../../generator/plan/host-plan.ts'
import { operationCall } from '../../../generator/run/call.ts'
import { type Host, perform, takeUsers } from '../../../generator/run/host.ts'
import { reportOf } from '../../../generator/run/result.ts'
import { hostFacts } from '../../../generator/run/reporting.ts'
import { runCommand } from '../../../generator/run/run-command.ts'
import { startMark } from '../../../generator/run/command-line.ts'
import type { Transport } from '../../../generator/run/transport.ts'
import { printableLines } from '../../../generator/ui/printable.ts'
import { localPlan } from '../../support/plans.ts'

jest.setTimeout(120_000)

/** Always the same numbers for a seed, from 0 to below 1. */
function numbers(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

const user = {
  user_id: '@john:example.org',
  username: 'john',
  display_name: 'John',
  admin: false,
  locked: false,
  suspended: false,
  deactivated: false,
  erased: false,
  kind: '',
  emails: ['john@example.org'],
  created: '2026-01-01T00:00:00Z',
}
const token = { token: 't', uses: 1, uses_allowed: null, pending: 0, expires: null, valid: true }
const changed = {
  outcome: 'changed',
  changed: true,
  message: 'It was done.',
  next: ['More.'],
  text: 'Hello',
  token: 't',
}
const failed = { outcome: 'failed', class: 'not_ready', changed: false, message: 'No.', hint: 'Look.', next: [] }
const found = { outcome: 'found', changed: false, message: 'What there is.', next: [] }
const users = { users: [user, user], told: 2, acting_admin: '@boss:example.org' }
const genuine = [
  { results: [{ username: 'john', signs: ['done/changed'], facts: { sessions: 2 }, ...changed }] },
  { results: [{ username: 'john', signs: ['register/400', 'register'], facts: { detail: 'x' }, ...failed }] },
  { results: [{ username: null, signs: ['found'], facts: { user }, ...found }] },
  { results: [{ username: null, signs: ['found'], facts: { tokens: [token] }, ...found }] },
  { results: [{ facts: users, signs: ['found'], ...found }] },
]
const odd: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\u001b[2J::error::\n##[error]```',
  [],
  [[]],
  {},
  { toString: 1, valueOf: null },
  '__proto__',
  'constructor',
  '\ud800',
  'x'.repeat(10_000),
]

const oddTexts = odd.filter((value) => typeof value === 'string')

/** A copy in which some value is another, or is gone. */
function mutated(value: unknown, next: () => number): unknown {
  const pick = <Item>(items: Item[]) => items[Math.floor(next() * items.length)] as Item
  if (typeof value !== 'object' || value === null || next() < 0.15) return pick(odd)
  const keys = Object.keys(value)
  if (keys.length === 0) return pick(odd)
  const key = pick(keys)
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value }
  if (next() < 0.2) Reflect.deleteProperty(copy, key)
  else if (next() < 0.1) copy[pick(oddTexts)] = pick(odd)
  else copy[key] = mutated(copy[key], next)
  return copy
}

/** What a host prints. */
function printed(next: () => number): { stdout: string; stderr: string; exitCode: number | undefined } {
  const pick = <Item>(items: Item[]) => items[Math.floor(next() * items.length)] as Item
  const answer = next() < 0.1 ? pick(genuine) : mutated(pick(genuine), next)
  const text = JSON.stringify(answer) ?? ''
  const users = Array.from({ length: 3 }, () => `${JSON.stringify(mutated(user, next))},\n`).join('')
  const body = pick([text, text, text, text.slice(0, Math.floor(next() * text.length)), users + text, pick(oddTexts)])
  const mark = next() < 0.9 ? startMark : ''
  return {
    stdout: `${pick(['', 'Welcome\n', '\u001b]0;x\u0007'])}${mark}${body}`,
    stderr: pick(['', 'sudo: no\n', '\u001b[31m::error::x\n', pick(oddTexts)]),
    exitCode: pick([0, 0, 0, 1, 2, 13, 75, 126, 127, 137, 255, -1, undefined]),
  }
}

function hostOf(plan: HostPlan, authority: Authority, next: () => number): Host {
  const transport: Transport = {
    run: async ({ onStdout, onStderr }) => {
      const { stdout, stderr, exitCode } = printed(next)
      if (stdout) onStdout(Buffer.from(stdout))
      if (stderr) onStderr(Buffer.from(stderr))
      return exitCode
    },
    close: async () => undefined,
  }
  const become = { enabled: next() < 0.5 }
  const settings = Object.fromEntries(Object.entries(authority.settings).map(([key, { playbook }]) => [key, playbook]))
  return { name: 'h', transport, become, authority, settings, facts: hostFacts(plan, authority), readyTimeout: -1 }
}

/** Everything that is printed of an operation on a host that answers with whatever it likes. */
async function told(seed: number): Promise<string> {
  const next = numbers(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item
  const operation = pick(operations)
  const name = pick(['synapse', 'dendrite', 'mas'] as const)
  const authority: Authority = authorities[name]
  if (authority.refused[operation.name]) return ''
  const plan = { ...localPlan('synapse', { url: '', configPath: '' }), authority: name }
  const account = { username: 'john' }
  let text = ''
  const list = new UserList(pick([userTable, formats.csv])(), (part) => (text += part))
  const host = { ...hostOf(plan, authority, next), ...(next() < 0.5 ? { take: takeUsers(list.add.bind(list)) } : {}) }
  const call = operationCall(authority, operation, { accounts: [account], check: next() < 0.3, domain: 'example.org' })
  try {
    const { results } = await perform(call, host)
    for (const result of results) {
      const made = reportOf({ host: host.facts, operation, username: 'john' }, result)
      text += [...made.next, made.text ?? '', made.token ?? ''].map(printableLines).join('\n')
      text += `${printableLines(made.message)}\n${printableLines(made.hint ?? '')}\n`
      const { finds } = operation as Operation
      if (finds && made.outcome === 'found') text += tableOfFound(made, finds) + csvOfFound(made, finds)
      list.end(made)
      JSON.stringify(made)
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    text += printableLines(error.message)
  }
  return text
}

const harm = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s*(::|```|~~~)|##\[/mu

it('a host that answers with whatever it likes crashes nothing, and nothing of it reaches the terminal raw', async () => {
  const count = process.env['REGISTRAR_EXHAUSTIVE'] ? 20_000 : 2000
  const wrong: object[] = []
  for (let seed = 0; seed < count; seed++) {
    const start = process.cpuUsage()
    const text = await told(seed).catch((error: unknown) => error as Error)
    if (text instanceof Error) wrong.push({ seed, stack: text.stack })
    else if (harm.test(text)) wrong.push({ seed, text })
    const { user } = process.cpuUsage(start) // a loaded machine does not count
    if (user > 2_000_000) wrong.push({ seed, user })
  }
  expect(wrong.slice(0, 3)).toEqual([])
})

describe('a host without end', () => {
  const bytes = { output: 2 ** 20, words: 2 ** 16 }
  const block = Buffer.alloc(2 ** 14, 'x')
  const endless: [string, (talk: Parameters<Transport['run']>[0]) => void, string][] = [
    ['stalls after the login', () => undefined, 'the command did not begin within 0.2 s'],
    [
      'stalls in the command',
      ({ onStdout }) => onStdout(Buffer.from(startMark)),
      'the command did not end within 0.4 s',
    ],
    ['prints before the command', (talk) => repeat(talk, talk.onStdout, block), 'it printed more than 65536 bytes'],
    [
      'prints in the command',
      (talk) => {
        talk.onStdout(Buffer.from(startMark))
        repeat(talk, talk.onStdout, block)
      },
      'it printed more than 1048576 bytes',
    ],
    ['complains', (talk) => repeat(talk, talk.onStderr, block), 'it printed more than 65536 bytes of messages'],
    ['drips', (talk) => repeat(talk, talk.onStdout, Buffer.from('.')), 'the command did not begin within 0.2 s'],
  ]

  function repeat({ signal }: Parameters<Transport['run']>[0], write: (chunk: Buffer) => void, chunk: Buffer): void {
    const timer = setInterval(() => write(chunk), 1)
    signal.addEventListener('abort', () => clearInterval(timer))
  }

  it.each(endless)('that %s is left, and the bound is named', async (_what, begin, exceeded) => {
    const transport: Transport = {
      run: (talk) => {
        begin(talk)
        return new Promise(() => undefined)
      },
      close: async () => undefined,
    }
    const isOfBytes = exceeded.startsWith('it printed') // which a busy machine takes its time to print
    const bounds = { ...bytes, ...(isOfBytes ? { begin: 60, end: 60 } : { begin: 0.2, end: 0.4 }) }
    const answer = await runCommand(transport, ['true'], {}, { enabled: false }, undefined, bounds)
    expect(answer.exceeded).toBe(exceeded)
  })
})
