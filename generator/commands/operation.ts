import { Command, Option } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { colour } from '../errors/colour.ts'
import type { operations } from '../operations/index.ts'
import { listUsers } from '../operations/list-users.ts'
import { allParameters, isChange, type Operation, type Outcome, takesPassword } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import { makesAccount } from '../operations/preflight.ts'
import type { AskedAccount, Work } from '../run/operate.ts'
import type { Report } from '../run/report.ts'
import { textOf } from '../run/call.ts'
import { printable, printableLines } from '../ui/printable.ts'
import { hideProgress, withProgress } from '../ui/progress.ts'
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
import { confirmAll, confirmed, isConfirmed } from './confirm.ts'
import { addHostOptions, addReachOptions, reachOf, type ReachOptions } from './reach.ts'
import { exitCodeOfReports } from './exit-codes.ts'
import { csvOfFound, tableOfFound } from './found.ts'
import { UserList } from './user-list.ts'

interface Options extends AccountOptions, ReachOptions {
  check?: boolean
  dryRun?: boolean
  failIfExists?: boolean
  json?: boolean
  csv?: boolean
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
  if ('changes' in operation) command.option('--check', 'ask the server what would change, without changing it')
  command.option('-n, --dry-run', 'print the requests without connecting').option('--json', 'output JSON')
  return addReachOptions(command)
    .addHelpText('after', () => help(operation))
    .action(async () => setExit(await runOperation(operation, command.args, command.opts<Options>())))
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
    ...(operation.finds && operation.finds.fact !== 'user'
      ? [new Option('--csv', 'output CSV').conflicts('json')]
      : []),
  ]
}

function optionsOf({ name, kind, summary, opposite }: Parameter): Option[] {
  const flag = `--${name.replaceAll('_', '-')}`
  switch (kind) {
    case 'flag':
      return [
        new Option(name === 'yes' ? `-y, ${flag}` : flag, summary),
        ...(opposite ? [new Option(`--${opposite}`, 'log out all sessions (default)').conflicts(camelCase(name))] : []),
      ]
    case 'list':
      return [
        new Option(`${flag} <${name}>`, `${summary}; can be repeated`).argParser(
          (word: string, before: string[] | undefined) => [...(before ?? []), word],
        ),
      ]
    case 'secret':
      return [
        new Option('--generate-password', 'generate a strong password, and show it once it is set'),
        ...passwordKindOptions().map((option) => option.implies({ generatePassword: true })),
        new Option('--password-stdin', 'read the password from standard input, without the newline at its end'),
      ]
    case 'text':
      return [new Option(`${flag} <${name}>`, summary)]
  }
}

function help(operation: Operation): string {
  const password = takesPassword(operation)
    ? '\nThe password is asked for on a terminal, or comes from MATRIX_PASSWORD.\n'
    : ''
  return `${password}\nExamples:\n${operation.examples.map((words) => `  registrar ${`${operation.name} ${words}`.trim()}`).join('\n')}`
}

async function runOperation(operation: Work['operation'], words: string[], options: Options): Promise<ExitCode> {
  const list =
    operation.name === listUsers.name
      ? new UserList(options.json ? 'json' : options.csv ? 'csv' : 'table', printList)
      : undefined
  try {
    const { plan, directory } = await chooseHost(options)
    const accounts = await askedAccounts(operation, words, options)
    const asks = isConfirmed(operation, options)
    const work: Work = {
      plan,
      operation,
      accounts,
      check: Boolean(options.check),
      ...(list ? { onUser: (user) => list.add(user) } : {}),
    }
    const { describeCall, objections, operate } = await import('../run/operate.ts')
    const refused = objections(asks ? { ...work, accounts: confirmed(accounts, options) } : work)
    if (refused.length > 0) return tell({ operation, reports: refused, accounts, options, list })
    if (options.dryRun) return tellCall(await describeCall(work))
    if (!options.json && !options.check && lacksEmail(work))
      process.stderr.write(
        'note: MAS will ask for an e-mail address at the first sign-in; add one now with --email ADDRESS.\n',
      )
    const reach = await reachOf({ host: plan.host, directory }, options)
    const complete = asks ? confirmAll(options) : typePasswords
    const reports = await withProgress(`Working on ${plan.host}`, () => operate(work, reach, complete))
    return tell({ operation, reports, accounts, options, list })
  } catch (error) {
    if (!options.json) list?.end({})
    if (!options.json || !(error instanceof AppError)) throw error
    tellJson(
      { outcome: 'failed', class: error.code, changed: false, message: error.message, hint: error.hint, next: [] },
      list,
    )
    return error.exitCode
  }
}

/** Whether somebody is to be registered who will not get past the first login without more. */
function lacksEmail({ plan, operation, accounts }: Work): boolean {
  return (
    makesAccount(operation) &&
    plan.access.mas?.emailRequired === true &&
    accounts.some(({ email }) => textOf(email) === '')
  )
}

function printList(text: string): void {
  hideProgress()
  process.stdout.write(text)
}

function tellCall({ argv, stdin }: { argv: string[]; stdin: unknown }): ExitCode {
  process.stdout.write(`${printable(argv.join(' '))}\n${printableLines(JSON.stringify(stdin, null, 2))}\n`)
  process.stderr.write('Dry run: this command would run on the host, with this text on its standard input.\n')
  return 0
}

interface Ended {
  operation: Operation
  reports: Report[]
  accounts: AskedAccount[]
  options: Options
  /** Where its accounts were printed as they came. */
  list: UserList | undefined
}

function tell({ operation, reports, accounts, options, list }: Ended): ExitCode {
  const made = (index: number) => {
    const { password } = accounts[index] ?? {}
    const done = reports[index]?.changed && isChange(operation, reports[index].outcome as Outcome)
    return done && !options.check && password instanceof MadePassword ? password.reveal() : undefined
  }
  if (options.json) {
    const told = reports.map(({ rows, ...each }, index) => ({
      ...each,
      ...(rows && operation.finds ? { [operation.finds.fact]: rows } : {}),
      ...(made(index) === undefined ? {} : { password: made(index) }),
    }))
    tellJson(told.length === 1 && told[0] ? told[0] : told, list)
  } else tellPeople({ operation, reports, options, list }, made)
  return exitCodeOfReports(reports, options)
}

function tellJson(told: object, list?: UserList): void {
  if (list) list.end(told)
  else process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
}

function tellPeople(
  { operation: { finds }, reports, options: { csv }, list }: Omit<Ended, 'accounts'>,
  made: (index: number) => string | undefined,
): void {
  for (const [index, report] of reports.entries()) {
    const { message, hint, outcome, user_id: user } = report
    list?.end(report)
    if (outcome === 'refused' || outcome === 'failed')
      process.stderr.write(`${colour.red('error')}: ${printableLines(message)}\n  ${printableLines(hint ?? '')}\n`)
    else if (!list)
      process.stdout.write(
        !finds || outcome !== 'found'
          ? `${printableLines(message)}\n`
          : csv
            ? csvOfFound(report, finds)
            : tableOfFound(report, finds),
      )
    const password = made(index)
    if (password !== undefined) process.stdout.write(`Password of ${printable(user)}: ${password}\n`)
  }
  for (const step of new Set(reports.flatMap(({ next }) => next))) process.stderr.write(`${printable(step)}\n`)
}
