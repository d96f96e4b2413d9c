import { answersOf } from '../authorities/answers.ts'
import type { Authority } from '../authorities/authority.ts'
import { type Failure, failures, refusals } from '../operations/failures.ts'
import { placeholders } from '../operations/invitation.ts'
import { nextSteps, pointless } from '../operations/next-steps.ts'
import type { Operation } from '../operations/operation.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { settingOverrides } from '../plan/setting-overrides.ts'

/** The facts about a host that messages name. */
export type HostFacts = ReturnType<typeof hostFacts>

export function hostFacts(plan: HostPlan, authority: Authority) {
  return {
    domain: plan.domain,
    host: plan.host,
    homeserver: authority.label,
    service: String(settingOverrides(plan)['service'] ?? authority.settings['service']?.playbook ?? ''),
    element_url: plan.elementUrl ?? '',
    register_url: plan.registerUrl ?? '',
  }
}

/** What matrix_server/reports.py needs for the reports of these operations, and for failures. */
export function reportingFor(authority: Authority, facts: HostFacts, operations: readonly Operation[]) {
  const answers = answersOf(authority)
  const needed = new Set<string>([...Object.values(answers), 'odd_answer', 'server_error'] satisfies string[])
  return {
    answers,
    failures: Object.fromEntries(Object.entries(failures).filter(([name]) => needed.has(name))),
    refusals: [...refusals].filter((name: Failure) => needed.has(name)),
    nextSteps,
    pointless,
    placeholders,
    operations: Object.fromEntries(operations.map((operation) => [operation.name, operation])),
    facts,
  }
}
