import { Command, Option } from 'commander'
import { authorities } from '../authorities/index.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'
import { failures } from '../operations/failures.ts'
import type { operations } from '../operations/index.ts'
import { placeholders, unknownIn } from '../operations/invitation.ts'
import { listUsers } from '../operations/list-users.ts'
import { allParameters, isChange, type Operation, type Outcome, passwordOf } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import { makesAccount } from '../operations/preflight.ts'
import type { AskedAccount, Work } from '../run/operate.ts'
import { fillFacts, type Report } from '../run/result.ts'
import { textOf } from '../run/call.ts'
import type { Planned } from '../run/planned-requests.ts'
import { Secret } from '../secrets/secret.ts'
import { errorText } from '../ui/error-text.ts'
import { printable, printableLines } from '../ui/printable.ts'
import { hideProgress, withProgress } from '../ui/progress.ts'
import { confirm, note } from '../ui/verbosity.ts'
import {
  type AccountOptions,
  askedAccounts,
  camelCase,
  MadePassword,
  typedParameters,
  typePasswords,
} from './accounts.ts'
import { chooseHost } from './choose-host.ts'
import { passwordKindOptions } from './password-kind.ts'
import { confirmAll, confirmed, isConfirmed, isConfirmedForSeveral } from './confirm.ts'
import { addHostOptions, addReachOptions, checkHelp, reachOf, type ReachOptions } from './reach.ts'
import { exitCodeOfReports } from './exit-codes.ts'
import { type Keep, keepInFile } from './keep-token.ts'
import { addOutputOptions, failureDocument, isDocument, type OutputOptions, printDocument } from './output.ts'
import { requestText } from './request-text.ts'
import type { UserList } from './user-list.ts'

interface Options extends AccountOptions, ReachOptions, OutputOptions {
  check?: boolean
  dryRun?: boolean
  failIfExists?: boolean
  keep?: string
  template?: string
  yes?: boolean
  erase?: boolean
  confirmErase?: string[]
}

/** An operation as a command: `registrar register-user john`. */
export function operationCommand(operation: (typeof operations)[number], setExit: (code: ExitCode) => void): Command {
  const command = new Command(operation.name).description(
    `${operation.summary.charAt(0).toLowerCase()}${operation.summary.slice(1)}`,
  )
  const typed = typedParameters(operation)
  for (const parameter of typed)
    command.argument(
      typed.length === 1 && parameter.name === 'username' ? '[username...]' : `[${parameter.name}]`,
      describe(parameter),
    )
  for (const option of ownOptions(operation)) command.addOption(option)
  addHostOptions(command)
  if ('changes' in operation) command.option('--check', checkHelp)
  command.option('-n, --dry-run', 'print the requests without connecting')
  addOutputOptions(command, { csv: findsRows(operation) })
  return addReachOptions(command)
    .addHelpText('after', () => help(operation))
    .action(async () => setExit(await runOperation(operation, command.args, command.opts<Options>())))
}

function findsRows({ finds }: Operation): boolean {
  return finds !== undefined && finds.fact !== 'user'
}

function describe({ name, summary }: Parameter): string {
  return name === 'username' ? 'john, or @john:example.com' : summary
}

function ownOptions(operation: Operation): Option[] {
  const optional = allParameters(operation).filter((parameter) => parameter.default !== undefined)
  return [
    ...optional.flatMap(optionsOf),
    ...(makesAccount(operation)
      ? [
          new Option(
            '--from-csv <file>',
            'many accounts from a CSV file: columns username, password, admin and display_name; - is standard input',
          ),
          new Option('--fail-if-exists', 'exit 1 if an account already exists'),
        ]
      : []),
    ...(isConfirmedForSeveral(operation)
      ? [new Option('-y, --yes', 'with several accounts: skip the confirmation')]
      : []),
    ...(operation.makes
      ? [new Option('--keep <file>', 'write the token into this new file, which only you can read, and do not show it')]
      : []),
  ]
}

