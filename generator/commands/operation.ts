import { Command, InvalidArgumentError } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { colour } from '../errors/colour.ts'
import type { operations } from '../operations/index.ts'
import type { AskedAccount, Work } from '../run/operate.ts'
import type { Report } from '../run/report.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'
import { withProgress } from '../ui/progress.ts'
import { type AccountOptions, askedAccounts } from './accounts.ts'
import { chooseHost } from './choose-host.ts'

interface Options extends AccountOptions {
  file?: string
  host?: string
  check?: boolean
  dryRun?: boolean
  failIfExists?: boolean
  json?: boolean
  askBecomePass?: boolean
  sshConfig?: string
  readyTimeout: number
}

/** An operation as a command: `registrar register-user john`. */
export function operationCommand(operation: (typeof operations)[number], setExit: (code: ExitCode) => void): Command {
  return new Command(operation.name)
    .description(`${operation.summary.toLowerCase()}, over SSH or on this machine, without Ansible`)
    .argument('[username...]', 'john, or @john:example.com')
    .option('--admin', 'make it a server admin')
    .option('--generate-password', 'make a strong password, and show it once the account exists')
    .option('--password-stdin', 'read the password from standard input; one newline at its end is cut')
    .option('--from-csv <file>', 'many accounts: columns username, password and admin; - is standard input')
    .option('--host <name>', 'which host, when there are several')
    .option('--file <path>', 'the host file; default: registrar.yml here or above, else hosts/*.yml')
    .option('--check', 'ask the server what would be done, and do nothing')
    .option('--dry-run', 'show the commands that would run, and connect to nothing')
    .option('--fail-if-exists', 'exit 1 when an account exists already')
    .option('--json', 'tell the outcome as JSON, on standard output')
    .option('--ask-become-pass', 'ask for the password of sudo on the host')
    .option('--ssh-config <file>', 'read instead of ~/.ssh/config')
    .option('--ready-timeout <seconds>', 'how long a homeserver may take to answer after it was started', seconds, 120)
    .addHelpText('after', examples)
    .action(async (usernames: string[], options: Options) => setExit(await runOperation(operation, usernames, options)))
}

const examples = `
The password is asked for on a terminal, or comes from MATRIX_PASSWORD.

Examples:
  registrar register-user john
  registrar register-user john --admin --generate-password
  registrar register-user --from-csv people.csv --host matrix.example.com
  registrar register-user john --generate-password --dry-run`

function seconds(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number of seconds.')
  return number
}

async function runOperation(operation: Work['operation'], usernames: string[], options: Options): Promise<ExitCode> {
  try {
    const { plan, directory } = chooseHost(options)
    const accounts = await askedAccounts(usernames, options)
    const work: Work = { plan, operation, accounts, check: Boolean(options.check) }
    const { describeSteps, objections, operate } = await import('../run/operate.ts')
    const refused = objections(work)
    if (refused.length > 0) return tell(refused, accounts, options)
    if (options.dryRun) return tellSteps(describeSteps(work))
    const becomePassword = options.askBecomePass ? await becomePasswordOf(plan.host) : undefined
    const reach = {
      directory,
      ask: canAsk() ? askSecret : undefined,
      readyTimeout: options.readyTimeout,
      ...(becomePassword ? { becomePassword } : {}),
      ...(options.sshConfig === undefined ? {} : { sshConfig: options.sshConfig }),
    }
    return tell(await withProgress(`Working on ${plan.host}`, () => operate(work, reach)), accounts, options)
  } catch (error) {
    if (!options.json || !(error instanceof AppError)) throw error
    process.stdout.write(`${JSON.stringify({ outcome: 'failed', class: error.code, changed: false, message: error.message, hint: error.hint, next: [] }, null, 2)}\n`)
    return error.exitCode
  }
}

function becomePasswordOf(host: string) {
  if (canAsk()) return askSecret(`Password for sudo on ${host}: `)
  throw new AppError('no-terminal', 'There is no terminal to ask for the password of sudo.', { hint: 'Set connection.become.password in the host file to a reference.' })
}

function tellSteps(steps: { argv: string[]; stdin: unknown }[]): ExitCode {
  for (const { argv, stdin } of steps) process.stdout.write(`${argv.join(' ')}\n${JSON.stringify(stdin, null, 2)}\n`)
  process.stderr.write('Nothing was done; these commands would run on the host, the text on their standard input.\n')
  return 0
}

function tell(reports: Report[], accounts: AskedAccount[], options: Options): ExitCode {
  const made = (index: number) => (reports[index]?.outcome === 'created' && !options.check && options.generatePassword ? accounts[index]?.password.reveal() : undefined)
  if (options.json) {
    const list = reports.map((each, index) => ({ ...each, ...(made(index) === undefined ? {} : { password: made(index) }) }))
    process.stdout.write(`${JSON.stringify(list.length === 1 ? list[0] : list, null, 2)}\n`)
  } else tellPeople(reports, made)
  return exitCodeOf(reports, options)
}

function tellPeople(reports: Report[], made: (index: number) => string | undefined): void {
  for (const [index, { message, hint, outcome, user_id: user }] of reports.entries()) {
    const failed = outcome === 'refused' || outcome === 'failed'
    if (failed) process.stderr.write(`${colour.red('error')}: ${message}\n  ${hint ?? ''}\n`)
    else process.stdout.write(`${message}\n`)
    const password = made(index)
    if (password !== undefined) process.stdout.write(`Password of ${user}: ${password}\n`)
  }
  for (const step of new Set(reports.flatMap(({ next }) => next))) process.stderr.write(`${step}\n`)
}

function exitCodeOf(reports: Report[], { failIfExists }: Options): ExitCode {
  const has = (outcome: Report['outcome']) => reports.some((each) => each.outcome === outcome)
  if (has('failed')) return 3
  if (has('refused')) return 2
  return failIfExists && has('exists') ? 1 : 0
}
