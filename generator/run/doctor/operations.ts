import type { Authority } from '../../authorities/authority.ts'
import { authorities } from '../../authorities/index.ts'
import { type Way, wayWords } from '../../authorities/ways.ts'
import { type OperationName, operations } from '../../operations/index.ts'
import type { HostPlan } from '../../plan/host-plan.ts'
import type { Finding } from './finding.ts'
import { isOlder } from './versions.ts'

/** The means by which an operation works on this host; null: none, for the given reason. */
export interface Possible {
  operation: OperationName
  way: Way | null
  reason?: string
  /** What would make it possible. */
  next?: string
}

/** Each operation, by the first means that works; `version`: of the homeserver, if known. */
export function judgeOperations(plan: HostPlan, works: ReadonlySet<Way>, version?: string): Possible[] {
  const authority: Authority = authorities[plan.authority]
  return operations.map(({ name }): Possible => {
    const refusal = authority.refused[name]
    if (refusal)
      return { operation: name, way: null, reason: `${authority.label} cannot: ${refusal.refused}`, next: refusal.hint }
    const since = authority.since?.[name]
    if (since && version && isOlder(version, since))
      return { operation: name, way: null, reason: `needs ${authority.label} ${since} or newer; this is ${version}` }
    const ways = authority.ways(name, plan.access)
    const ordered = plan.access.preferDatabase
      ? ways.toSorted((a, b) => Number(b === 'database') - Number(a === 'database'))
      : ways
    const way = ordered.find((each) => works.has(each))
    return way
      ? { operation: name, way }
      : {
          operation: name,
          way: null,
          reason:
            ways.length > 0
              ? `needs ${ways.map((each) => lacks[each]).join(' or ')}`
              : 'matrix-registration cannot do that',
        }
  })
}

const lacks: Record<Way, string> = {
  secret: 'the registration shared secret',
  login: 'passwords to sign in with',
  admin: 'an admin (access in the host file)',
  database: 'the database',
  api: 'a client of the Admin API (access.client in the host file)',
  cli: 'mas-cli on the host',
  page: 'matrix-registration',
}

/** For people: the operations with the same means, or the same reason, on one line. */
export function findingsOf(possible: Possible[]): Finding[] {
  const lines = new Map<string, { names: string[]; finding: Finding }>()
  for (const { operation, way, reason = '', next } of possible) {
    const words = way ? wayWords[way] : reason
    const line = lines.get(words) ?? {
      names: [],
      finding: {
        check: 'operations',
        state: way ? ('good' as const) : ('note' as const),
        detail: words,
        ...(next ? { next } : {}),
      },
    }
    line.names.push(operation === 'set-password' && way === 'database' ? 'set-password --keep-sessions' : operation)
    lines.set(words, line)
  }
  const largest = Math.max(...[...lines.values()].map(({ names }) => names.length))
  return [...lines.values()].map(({ names, finding }) => ({
    ...finding,
    detail: `${finding.detail}: ${names.length < largest ? firstOf(names) : allOf(names, lines.size)}`,
  }))
}

/** As many as fit on a line; --json has all of them. */
const most = 8

function allOf(names: string[], lines: number): string {
  if (names.length <= most) return names.join(', ')
  return lines === 1 ? `all ${names.length} operations` : `the other ${names.length} operations`
}

function firstOf(names: string[]): string {
  return names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most - 2).join(', ')} and ${names.length - most + 2} more`
}
