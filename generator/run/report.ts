import { AppError } from '../errors/app-error.ts'
import type { Authority } from '../authorities/authority.ts'
import { type Failure, failures, refusals } from '../operations/failures.ts'
import { nextSteps, pointless } from '../operations/next-steps.ts'
import type { Row } from '../operations/finds.ts'
import { invitationText } from '../operations/invitation.ts'
import { isChange, type NextStep, type Note, type Operation, type Outcome } from '../operations/operation.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { settingOverrides } from '../plan/setting-overrides.ts'
import { type Account, textOf } from './call.ts'

/** The result of an operation on one account, with the messages of every surface. */
export interface Report {
  host: string
  operation: string
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

interface Subject {
  plan: HostPlan
  authority: Authority
  operation: Operation
  /** Its username is the localpart. */
  account: Account
  /** In place of the operation's own. */
  text?: string | undefined
}

/** The facts about an account before the host is asked. */
export function factsOf({ plan, authority, account }: Pick<Subject, 'plan' | 'authority' | 'account'>): Facts {
  const username = textOf(account.username)
  return {
    user_id: `@${username}:${plan.domain}`,
    username,
    domain: plan.domain,
    host: plan.host,
    homeserver: authority.label,
    service: settingOverrides(plan)['service'] ?? authority.settings['service']?.playbook ?? '',
    element_url: plan.elementUrl ?? '',
    register_url: plan.registerUrl ?? '',
    email: textOf(account.email),
    token: textOf(account.token),
    person: textOf(account.person),
    display_name: textOf(account.display_name),
    kind: textOf(account.kind),
    session: textOf(account.session),
    uses: textOf(account.uses),
    expires: textOf(account.expires),
    rank: account.admin === 'yes' ? 'a server admin' : 'an ordinary user',
  }
}

/** `check`: it was only predicted. `startedService`: the service was started on the way, which is a change of the host. */
export function report(
  subject: Subject,
  meaning: Outcome | Failure,
  found: Facts,
  { check = false, startedService = false } = {},
): Report {
  const { plan, operation, text = operation.text } = subject
  const facts = { ...factsOf(subject), ...found }
  const base = { host: plan.host, operation: operation.name, user_id: String(facts['user_id']) }
  const { fact, row } = operation.finds ?? {}
  if (fact && row && meaning === 'found' && !Array.isArray(found[fact]))
    return { ...base, ...failed('odd_answer', { ...facts, detail: `it has no ${fact}` }), changed: startedService }
  if (meaning in failures || !(meaning in operation.messages))
    return { ...base, ...failed(meaning as Failure, facts), changed: startedService || facts['changed'] === true }
  const outcome = meaning as Outcome
  const words = check ? { ...operation.messages, ...operation.predicts } : operation.messages
  const { user, users, acting_admin: actingAdmin } = found as Pick<Report, 'user' | 'users' | 'acting_admin'>
  const made = operation.makes && found[operation.makes]
  return {
    ...base,
    outcome,
    changed: isChange(operation, outcome) || startedService,
    message: fillFacts(words[outcome] ?? outcome, facts),
    next: nextOf(check ? {} : operation, outcome, notesIn(found)).map((step) =>
      fillFacts(nextSteps[wherePossible(step, plan)], facts),
    ),
    ...(user ? { user } : {}),
    ...(users ? { users } : {}),
    ...(actingAdmin ? { acting_admin: actingAdmin } : {}),
    ...(typeof made === 'string' ? { access_token: made } : {}),
    ...(operation.isAnswer && !check && typeof found['token'] === 'string' ? { token: found['token'] } : {}),
    ...(text === undefined ? {} : { text: invitationText(text, facts) }),
    ...(fact && row ? { rows: found[fact] as Row[] } : {}),
  }
}

/** The message and hint of a failure. */
export function explain(subject: Pick<Subject, 'plan' | 'authority' | 'account'>, failure: Failure, found: Facts) {
  return failed(failure, { ...factsOf(subject), ...found })
}

/** What a server gives cause to say. */
export function notesIn({ notes }: Facts): Note[] {
  return Array.isArray(notes) ? notes.filter((note): note is Note => typeof note === 'string' && note in nextSteps) : []
}

/** A note replaces the step that it makes pointless; a prediction has notes alone. */
function nextOf({ next }: Pick<Operation, 'next'>, outcome: Outcome, notes: Note[]): NextStep[] {
  const usual: NextStep[] = next?.[outcome] ?? []
  return [...notes, ...usual.filter((step) => !notes.some((note) => pointless[note] === step))]
}

/** A failure as an AppError. */
export function errorOf({
  outcome,
  class: code,
  message,
  hint,
}: Pick<Report, 'outcome' | 'class' | 'message' | 'hint'>) {
  return new AppError(code ?? 'program_failed', message, { hint: hint ?? '', exitCode: outcome === 'refused' ? 2 : 3 })
}

/** Replaces steps that need an address if there is none. */
function wherePossible(step: NextStep, { elementUrl, registerUrl }: HostPlan): NextStep {
  if (step === 'log_in' && !elementUrl) return 'log_in_anywhere'
  return step === 'hand_out' && !registerUrl ? 'hand_out_anywhere' : step
}

function failed(failure: Failure, facts: Facts): Pick<Report, 'outcome' | 'class' | 'message' | 'hint' | 'next'> {
  const { message, hint } = failures[failure in failures ? failure : 'server_error']
  return {
    outcome: refusals.has(failure) ? 'refused' : 'failed',
    class: failure,
    message: fillFacts(message, facts),
    hint: fillFacts(hint, facts),
    next: [],
  }
}

/** Puts facts in the place of the %(names)s; parentheses around a detail that is empty go away. */
export function fillFacts(text: string, facts: Facts): string {
  return text
    .replace(/%\((\w+)\)s/g, (_match, name: string) => (Object.hasOwn(facts, name) ? String(facts[name] ?? '') : ''))
    .replace(' ()', '')
}
