import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { Source } from '../load/source.ts'
import { parseSource } from '../load/parse-source.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan, UserPlan } from '../plan/host-plan.ts'
import { renderUsers, usersAsWritten } from '../render/users.ts'
import { colour } from '../errors/colour.ts'
import { printable } from '../ui/printable.ts'
import { readMembers, workspaceOf } from '../write/members.ts'
import type { CsvRow } from './accounts-from-csv.ts'
import type { ChosenHost } from './choose-host.ts'
import { type Comparison, compareList, type Stays } from './compare-list.ts'
import { editList } from './edit-list.ts'
import { namePeople } from './name-people.ts'
import { noteGroup } from './note-groups.ts'
import { isDocument, type Output, printDocument } from './output.ts'
import { note } from '../ui/verbosity.ts'

interface Importing {
  chosen: ChosenHost
  group: string
  rows: CsvRow[]
  /** The account of a person who is new. */
  userOf: (row: CsvRow) => UserPlan
  /** The file has only some of the people: nobody leaves. */
  isPart: boolean
  write: boolean
  output: Output
}

/** `registrar import-users FILE --group NAME`: shows who is new, stays and leaves; with --write, changes the group's list. */
export async function importGroup(importing: Importing): Promise<ExitCode> {
  const { chosen, group, rows, userOf, isPart, write, output } = importing
  const { plan } = chosen
  const localpartOf = (username: string) => localpart({ username, domain: plan.domain })
  const users = usersOf(plan, group)
  const compared = compareList(users, rows, localpartOf)
  const { stays, leaves: absent } = compared
  const comes = namePeople(compared.comes, takenIn(chosen)).map(userOf)
  refuseOthers(comes, plan, group)
  const leaves = isPart ? [] : absent
  const comparison = { ...compared, comes, leaves }
  const isSame = comes.length + leaves.length + changed(stays).length === 0
  const written = write && !isSame
  if (!isDocument(output)) process.stdout.write(linesOf(comparison))
  note(summaryOf(comparison))
  if (written) await writeList(importing, { users, ...comparison })
  else note(isSame ? 'Nothing to write.\n' : 'Nothing was written; --write does it.\n')
  if (isDocument(output)) printDocument({ host: plan.host, group, written, ...documentOf(comparison) }, output)
  return 0
}

/** With the keys of a host file. */
function documentOf({ comes, stays, leaves }: Compared) {
  return {
    new: usersAsWritten(comes),
    changed: changed(stays).map(({ user, changes }) => ({ username: user.username, changes: asWritten(changes) })),
    leave: leaves.map(({ username }) => username),
    unchanged: stays.length - changed(stays).length,
  }
}

interface Compared extends Pick<Comparison, 'stays' | 'leaves'> {
  comes: UserPlan[]
}

function usersOf({ users = [], groups = [], domain }: HostPlan, name: string): UserPlan[] {
  const usernames = new Set(groups.find((group) => group.name === name)?.usernames)
  return users.filter(({ username }) => usernames.has(localpart({ username, domain })))
}

/** Usernames that are taken, in lower case: of declared accounts, and of everybody who was ever in a group. */
function takenIn({ plan, directory }: ChosenHost): Set<string> {
  const members = Object.values(readMembers(workspaceOf(directory), plan.host)).flatMap((group) => Object.keys(group))
  const declared = (plan.users ?? []).map(({ username }) => localpart({ username, domain: plan.domain }))
  return new Set([...members, ...declared].map((username) => username.toLowerCase()))
}

/** A new person must not be in another list: an account is declared once. */
function refuseOthers(comes: UserPlan[], { users = [], domain }: HostPlan, group: string): void {
  const nameOf = ({ username }: UserPlan) => localpart({ username, domain }).toLowerCase()
  const declared = new Set(users.map(nameOf))
  const others = comes.filter((user) => declared.has(nameOf(user))).map(({ username }) => username)
  if (others.length > 0)
    throw new AppError('usage', `The host file has these accounts outside the group ${group}: ${others.join(', ')}.`, {
      hint: 'Remove them there, or from the file.',
    })
}

function changed(stays: Stays[]): Stays[] {
  return stays.filter(({ changes }) => Object.keys(changes).length > 0)
}

