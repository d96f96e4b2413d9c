import { AppError } from '../errors/app-error.ts'
import { type Failure, failures, refusals } from '../operations/failures.ts'
import type { Row } from '../operations/finds.ts'
import type { Operation, Outcome } from '../operations/operation.ts'
import type { HostFacts } from './reporting.ts'

/** The result of an operation on one account, with the messages of every surface. */
export interface Report {
  host: string
  operation: string
  /** Empty if the operation is on no account. */
  user_id: string
  outcome: Outcome | 'refused' | 'failed'
  /** Of an outcome that is a refusal or a failure. */
  class?: Failure
  changed: boolean
  message: string
  hint?: string
  next: string[]
  /** The records of a read-only operation. */
  user?: UserRecord
  users?: UserRecord[]
  /** The new access token, which is shown once. */
  access_token?: string
  /** The new registration token. */
  token?: string
  /** The text to send. */
  text?: string
  /** With users: the user ID of the acting admin. */
  acting_admin?: string
  /** Its records, if they have a row each (`finds` of the operation); in JSON under the fact's name. */
  rows?: Row[]
}

/** An account as its server reports it; what that server does not have is empty or false. */
export interface UserRecord {
  user_id: string
  username: string
  display_name: string
  admin: boolean
  locked: boolean
  /** null: the server does not show it, or not in a list. */
  suspended: boolean | null
  deactivated: boolean
  erased: boolean
  /** bot, support, guest, bridge, or empty. */
  kind: string
  /** null: the server does not show it, or not in a list. */
  emails: string[] | null
  /** ISO 8601, UTC. */
  created: string | null
  /** In a list: when it was last seen; null: the server does not know. Missing for servers that do not record it. */
  last_seen?: string | null
}

/** The values in an answer, by name: texts, numbers, and the records that were asked for. */
export type Facts = Record<string, unknown>

/** What the program next to the server says of one account: what it found, and its report, by matrix_server/reports.py. */
export interface Result extends Partial<Pick<Report, 'changed' | 'message' | 'hint' | 'next' | 'text' | 'token'>> {
  /** What was seen, the most telling first. */
  signs: string[]
  facts: Facts
  outcome: string
  class?: Failure
}

interface Subject {
  host: HostFacts
  operation: Operation
  /** The localpart. */
  username: string
}

/** `startedService`: the service was started on the way, which is a change of the host. */
export function reportOf(subject: Subject, result: Result, startedService = false): Report {
  const { operation, host } = subject
  const { facts, outcome, class: code, message, hint, next = [], text, token } = result
  const about = aboutOf(subject)
  const { fact, row } = operation.finds ?? {}
  if (code === undefined && (message === undefined || !(outcome in operation.messages)))
    return {
      ...about,
      ...failed('odd_answer', { ...host, detail: `its outcome is ${outcome}` }),
      changed: startedService,
    }
  const { user, users, acting_admin: actingAdmin } = facts as Pick<Report, 'user' | 'users' | 'acting_admin'>
  const made = operation.makes && facts[operation.makes]
  return {
    ...about,
    outcome: outcome as Report['outcome'],
    ...(code === undefined ? {} : { class: code }),
    changed: result.changed === true || startedService,
    message: message ?? '',
    ...(hint === undefined ? {} : { hint }),
    next,
    ...(user ? { user } : {}),
    ...(users ? { users } : {}),
    ...(actingAdmin ? { acting_admin: actingAdmin } : {}),
    ...(typeof made === 'string' ? { access_token: made } : {}),
    ...(token === undefined ? {} : { token }),
    ...(text === undefined ? {} : { text }),
    ...(fact && row && code === undefined ? { rows: facts[fact] as Row[] } : {}),
  }
}

/** What is refused without asking the server. */
export function refusal(subject: Subject, failure: Failure, facts: Facts): Report {
  const { host, username } = subject
  const about = aboutOf(subject)
  return { ...about, ...failed(failure, { ...host, ...about, username, ...facts }), changed: false }
}

function aboutOf({ host: { host, domain }, operation, username }: Subject) {
  return { host, operation: operation.name, user_id: username === '' ? '' : `@${username}:${domain}` }
}

/** A failure as an AppError. */
export function errorOf({
  outcome,
  class: code,
  message = '',
  hint = '',
}: Pick<Result, 'outcome' | 'class' | 'message' | 'hint'>) {
  return new AppError(code ?? 'program_failed', message, { hint, exitCode: outcome === 'refused' ? 2 : 3 })
}

/** The report of a failure that is noticed here. */
export function failed(failure: Failure, facts: Facts) {
  const { message, hint } = failures[failure]
  return {
    outcome: refusals.has(failure) ? ('refused' as const) : ('failed' as const),
    class: failure,
    message: fillFacts(message, facts),
    hint: fillFacts(hint, facts),
    next: [],
  }
}

/** Puts facts in the place of the %(names)s; parentheses around a detail that is missing go away. */
export function fillFacts(text: string, facts: Facts): string {
  return text
    .replace(/%\((\w+)\)s/g, (_match, name: string) => (Object.hasOwn(facts, name) ? String(facts[name] ?? '') : ''))
    .replaceAll(' ()', '')
}
