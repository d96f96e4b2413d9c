import { Command } from 'commander'
import { authorities } from '../authorities/index.ts'
import { isRefused } from '../authorities/program.ts'
import type { Authority } from '../authorities/authority.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import { limits, loadHostFile } from '../load/load-host-file.ts'
import { parseSource } from '../load/parse-source.ts'
import { registerUser } from '../operations/register-user.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan, UserPlan } from '../plan/host-plan.ts'
import type { PasswordKind } from '../plan/password-kind.ts'
import { renderUsers, usersAsWritten } from '../render/users.ts'
import type { UserRecord } from '../run/result.ts'
import { Secret } from '../secrets/secret.ts'
import { counted } from '../ui/counted.ts'
import { withProgress } from '../ui/progress.ts'
import { type CsvRow, forEachRow, rowsOfCsv } from './accounts-from-csv.ts'
import { chooseGroup, chooseHost, type ChosenHost } from './choose-host.ts'
import { renamedColumns } from './csv-columns.ts'
import { csvError } from './csv-error.ts'
import { fileNameOf } from './file-name-of.ts'
import { namePeople } from './name-people.ts'
import { withMoreUsers } from './more-users.ts'
import { passwordKindOptions } from './password-kind.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'
import { addHostOptions, addReachOptions, type ReachOptions, reachOf } from './reach.ts'
import { note } from '../ui/verbosity.ts'

interface Options extends ReachOptions, PasswordKind, OutputOptions {
  write?: boolean
  makeUsernames?: boolean
  passwords: string
  group?: string
  part?: boolean
  columns?: string
}

/** `registrar import-users`: the accounts that a server has, as a host file names them. */
export function importUsersCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(
    new Command('import-users').description(
      'list accounts on the server that are missing from the host file, ready to paste',
    ),
  )
    .argument(
      '[csv]',
      'read this CSV file instead of the server: columns username, display_name, emails and admin; - is standard input',
    )
    .option('--write', "add them to the host file instead of printing them; with --group, change the group's list")
    .option('--make-usernames', "derive usernames from the column name, such as zoe.o.hara from Zoë O'Hara")
    .option('--columns <list>', 'which column is which, such as username=Kennung,display_name=Name')
    .option('--group <name>', 'with a CSV file: compare it with this group: who is new, who stays, who leaves')
    .option('--part', 'with --group: the file has only some of the people, so nobody leaves')
    .option('--passwords <directory>', 'with a CSV file: the directory for their passwords, one file each', 'passwords')
  for (const option of passwordKindOptions()) command.addOption(option)
  return addReachOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      '\nAfter an import from the server, registrar plan shows no changes; after one from a CSV file, it shows the accounts to create.\nGuests and bridge accounts are left out.\n\nExamples:\n  registrar import-users\n  registrar import-users --host matrix.example.com --write\n  registrar import-users pupils.csv --passwords handout\n  registrar import-users pupils.csv --make-usernames --write\n  registrar import-users pupils27.csv --group pupils --write',
    )
    .action(async (csv: string | undefined, options: Options) => setExit(await importUsers(csv, options)))
}

async function importUsers(csv: string | undefined, options: Options): Promise<ExitCode> {
  if (options.group !== undefined) return importTheGroup(csv, options.group, options)
  const chosen = await chooseHost(options)
  const { plan } = chosen
  const found = csv === undefined ? await usersOfServer(chosen, options) : await usersOfCsv(csv, plan, options)
  const users = unnamed(found, plan, csv === undefined ? (name) => name : (name) => name.toLowerCase())
  if (options.write) await addToFile(plan.source, users)
  const text = renderUsers(users)
  if (isDocument(options.output))
    printDocument({ host: plan.host, written: Boolean(options.write), users: usersAsWritten(users) }, options.output)
  else if (!options.write) process.stdout.write(text)
  note(`${whatNext(users.length, plan.source, options)}\n`)
  return 0
}

function whatNext(count: number, source: string, { write }: Options): string {
  if (count === 0) return `Nothing to add: ${source} has all of these accounts.`
  const accounts = counted(count, 'account')
  return write ? `${accounts} added to ${source}. Next: registrar plan` : `${accounts}; --write adds them to ${source}.`
}

async function importTheGroup(csv: string | undefined, group: string, options: Options): Promise<ExitCode> {
  if (csv === undefined)
    throw new AppError('usage', '--group needs a CSV file of its people.', {
      hint: `For example: registrar import-users pupils.csv --group ${group}`,
    })
  const chosen = await chooseHost(options, { mayBeginLists: true })
  chooseGroup(chosen.plan, group)
  const { rows, userOf } = await peopleOfCsv(csv, chosen.plan, options)
  const { importGroup } = await import('./import-group.ts')
  const { part: isPart = false, write = false, output } = options
  return importGroup({ chosen, group, rows, userOf, isPart, write, output })
}

/** A server can have @Foo and @foo from years ago; a new account cannot be the second of such a pair. */
function unnamed(
  users: UserPlan[],
  { users: declared = [], domain }: HostPlan,
  alike: (name: string) => string,
): UserPlan[] {
  const nameOf = ({ username }: UserPlan) => alike(localpart({ username, domain }))
  const named = new Set(declared.map(nameOf))
  return users.filter((user) => !named.has(nameOf(user)))
}