function optionsOf(parameter: Parameter): Option[] {
  const { name, kind, summary, placeholder = name, opposite, isKnown } = parameter
  const flag = `--${name.replaceAll('_', '-')}`
  switch (kind) {
    case 'flag':
      return [
        new Option(name === 'yes' ? `-y, ${flag}` : flag, summary),
        ...(opposite ? [new Option(`--${opposite}`, 'log out all sessions (default)').conflicts(camelCase(name))] : []),
      ]
    case 'list':
      return [
        new Option(`${flag} <${placeholder}>`, `${summary}; can be repeated`).argParser(
          (word: string, before: string[] | undefined) => [...(before ?? []), word],
        ),
      ]
    case 'secret':
      return [
        ...(isKnown ? [] : generateOptions()),
        new Option(
          '--password-stdin',
          `read ${wordsFor(parameter)} from standard input, without the newline at its end`,
        ),
      ]
    case 'text':
      return [new Option(`${flag} <${placeholder}>`, summary)]
  }
}

function wordsFor({ isKnown, summary }: Parameter): string {
  return isKnown ? summary : 'the password'
}

function generateOptions(): Option[] {
  return [
    new Option('--generate-password', 'generate a strong password, and show it once it is set'),
    ...passwordKindOptions().map((option) => option.implies({ generatePassword: true })),
  ]
}

function help(operation: Operation): string {
  const asked = passwordOf(operation)
  const password = asked ? `\nregistrar prompts for ${wordsFor(asked)}, unless MATRIX_PASSWORD is set.\n` : ''
  return `${password}\nExamples:\n${operation.examples.map((words) => `  registrar ${`${operation.name} ${words}`.trim()}`).join('\n')}`
}

async function runOperation(operation: Work['operation'], words: string[], options: Options): Promise<ExitCode> {
  const list = operation.name === listUsers.name ? await listFor(options) : undefined
  let keep: Keep | undefined
  try {
    const { plan, directory } = await chooseHost(options)
    const accounts = await askedAccounts(operation, words, { ...options, authority: authorities[plan.authority] })
    keep = options.keep === undefined ? undefined : keepForOne(options.keep, accounts)
    const asks = isConfirmed(operation, accounts.length, options)
    const work: Work = {
      plan,
      operation,
      accounts,
      check: Boolean(options.check ?? options.dryRun),
      ...(options.template ? { text: templateIn(options.template) } : {}),
      ...(list ? { onUser: (user) => list.add(user) } : {}),
    }
    const { objections, operate } = await import('../run/operate.ts')
    const refused = objections(asks ? { ...work, accounts: confirmed(operation, accounts, options) } : work)
    if (refused.length > 0) return await print({ operation, reports: refused, accounts, options, list })
    if (options.dryRun) {
      const planned = await planRequests(work)
      if (planned.refused.length > 0)
        return await print({ operation, reports: planned.refused, accounts, options, list })
      return printRequests(planned, work, options)
    }
    if (!isDocument(options.output) && !options.check && lacksEmail(work))
      note('note: MAS will ask for an e-mail address at the first sign-in; add one now with --email ADDRESS.\n')
    const reach = await reachOf({ host: plan.host, directory }, options)
    const complete = asks ? confirmAll(operation, plan, options) : typePasswords(plan)
    if (!work.check) await keep?.store(new Secret('')) // a token that could not be kept would be lost
    const reports = await withProgress(`Working on ${plan.host}`, () => operate(work, reach, complete))
    return await print({ operation, reports: await keepTokens(reports, keep), accounts, options, list })
  } catch (error) {
    keep?.discard()
    if (!list || !isDocument(options.output) || !(error instanceof AppError)) {
      list?.end({})
      throw error
    }
    list.end(failureDocument(error))
    return error.exitCode
  }
}

/** Refused before there is a token that could be lost. */
function keepForOne(file: string, accounts: AskedAccount[]): Keep {
  if (accounts.length > 1)
    throw new AppError('usage', 'Several tokens would go into one file.', { hint: 'Name one account with --keep.' })
  keepInFile(file, process.cwd()).check()
  return keepInFile(file, process.cwd(), [file])
}

/** The reports without what was kept. */
async function keepTokens(reports: Report[], keep: Keep | undefined): Promise<Report[]> {
  if (!keep) return reports
  const kept: Report[] = []
  for (const { access_token: token, ...report } of reports) {
    if (token === undefined) keep.discard()
    else await keep.store(new Secret(token))
    kept.push(token === undefined ? report : { ...report, next: [`The token is ${keep.place}.`, ...report.next] })
  }
  return kept
}

