import { usernameOf } from '../operations/username-of.ts'
import type { UserPlan } from '../plan/host-plan.ts'
import { type CsvRow, forEachRow } from './accounts-from-csv.ts'
import { csvError } from './csv-error.ts'

/** A person who is in the list and in the file. */
export interface Stays {
  user: UserPlan
  /** The keys that change, with their new values. */
  changes: Partial<UserPlan>
}

export interface Comparison {
  comes: CsvRow[]
  stays: Stays[]
  leaves: UserPlan[]
}

/**
 * Compares a group with a file of people. A person is matched by the id; else by the username, if the file has one; else by
 * the name. Throws an AppError if a name is ambiguous.
 */
export function compareList(users: UserPlan[], rows: CsvRow[], localpartOf: (username: string) => string): Comparison {
  const found = new Map<UserPlan, CsvRow>()
  const open = new Set(rows)
  const pair = (user: UserPlan, row: CsvRow | undefined) => {
    if (!row || found.has(user) || !open.has(row)) return
    found.set(user, row)
    open.delete(row)
  }
  const byId = rowsById(rows)
  for (const user of users) if (user.id !== undefined) pair(user, byId.get(user.id))
  const byUsername = new Map(rows.map((row) => [alike(localpartOf(row.username)), row]))
  byUsername.delete('')
  for (const user of users) pair(user, byUsername.get(alike(localpartOf(user.username))))
  const left = () => users.filter((user) => !found.has(user))
  const nameOf = ({ displayName, username }: UserPlan) =>
    displayName === undefined ? localpartOf(username).replace(/\d+$/, '') : usernameLike(displayName)
  const namesakes = grouped(left(), nameOf)
  for (const [name, those] of grouped([...open], ({ nameForIt }) => usernameLike(nameForIt)))
    for (const [user, row] of pairsOf(namesakes.get(name) ?? [], those)) pair(user, row)
  return {
    comes: [...open],
    stays: users.flatMap((user) => {
      const row = found.get(user)
      return row ? [{ user, changes: changesOf(user, row) }] : []
    }),
    leaves: left(),
  }
}

function rowsById(rows: CsvRow[]): Map<string, CsvRow> {
  const byId = new Map<string, CsvRow>()
  forEachRow(rows, (row) => {
    const first = byId.get(row.id)
    if (first)
      throw csvError(`${row.where}: the id is already used in ${first.where}.`, 'Give each person an id of their own.')
    if (row.id !== '') byId.set(row.id, row)
  })
  return byId
}

function grouped<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** People with the same name, in order; another id means another person. */
function pairsOf(users: UserPlan[], rows: CsvRow[]): [UserPlan, CsvRow][] {
  const areTold = users.every(({ id }) => id !== undefined) && rows.every(({ id }) => id !== '')
  const [first] = rows
  if (users.length === 0 || !first || first.nameForIt === '' || areTold) return []
  if (users.length === rows.length) return users.map((user, index) => [user, rows[index] ?? first])
  throw csvError(
    `${rows.map(({ where }) => where).join(', ')}: the file has this name ${times(rows.length)}, and the group ${times(users.length)} (${users.map(({ username }) => username).join(', ')}): it is unclear who is who.`,
    'Add a column id or username to the file, and the same ids to the list.',
  )
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function alike(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The form in which names are compared: the derived username, if there is one. */
function usernameLike(name: string): string {
  return usernameOf(name) || alike(name)
}

/** A username never changes, even if the name does. */
function changesOf(user: UserPlan, { id, until, displayName, emails, admin, notes }: CsvRow): Partial<UserPlan> {
  const old = user.notes ?? {}
  const isOther = Object.entries(notes).some(([key, note]) => note !== (old[key] ?? ''))
  return {
    ...(id !== '' && id !== user.id ? { id } : {}),
    ...(until !== '' && until !== user.until ? { until } : {}),
    ...(displayName !== '' && displayName !== user.displayName ? { displayName } : {}),
    ...(admin && !user.admin ? { admin } : {}),
    ...(emails.length > 0 && emails.join() !== (user.emails ?? []).join() ? { emails } : {}),
    ...(isOther ? { notes: { ...old, ...notes } } : {}),
  }
}
