import type { UserRecord } from '../run/result.ts'
import { printableLines } from '../ui/printable.ts'
import { Table } from './table.ts'
import type { Format } from './user-list.ts'

/** LAST SEEN only if the server provides it. */
const userHeads = ['USER', 'NAME', 'ADMIN', 'STATE', 'KIND', 'CREATED', 'LAST SEEN']

export function userTable(): Format {
  const table = new Table()
  return {
    page: (users, isFirst) => table.text([...(isFirst ? [headsFor(users)] : []), ...users.map(userRow)]),
    end: () => '',
    none: ({ outcome, message = '' }) => (outcome === 'found' ? noneFound(message) : ''),
  }
}

export function noneFound(message: string): string {
  return `${printableLines(message.replace(/\.$/, ''))}: none.\n`
}

function headsFor(users: UserRecord[]): string[] {
  return users.some(tellsLastSeen) ? userHeads : userHeads.slice(0, -1)
}

function tellsLastSeen({ last_seen: lastSeen }: UserRecord): boolean {
  return lastSeen !== undefined
}

function userRow(user: UserRecord): string[] {
  const { user_id: id, display_name: name, admin, kind, created, last_seen: lastSeen } = user
  return [
    id,
    name,
    admin ? 'admin' : '',
    stateOf(user),
    kind,
    created?.slice(0, 10) ?? '',
    ...(tellsLastSeen(user) ? [lastSeen?.slice(0, 10) ?? 'unknown'] : []),
  ]
}

export function stateOf({
  locked,
  suspended,
  deactivated,
  erased,
}: Pick<UserRecord, 'locked' | 'suspended' | 'deactivated' | 'erased'>): string {
  const states = { erased, deactivated: deactivated && !erased, locked, suspended }
  return (
    Object.entries(states)
      .flatMap(([state, is]) => (is ? [state] : []))
      .join(', ') || 'active'
  )
}
