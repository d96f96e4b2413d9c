import { colour } from '../errors/colour.ts'
import { changes as changeWords } from '../operations/changes.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Change, Problem } from '../reconcile/reconcile.ts'
import { fillFacts } from '../run/report.ts'
import { counted } from '../ui/counted.ts'
import { printable, printableLines } from '../ui/printable.ts'
import type { Planned } from './converging.ts'

const paints = { '+': colour.green, '~': colour.yellow, '-': colour.red }

/** A line a change, in the order in which they are done. */
export function diffOfChanges(changes: Change[], domain: string): string {
  return changes
    .map((change) => {
      const {
        mark,
        says,
        says_of_admin: saysOfAdmin = says,
        says_of_unnamed: saysOfUnnamed = says,
      } = changeWords[change.operation]
      const words = change.admin ? saysOfAdmin : change.unnamed ? saysOfUnnamed : says
      return `${paints[mark](mark)} ${printable(`@${change.username}:${domain}  ${fillFacts(words, { ...change })}`)}\n`
    })
    .join('')
}

export const lockUnnamedHelp =
  'lock the accounts that the host file does not name, where it says users_policy: exhaustive'

/** Accounts that an exhaustive host file does not name; nothing happens to them. */
export function listUnnamed(usernames: string[], domain: string): string {
  return usernames
    .map((username) => `${colour.yellow('?')} ${printable(`@${username}:${domain}`)}  the host file does not name it\n`)
    .join('')
}

export function tellProblems(problems: Problem[], domain: string): string {
  return problems
    .map(
      ({ username, message, hint }) =>
        `${colour.red('error')}: ${printableLines(`@${username}:${domain}: ${message}`)}\n  ${printableLines(hint)}\n`,
    )
    .join('')
}

/** Accounts, each in as many counts as there are kinds of what happens to it. */
export function summaryOfPlan({ changes, problems, unnamed }: Planned, { users = [] }: HostPlan): string {
  const accounts = new Map<string, Set<string>>()
  for (const { operation, username } of changes) {
    const { counts } = changeWords[operation]
    accounts.set(counts, (accounts.get(counts) ?? new Set()).add(username))
  }
  const told = [...accounts].map(([counts, usernames]) => `${usernames.size} ${counts}`)
  const impossible = new Set(problems.map(({ username }) => username)).size
  const all = [...told, ...(impossible > 0 ? [`${impossible} not possible`] : [])]
  const others = unnamed.length > 0 ? ` Not named: ${unnamed.length}; --lock-unnamed locks them.` : ''
  return `${counted(users.length, 'account')} declared: ${all.join(', ') || 'all are as they should be'}.${others}\n`
}
