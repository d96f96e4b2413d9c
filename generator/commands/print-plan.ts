import { colour } from '../errors/colour.ts'
import { changes as changeWords } from '../operations/changes.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Planned, Problem } from '../run/declared.ts'
import { counted } from '../ui/counted.ts'
import { errorText } from '../ui/error-text.ts'
import { printable } from '../ui/printable.ts'
import { wrap } from '../ui/wrap.ts'

const paints: Record<string, (text: string) => string> = {
  '+': colour.green,
  '~': colour.yellow,
  '-': colour.red,
  '?': colour.yellow,
}

/** Lines of a plan, each in the colour of its mark. */
export function paintLines(lines: string[]): string {
  const text = lines
    .map((line) => {
      const paint = paints[line.slice(0, 1)]
      return paint ? `${paint(line.slice(0, 1))}${printable(line.slice(1))}\n` : `${printable(line)}\n`
    })
    .join('')
  return wrap(text, process.stdout, 4)
}

export const lockUnnamedHelp = 'lock accounts that are not in the host file (needs users_policy: exhaustive)'

export const groupHelp = 'only the accounts of this group, and those that left it'

export function printProblems(problems: Problem[], domain: string): string {
  return problems.map(({ username, message, hint }) => errorText(`@${username}:${domain}: ${message}`, hint)).join('')
}

/** A summary: an account counts once for each kind of change. */
export function summaryOfPlan({ changes, problems, unnamed }: Planned, { users = [] }: HostPlan): string {
  const accounts = new Map<string, Set<string>>()
  for (const { operation, username } of changes) {
    const { counts, mark } = changeWords[operation]
    if (mark === '~' && accounts.get('to create')?.has(username)) continue // part of creating it
    accounts.set(counts, (accounts.get(counts) ?? new Set()).add(username))
  }
  const parts = [...accounts].map(([counts, usernames]) => `${usernames.size} ${counts}`)
  const impossible = new Set(problems.map(({ username }) => username)).size
  const all = [...parts, ...(impossible > 0 ? [`${impossible} not possible`] : [])]
  const others = unnamed.length > 0 ? ` Not declared: ${unnamed.length}; --lock-unnamed locks them.` : ''
  return `${counted(users.length, 'account')} declared: ${all.join(', ') || 'no changes'}.${others}\n`
}
