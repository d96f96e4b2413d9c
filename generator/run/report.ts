import type { Authority } from '../authorities/authority.ts'
import { type Failure, failures, refusals } from '../operations/failures.ts'
import { nextSteps } from '../operations/next-steps.ts'
import type { Operation, Outcome } from '../operations/operation.ts'
import type { HostPlan } from '../plan/host-plan.ts'

/** How an operation on one account ended, in the words of every surface. */
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
}

export type Facts = Record<string, string>

interface Subject {
  plan: HostPlan
  authority: Authority
  operation: Operation
  /** The localpart. */
  username: string
  admin: boolean
}

/** What is known of an account before the host is asked. */
export function factsOf({ plan, authority, username, admin }: Subject, service: string): Facts {
  return {
    user_id: `@${username}:${plan.domain}`,
    username,
    domain: plan.domain,
    host: plan.host,
    homeserver: authority.label,
    service,
    element_url: plan.elementUrl ?? '',
    kind: admin ? 'a server admin' : 'an ordinary user',
  }
}

/** `check`: it was only predicted. `mended`: something on the host was changed on the way, such as a service that was started. */
export function report(subject: Subject, meaning: Outcome | Failure, facts: Facts, { check = false, mended = false } = {}): Report {
  const { plan, operation } = subject
  const base = { host: plan.host, operation: operation.name, user_id: facts['user_id'] ?? '' }
  if (meaning in failures) {
    const failure = meaning as Failure
    const { message, hint } = failures[failure]
    return { ...base, outcome: refusals.has(failure) ? 'refused' : 'failed', class: failure, changed: mended, message: fillFacts(message, facts), hint: fillFacts(hint, facts), next: [] }
  }
  const outcome = meaning as Outcome
  const words = check ? operation.predicts : operation.says
  const next = [plan.elementUrl ? nextSteps.log_in : nextSteps.log_in_anywhere, ...(outcome === operation.changes ? [nextSteps.discovery] : [])]
  return {
    ...base,
    outcome,
    changed: outcome === operation.changes || mended,
    message: fillFacts(words[outcome] ?? outcome, facts),
    next: next.map((text) => fillFacts(text, facts)),
  }
}

/** Puts facts in the place of the %(names)s. */
export function fillFacts(text: string, facts: Facts): string {
  return text.replace(/%\((\w+)\)s/g, (_match, name: string) => facts[name] ?? '')
}
