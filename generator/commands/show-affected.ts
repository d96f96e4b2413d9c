import { authorities } from '../authorities/index.ts'
import { isRefused } from '../authorities/program.ts'
import { listSessions } from '../operations/list-sessions.ts'
import { showUser } from '../operations/show-user.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { type Change, shutsOut } from '../run/change.ts'
import type { Session } from '../run/operate.ts'
import type { Report } from '../run/result.ts'
import { hideProgress } from '../ui/progress.ts'
import { stateOf } from './user-table.ts'
import { Table } from './table.ts'

/** How many accounts are shown. */
const most = 100

/** Shows accounts as the server has them, to a person who is then asked whether to shut them out. */
export async function showAffected(session: Session, { authority }: HostPlan, usernames: string[]): Promise<void> {
  const accounts = usernames.slice(0, most).map((username) => ({ username }))
  const users = await session.operate({ operation: showUser, accounts, check: false })
  const sessions = isRefused(authorities[authority], listSessions.name)
    ? []
    : await session.operate({ operation: listSessions, accounts, check: false })
  const rows = users.flatMap(({ user }, index) => {
    if (!user) return []
    const { user_id: id, display_name: name, admin } = user
    return [[id, name, admin ? 'admin' : '', stateOf(user), ...(sessions.length > 0 ? usage(sessions[index]) : [])]]
  })
  if (rows.length === 0) return
  const headings = ['USER', 'NAME', 'ADMIN', 'STATE', ...(sessions.length > 0 ? ['SESSIONS', 'LAST SEEN'] : [])]
  hideProgress()
  process.stderr.write(new Table(process.stderr.columns || Infinity).text([headings, ...rows]))
  if (usernames.length > most) process.stderr.write(`... and ${usernames.length - most} more\n`)
}

/** The same for the changes of a plan; an account that is only created by it has nothing to show. */
export async function showShutOut(session: Session, plan: HostPlan, changes: Change[]): Promise<void> {
  const created = new Set(
    changes.flatMap(({ operation, username }) => (operation === 'register-user' ? [username] : [])),
  )
  const usernames = new Set(changes.filter(shutsOut).map(({ username }) => username))
  const affected = [...usernames].filter((username) => !created.has(username))
  if (affected.length > 0) await showAffected(session, plan, affected)
}

/** How many sessions there are, and when the latest was used. */
function usage({ rows }: Partial<Report> = {}): string[] {
  if (!rows) return ['', '']
  const latest = rows
    .map((row) => String(row['last_seen'] ?? ''))
    .sort()
    .at(-1) // ISO 8601
  return [String(rows.length), latest?.slice(0, 10) ?? '']
}