/** The operator's own text; one that cannot be filled is refused before there is a token. */
function templateIn(file: string): string {
  const text = readFileOr('Name a file with the text to send.', file, 1).toString()
  const unknown = unknownIn(text)
  if (unknown === undefined) return text
  const { message, hint } = failures.template_unknown
  const facts = { detail: unknown, way: Object.keys(placeholders).join(', ') }
  throw new AppError('template_unknown', fillFacts(message, facts), { hint: fillFacts(hint, facts) })
}

/** Whether an account is to be registered that needs an e-mail address at its first login. */
function lacksEmail({ plan, operation, accounts }: Work): boolean {
  return (
    makesAccount(operation) &&
    plan.access.mas?.emailRequired === true &&
    accounts.some(({ email }) => textOf(email) === '')
  )
}

async function listFor({ output }: Options): Promise<UserList> {
  const { formats, UserList } = await import('./user-list.ts')
  const format =
    output === 'table' || output === 'github'
      ? (await import('./user-table.ts')).userTable() // with the widths of characters, which are slow to load
      : formats[output]()
  return new UserList(format, (text) => {
    hideProgress()
    process.stdout.write(text)
  })
}

async function planRequests(work: Work): Promise<Planned> {
  const { plannedRequests } = await import('../run/planned-requests.ts')
  return plannedRequests(work)
}

function printRequests({ command, requests }: Planned, { plan, operation }: Work, { output }: Options): ExitCode {
  if (isDocument(output))
    printDocument({ host: plan.host, operation: operation.name, dry_run: true, command, requests }, output)
  else {
    process.stdout.write(requests.map(requestText).join(''))
    note(
      `Dry run: nothing was sent. On ${plan.host}, ${printable(command.join(' '))} would make these requests; changes only if needed.\n`,
    )
  }
  return 0
}

interface Ended {
  operation: Operation
  reports: Report[]
  accounts: AskedAccount[]
  options: Options
  /** Set if its accounts were printed as they came. */
  list: UserList | undefined
}

async function print({ operation, reports, accounts, options, list }: Ended): Promise<ExitCode> {
  const made = (index: number) => {
    const { password } = accounts[index] ?? {}
    const done = reports[index]?.changed && isChange(operation, reports[index].outcome as Outcome)
    return done && !options.check && password instanceof MadePassword ? password.reveal() : undefined
  }
  const { output } = options
  if (isDocument(output)) {
    const results = reports.map(({ rows, ...each }, index) => ({
      ...each,
      ...(rows && operation.finds ? { [operation.finds.fact]: rows } : {}),
      ...(made(index) === undefined ? {} : { password: made(index) }),
    }))
    const document = results.length === 1 && results[0] ? results[0] : { results: results }
    if (list) list.end(document)
    else printDocument(document, output)
  } else await tellPeople({ operation, reports, options, list }, made)
  return exitCodeOfReports(reports, options)
}

async function tellPeople(
  { operation, reports, options: { output, check }, list }: Omit<Ended, 'accounts'>,
  made: (index: number) => string | undefined,
): Promise<void> {
  for (const [index, report] of reports.entries()) {
    const { message, hint, outcome, user_id: user } = report
    list?.end(report)
    if (outcome === 'refused' || outcome === 'failed') process.stderr.write(errorText(message, hint))
    else if (report.text !== undefined) tellText(report, report.text, check)
    else if (!list) await tellDone(report, operation, output)
    const password = made(index)
    if (report.access_token !== undefined)
      process.stdout.write(`Access token of ${printable(user)}: ${printable(report.access_token)}\n`)
    if (password !== undefined) process.stdout.write(`Password of ${printable(user)}: ${password}\n`)
  }
  for (const step of new Set(reports.flatMap(({ next }) => next))) note(`${printable(step)}\n`)
}

/** The text alone is on standard output, so that a program that sends mail can take it; of one that was only predicted, nothing is. */
function tellText({ message }: Report, text: string, check = false): void {
  note(`${printable(message)}\n`)
  if (check) note(`The text would be:\n\n${printableLines(text)}`)
  else process.stdout.write(printableLines(text))
}

async function tellDone(
  report: Report,
  { finds, isAnswer }: Operation,
  output: OutputOptions['output'],
): Promise<void> {
  if (isAnswer) process.stdout.write(`${printableLines(report.message)}\n`)
  else if (!finds || report.outcome !== 'found') confirm(`${printableLines(report.message)}\n`)
  else {
    const { csvOfFound, tableOfFound } = await import('./found.ts')
    process.stdout.write(output === 'csv' ? csvOfFound(report, finds) : tableOfFound(report, finds))
  }
}
