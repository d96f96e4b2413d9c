import { colour } from '../errors/colour.ts'
import { changes as changeWords } from '../operations/changes.ts'
import type { Change, Problem } from '../reconcile/reconcile.ts'
import { fillFacts } from '../run/report.ts'
import { counted } from '../ui/counted.ts'

const paints = { '+': colour.green, '~': colour.yellow, '-': colour.red }

/** A line a change, in the order in which they are done. */
export function diffOfChanges(changes: Change[], domain: string): string {
  return changes
    .map((change) => {
      const { mark, says, says_of_admin: saysOfAdmin = says } = changeWords[change.operation]
      return `${paints[mark](mark)} @${change.username}:${domain}  ${fillFacts(change.admin ? saysOfAdmin : says, { ...change })}\n`
    })
    .join('')
}

export function tellProblems(problems: Problem[], domain: string): string {
  return problems.map(({ username, message, hint }) => `${colour.red('error')}: @${username}:${domain}: ${message}\n  ${hint}\n`).join('')
}

/** Accounts, each in as many counts as there are kinds of what happens to it. */
export function summaryOfPlan(changes: Change[], problems: Problem[], declared: number): string {
  const accounts = new Map<string, Set<string>>()
  for (const { operation, username } of changes) {
    const { counts } = changeWords[operation]
    accounts.set(counts, (accounts.get(counts) ?? new Set()).add(username))
  }
  const told = [...accounts].map(([counts, usernames]) => `${usernames.size} ${counts}`)
  const impossible = new Set(problems.map(({ username }) => username)).size
  const all = [...told, ...(impossible > 0 ? [`${impossible} not possible`] : [])]
  return `${counted(declared, 'account')} declared: ${all.join(', ') || 'all are as they should be'}.\n`
}