async function usersOfServer({ plan, directory }: ChosenHost, options: Options): Promise<UserPlan[]> {
  const { openSession } = await import('../run/operate.ts') // with all that connects: the help starts without it
  const { observe, peopleOf } = await import('../run/observe.ts')
  const session = await openSession(plan, await reachOf({ host: plan.host, directory }, options))
  const authority: Authority = authorities[plan.authority]
  const hasEmails = !isRefused(authority, 'add-email')
  const ask = async () => ({ people: await peopleOf(session), ...(await observe(session, () => hasEmails)) })
  const { users, people } = await withProgress(`Asking ${plan.host}`, ask).finally(() => session.close())
  return users
    .filter((user) => people.has(user.username) && isWorthALine(user, authority))
    .map((user) => userOf(user, authority))
}

/** What cannot be brought back there, and cannot log in, is not worth a line. */
function isWorthALine({ deactivated }: UserRecord, authority: Authority): boolean {
  return !(deactivated && isRefused(authority, 'deactivate-user'))
}

/** People from a list, each with a password that is made when the account is. */
async function usersOfCsv(file: string, plan: HostPlan, options: Options): Promise<UserPlan[]> {
  const { rows, userOf } = await peopleOfCsv(file, plan, options)
  return namePeople(rows, []).map(userOf)
}

/** The people of a file, without what the server cannot have, and what the account of each is. */
async function peopleOfCsv(
  file: string,
  plan: HostPlan,
  { passwords, makeUsernames, group, columns, words, language }: Options,
) {
  const { objections } = await import('../run/operate.ts')
  const [hasNames, hasEmails] = (['set-display-name', 'add-email'] as const).map(
    (operation) => !isRefused(authorities[plan.authority], operation),
  )
  const read = await rowsOfCsv(file, {
    ofPeople: true,
    makesUsernames: Boolean(makeUsernames) || group !== undefined,
    ...(columns === undefined ? {} : { renamed: renamedColumns(columns) }),
  })
  const rows = forEachRow(read, (row) => {
    const { username, password, displayName, emails, where } = row
    if (password !== '')
      throw csvError(
        `${where}: this row has a password, which cannot go into a host file.`,
        'Remove the column, and passwords are generated; or use registrar register-user --from-csv.',
      )
    if (hasNames && displayName && !fitsHostFile.test(displayName))
      throw csvError(
        `${where}: the display name has control characters, or more than 256 characters.`,
        'Shorten it, or remove them.',
      )
    const account = { username: username || 'made', password: new Secret('given') }
    const [objection] = objections({ plan, operation: registerUser, accounts: [account], check: false })
    if (objection) throw csvError(`${where}: ${objection.message}`, objection.hint)
    return { ...row, displayName: hasNames ? displayName : '', emails: hasEmails ? emails : [] }
  })
  const fileOf = (username: string) => `${passwords}/${fileNameOf(localpart({ username, domain: plan.domain }))}`
  const userOf = ({ username, displayName, admin, emails, until, id, notes }: CsvRow): UserPlan => ({
    username,
    ...(displayName ? { displayName } : {}),
    ...(admin ? { admin } : {}),
    ...(emails.length > 0 ? { emails } : {}),
    ...(until ? { until } : {}),
    ...(id ? { id } : {}),
    ...(Object.values(notes).some(Boolean) ? { notes } : {}),
    generate: {
      file: fileOf(username),
      ...(words === undefined ? {} : { words }),
      ...(language === undefined ? {} : { language }),
    },
  })
  return { rows, userOf }
}

/** As schemas/defs/users.schema.json has it, of what a file of YAML can hold. */
const fitsHostFile = /^[^\p{Cc}\p{Surrogate}\ufffe\uffff]{1,256}$/u

function userOf({ username, admin, kind, emails, locked, deactivated }: UserRecord, authority: Authority): UserPlan {
  const hasStates = !isRefused(authority, 'lock-user')
  if (deactivated) return { username, state: 'deactivated' }
  return {
    username,
    admin,
    ...(kind === 'bot' || kind === 'support' ? { kind } : {}),
    ...(emails && emails.length > 0 ? { emails } : {}),
    ...(hasStates ? { state: locked ? 'locked' : 'present' } : {}),
  }
}

/** The whole file or nothing: what would not be a valid host file is not kept. */
async function addToFile(file: string, users: UserPlan[]): Promise<void> {
  const { configsOf } = await import('./configs-of.ts')
  const before = loadHostFile(file)
  const longer = longerBy(users, before)
  if (longer === before.text) return
  if (Buffer.byteLength(longer) > limits.hostFile * 1024 * 1024)
    throw new AppError('too-large', `${file} would be larger than ${limits.hostFile} MiB; it was left unchanged.`, {
      hint: 'Leave out --write, put what is printed into a file of its own, and name that file under users_files.',
    })
  configsOf(
    [{ ...before, ...parseSource(file, longer) }],
    new AppError('not-added', `The accounts cannot be added to ${file}; it was left unchanged.`, {
      hint: 'Leave out --write, and add the printed accounts by hand.',
    }),
  )
  replaceFile(file, longer)
}

/** With the users at the end, or below those that it has. */
function longerBy(users: UserPlan[], { file, text, document }: ReturnType<typeof loadHostFile>): string {
  const rendered = renderUsers(users)
  if (!document?.has('users')) return `${text}${text.endsWith('\n') ? '' : '\n'}${rendered}`
  if (users.length === 0) return text
  const longer = withMoreUsers(text, rendered)
  if (longer !== undefined) return longer
  throw new AppError('usage', `users in ${file} is not a plain list, so registrar cannot add accounts to it.`, {
    hint: 'Leave out --write, and add the printed accounts by hand.',
  })
}
