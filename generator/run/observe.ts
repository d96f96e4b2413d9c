import { AppError } from '../errors/app-error.ts'
import { listUsers } from '../operations/list-users.ts'
import { defaultsOf } from '../operations/operation.ts'
import { setPassword } from '../operations/set-password.ts'
import { showUser } from '../operations/show-user.ts'
import type { Secret } from '../secrets/secret.ts'
import type { Session } from './operate.ts'
import type { Report, UserRecord } from './report.ts'

export interface Observation {
  users: UserRecord[]
  /** The user ID of the admin by whom the server was asked, if it is one. */
  actingAdmin?: string
}

/** The accounts of a server. Lists do not tell addresses, so those for which `needsEmails` are asked about one by one. */
export async function observe(session: Session, needsEmails: (username: string) => boolean): Promise<Observation> {
  const [listed] = await session.operate({ operation: listUsers, accounts: [defaultsOf(listUsers)], check: false })
  const { users = [], acting_admin: actingAdmin } = found(listed)
  const asked = users.filter(({ username, deactivated }) => !deactivated && needsEmails(username))
  const shown = asked.length === 0 ? [] : await session.operate({ operation: showUser, accounts: asked.map(({ username }) => ({ username })), check: false })
  const emails = new Map(shown.map((report) => found(report).user).map((user) => [user?.username, user?.emails]))
  return {
    users: users.map((user) => ({ ...user, emails: emails.get(user.username) ?? user.emails })),
    ...(actingAdmin === undefined ? {} : { actingAdmin }),
  }
}

/** Which of accounts have another password than these: by their usernames, or why that cannot be told. */
export async function comparePasswords(session: Session, passwords: Map<string, Secret>): Promise<Map<string, boolean | Pick<Report, 'message' | 'hint'>>> {
  if (passwords.size === 0) return new Map()
  const accounts = [...passwords].map(([username, password]) => ({ ...defaultsOf(setPassword), username, password, if_different: 'yes' }))
  const reports = await session.operate({ operation: setPassword, accounts, check: true })
  return new Map(reports.map((report, index) => [accounts[index]?.username ?? '', report.outcome === 'failed' || report.outcome === 'refused' ? report : report.outcome === 'changed']))
}

function found(report: Report | undefined): Report {
  if (report?.outcome === 'found') return report
  throw new AppError(report?.class ?? 'program_failed', report?.message ?? 'The server did not answer.', { hint: report?.hint ?? 'Try again.', exitCode: report?.outcome === 'refused' ? 2 : 3 })
}
