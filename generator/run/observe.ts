import { listUsers } from '../operations/list-users.ts'
import { defaultsOf } from '../operations/operation.ts'
import { showUser } from '../operations/show-user.ts'
import type { Session } from './operate.ts'
import { errorOf, type Report, type UserRecord } from './result.ts'

interface Observation {
  users: UserRecord[]
  /** The user ID of the acting admin, if it is an account. */
  actingAdmin?: string
}

/** The accounts of a server. A list lacks some details, so those that `needsMore` are requested one by one. */
export async function observe(session: Session, needsMore: (username: string) => boolean): Promise<Observation> {
  const [listed] = await session.operate({ operation: listUsers, accounts: [defaultsOf(listUsers)], check: false })
  const { users = [], acting_admin: actingAdmin } = found(listed)
  const asked = users.filter(({ username, deactivated }) => !deactivated && needsMore(username))
  const shown =
    asked.length === 0
      ? []
      : await session.operate({
          operation: showUser,
          accounts: asked.map(({ username }) => ({ username })),
          check: false,
        })
  const more = new Map(shown.map((report) => found(report).user).map((user) => [user?.username, user]))
  return {
    users: users.map((user) => more.get(user.username) ?? user),
    ...(actingAdmin === undefined ? {} : { actingAdmin }),
  }
}

/** The localparts of people's accounts, without those of bridges and the server itself. */
export async function peopleOf(session: Session): Promise<Set<string>> {
  const [listed] = await session.operate({
    operation: listUsers,
    accounts: [{ ...defaultsOf(listUsers), people: 'yes' }],
    check: false,
  })
  return new Set((found(listed).users ?? []).map(({ username }) => username))
}

function found(report: Report | undefined): Report {
  if (report?.outcome === 'found') return report
  throw errorOf(report ?? { outcome: 'failed', message: 'The server did not answer.', hint: 'Try again.' })
}
