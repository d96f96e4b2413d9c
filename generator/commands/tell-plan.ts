import { colour } from '../errors/colour.ts'
import type { Change, Problem } from '../reconcile/reconcile.ts'
import { counted } from '../ui/counted.ts'

interface Words {
  mark: '+' | '~' | '-'
  says: (change: Change) => string
  /** In the summary: so many of them. */
  counts: string
}

const words: Record<Change['operation'], Words> = {
  'register-user': { mark: '+', says: ({ admin }) => (admin ? 'create, as a server admin' : 'create'), counts: 'to create' },
  'reactivate-user': { mark: '~', says: () => 'state: deactivated -> present', counts: 'to change' },
  'unlock-user': { mark: '~', says: () => 'state: locked -> present', counts: 'to change' },
  'set-password': { mark: '~', says: () => 'password: another -> as declared', counts: 'to change' },
  'promote-admin': { mark: '~', says: () => 'admin: no -> yes', counts: 'to change' },
  'demote-admin': { mark: '~', says: () => 'admin: yes -> no', counts: 'to change' },
  'add-email': { mark: '~', says: ({ email }) => `emails: + ${email}`, counts: 'to change' },
  'lock-user': { mark: '-', says: () => 'state: present -> locked', counts: 'to lock' },
  'deactivate-user': { mark: '-', says: () => 'deactivate: its password, sessions and rooms are lost', counts: 'to deactivate' },
}

const paints = { '+': colour.green, '~': colour.yellow, '-': colour.red }

/** A line a change, in the order in which they are done. */
export function diffOfChanges(changes: Change[], domain: string): string {
  return changes
    .map((change) => {
      const { mark, says } = words[change.operation]
      return `${paints[mark](mark)} @${change.username}:${domain}  ${says(change)}\n`
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
    const { counts } = words[operation]
    accounts.set(counts, (accounts.get(counts) ?? new Set()).add(username))
  }
  const told = [...accounts].map(([counts, usernames]) => `${usernames.size} ${counts}`)
  const impossible = new Set(problems.map(({ username }) => username)).size
  const all = [...told, ...(impossible > 0 ? [`${impossible} not possible`] : [])]
  return `${counted(declared, 'account')} declared: ${all.join(', ') || 'all are as they should be'}.\n`
}