function linesOf({ comes, stays, leaves }: Compared): string {
  const lines = [
    ...comes.map(({ username, displayName = '' }) => [colour.green('+'), username, displayName]),
    ...changed(stays).map(({ user, changes }) => [colour.yellow('~'), user.username, changeText(user, changes)]),
    ...leaves.map(({ username, displayName = '' }) => [colour.red('-'), username, displayName]),
  ]
  return lines.map(([mark, ...words]) => `${mark} ${printable(words.join('  ').trimEnd())}\n`).join('')
}

function changeText(user: UserPlan, { notes, emails, displayName, ...others }: Partial<UserPlan>): string {
  const arrow = (name: string, was: string, is: string) => `${name}: ${was || 'none'} -> ${is || 'none'}`
  const noted = Object.entries(notes ?? {}).flatMap(([key, note]) =>
    note === (user.notes?.[key] ?? '') ? [] : [arrow(key, user.notes?.[key] ?? '', note)],
  )
  return [
    ...(displayName === undefined ? [] : [arrow('display name', user.displayName ?? '', displayName)]),
    ...(emails ? [arrow('emails', (user.emails ?? []).join(' '), emails.join(' '))] : []),
    ...Object.entries(others).map(([key, value]) => `${key}: ${String(value)}`),
    ...noted,
  ].join(', ')
}

function summaryOf({ comes, stays, leaves }: Compared): string {
  return `${comes.length} new, ${stays.length} stay (${changed(stays).length} changed), ${leaves.length} leave.\n`
}

/** Writes the whole list, or nothing if it would be invalid. Its members are recorded first, so that none is forgotten. */
async function writeList(
  { chosen, group }: Importing,
  { users, comes, stays, leaves }: Compared & { users: UserPlan[] },
) {
  const { plan, directory, source } = chosen
  const list = listOf(source, group)
  const place = new Map(users.map((user, index) => [user, index]))
  const at = (user: UserPlan) => place.get(user) ?? -1
  const change = new Map(changed(stays).map(({ user, changes }) => [at(user), changes]))
  const text = editList(list.text, { remove: leaves.map(at), change, add: comes })
  if (text === undefined || !isAsMeant(text, list.text, { gone: new Set(leaves.map(at)), change, comes }))
    throw new AppError(
      'not-added',
      `registrar cannot edit ${list.file}, because its users are not a plain list; it was left unchanged.`,
      { hint: 'Write each account as a list entry of its own (- { username: john }), or change them by hand.' },
    )
  const { configsOf } = await import('./configs-of.ts')
  const lists = (source.usersFiles ?? []).map((each) =>
    each === list ? { ...each, ...parseSource(each.file, text) } : each,
  )
  configsOf(
    [{ ...source, usersFiles: lists }],
    new AppError('not-added', `These changes would make ${list.file} invalid; it was left unchanged.`, {
      hint: 'Correct the CSV file, or change the list by hand.',
    }),
  )
  noteGroup(directory, { ...plan, groups: (plan.groups ?? []).filter(({ name }) => name === group), leavers: [] })
  replaceFile(list.file, text)
  note(`${list.file}: written. Next: registrar plan --group ${group}\n`)
}

function listOf({ document, usersFiles = [] }: Source, group: string): Source {
  const { users_files: files } = (document?.toJS() ?? {}) as { users_files: (string | { group?: string })[] }
  return usersFiles[files.findIndex((file) => typeof file !== 'string' && file.group === group)] as Source // it was found before
}

/** Whether the edited text is right: the other users unchanged, the changes, and the new users. */
function isAsMeant(
  after: string,
  before: string,
  { gone, change, comes }: { gone: Set<number>; change: Map<number, Partial<UserPlan>>; comes: UserPlan[] },
): boolean {
  const read = (text: string) => (parse(text) as { users: Record<string, unknown>[] }).users
  const expected = read(before).flatMap((user, index) =>
    gone.has(index) ? [] : [{ ...user, ...asWritten(change.get(index)) }],
  )
  const found = read(after)
  return isDeepStrictEqual(plain(found), plain([...expected, ...read(renderUsers(comes))]))
}

/** Notes are texts, however they were written. */
function plain(users: Record<string, unknown>[]): Record<string, unknown>[] {
  return users.map(({ notes = {}, ...user }) => ({
    ...user,
    notes: Object.fromEntries(Object.entries(notes as object).map(([key, note]) => [key, String(note)])),
  }))
}

/** With the keys of a host file. */
function asWritten(changes: Partial<UserPlan> = {}): Record<string, unknown> {
  const { displayName, ...rest } = changes
  return { ...rest, ...(displayName === undefined ? {} : { display_name: displayName }) }
}
