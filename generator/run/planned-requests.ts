import type { Authority } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import type { Request } from '../authorities/request.ts'
import { settingOverrides } from '../plan/setting-overrides.ts'
import { textOf } from './call.ts'
import { type Work, withLocalpart } from './operate.ts'
import { hostFacts } from './reporting.ts'
import { refusal, type Report } from './result.ts'

/** The requests that `operate` would send, and the command on the host that would send them. */
export interface Planned {
  command: string[]
  requests: Request[]
  /** Accounts that are refused beforehand. */
  refused: Report[]
}

export function plannedRequests({ plan, operation, accounts }: Work): Planned {
  const authority: Authority = authorities[plan.authority]
  const { domain, access } = plan
  const host = hostFacts(plan, authority)
  const planned: Planned = { command: commandOn({ plan }), requests: [], refused: [] }
  for (const account of accounts.map((each) => withLocalpart(each, plan))) {
    const username = textOf(account.username)
    const given = (name: keyof typeof account) => textOf(account[name])
    const isOn = (name: keyof typeof account) => given(name) === 'yes'
    const asked = { username, id: `@${username}:${domain}`, domain, given, isOn, access }
    const requests = authority.requests[operation.name]?.(asked) ?? 'cli_cannot'
    if (typeof requests !== 'string') planned.requests.push(...requests)
    else planned.refused.push(refusal({ host, operation, username }, requests, { detail: cannot }))
  }
  return planned
}

const cannot = 'it has no command for this'

function commandOn({ plan }: Pick<Work, 'plan'>): string[] {
  const python = settingOverrides(plan)['python'] ?? authorities[plan.authority].settings['python']?.playbook
  return [python].flat().map(String)
}
