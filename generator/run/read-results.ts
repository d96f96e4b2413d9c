import { failures } from '../operations/failures.ts'
import { isRow } from '../operations/finds.ts'
import { operations } from '../operations/index.ts'
import type { Operation } from '../operations/operation.ts'
import type { Ended } from './apply.ts'
import { isChange } from './change.ts'
import type { Problem } from './declared.ts'
import type { Result, UserRecord } from './result.ts'

/** Parses the program's results, or undefined: output of a host is not trusted. */
export function resultsIn(printed: string): Result[] | undefined {
  if (!printed.startsWith('{"results"')) return undefined
  const answer = parsed(printed)
  const results = isRecord(answer) && Array.isArray(answer['results']) ? answer['results'].map(resultOf) : []
  return results.length > 0 && results.every((result) => result !== undefined) ? results : undefined
}

/** Parses a line of a list, or undefined. */
export function userIn(line: string): UserRecord | undefined {
  const value = parsed(line.endsWith(',') ? line.slice(0, -1) : line)
  return isUser(value) ? value : undefined
}

/** Parses the line of a change that has ended, or undefined. */
export function endedIn(line: string): Ended | undefined {
  const value = parsed(line)
  if (!isRecord(value)) return undefined
  const { change, outcome, message, hint } = value
  if (typeof change !== 'number' || !outcomes.some((each) => each === outcome) || !isText(message)) return undefined
  return { change, outcome: outcome as Ended['outcome'], message, ...(isText(hint) ? { hint } : {}) }
}

const outcomes: Ended['outcome'][] = ['done', 'unchanged', 'failed']

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function resultOf(value: unknown): Result | undefined {
  if (!isRecord(value) || !isRecord(value['facts']) || !isReport(value)) return undefined
  const facts = Object.entries(value['facts']).map(([name, fact]) => [name, factOf(name, fact)] as const)
  if (facts.some(([, fact]) => fact === undefined)) return undefined
  return { ...value, facts: Object.fromEntries(facts) }
}

/** Its words, and its class, which here must be one that we know. */
function isReport(value: Record<string, unknown>): value is Record<string, unknown> & Omit<Result, 'facts'> {
  const { class: code, changed = false, next = [] } = value
  return (
    [value['signs'], next].every((list) => isListOf(list, isText)) &&
    isText(value['outcome']) &&
    typeof changed === 'boolean' &&
    ['message', 'hint', 'text', 'token'].every((name) => value[name] === undefined || isText(value[name])) &&
    (code === undefined || (isText(code) && Object.hasOwn(failures, code) && isText(value['message'])))
  )
}

/** The key of each list of records; a number there counts them. */
const rowShapes = Object.fromEntries(
  operations.flatMap(({ finds }: Operation) => {
    const row = finds?.row
    if (!finds || !row) return []
    const isList = (value: unknown) => isListOf(value, (item): item is object => isRow(item, row))
    return [[finds.fact, (value: unknown) => isList(value) || typeof value === 'number'] as const]
  }),
)

/** For the actions of matrix_server/converge.py. */
const declaredShapes: Record<string, (value: unknown) => boolean> = {
  changes: (value) => isListOf(value, isChange),
  lines: (value) => isListOf(value, isText),
  unnamed: (value) => isListOf(value, isText),
  unnamed_lines: (value) => isListOf(value, isText),
  needed: (value) => isListOf(value, namesAccount),
  made: (value) => isListOf(value, isText),
  troubles: (value) => isListOf(value, isProblem),
}

function namesAccount(value: unknown): value is { username: string } {
  return isRecord(value) && isText(value['username'])
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && ['username', 'message', 'hint'].every((name) => isText(value[name]))
}

/** A valid fact, or undefined: structured facts by name, others only as text. */
function factOf(name: string, fact: unknown): unknown {
  const shapes: Record<string, (value: unknown) => boolean> = {
    user: isUser,
    users: (value) => isListOf(value, isUser),
    ...rowShapes,
    ...declaredShapes,
    notes: (value) => isListOf(value, isText),
    active: (value) => isRecord(value) && Object.values(value).every((each) => typeof each === 'boolean'),
  }
  if (name === 'looks') return looksOf(fact)
  if (name === 'acting_admin' && fact !== null && !isText(fact)) return undefined
  const isShaped = Object.hasOwn(shapes, name) ? shapes[name] : undefined
  if (isShaped) return isShaped(fact) ? fact : undefined
  return fact === null || ['string', 'number', 'boolean'].includes(typeof fact) ? fact : undefined
}

function looksOf(value: unknown): Record<string, Result> | undefined {
  if (!isRecord(value)) return undefined
  const looks = Object.entries(value).map(([name, look]) => [name, resultOf(look)] as const)
  return looks.every(([, look]) => look !== undefined)
    ? (Object.fromEntries(looks) as Record<string, Result>)
    : undefined
}

function isUser(value: unknown): value is UserRecord {
  return (
    isRecord(value) &&
    ['user_id', 'username', 'display_name', 'kind'].every((key) => isText(value[key])) &&
    ['admin', 'locked', 'deactivated', 'erased'].every((key) => typeof value[key] === 'boolean') &&
    (value['suspended'] === null || typeof value['suspended'] === 'boolean') &&
    (value['emails'] === null || isListOf(value['emails'], isText)) &&
    (value['created'] === null || isText(value['created'])) &&
    (value['last_seen'] === undefined || value['last_seen'] === null || isText(value['last_seen']))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(is)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
