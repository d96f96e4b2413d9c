import { Command, InvalidArgumentError, Option } from 'commander'
import { type Check, isUnreachable } from '../discovery/check.ts'
import { compareWith } from '../discovery/compare.ts'
import { quoted } from '../discovery/foreign-text.ts'
import type { ConnectTo } from '../discovery/get.ts'
import type { Problem } from '../discovery/problem.ts'
import { isServerName } from '../discovery/server-name.ts'
import { colour } from '../errors/colour.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'
import { printable } from '../ui/printable.ts'
import { withProgress } from '../ui/progress.ts'
import { note } from '../ui/verbosity.ts'
import { addOutputOptions, documentText, isDocument, type OutputOptions } from './output.ts'

interface Options extends OutputOptions {
  file?: string
  connectTo?: ConnectTo[]
  timeout: number
}

/** `registrar check-discovery DOMAIN`: checks what clients and other servers find. */
export function checkDiscoveryCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('check-discovery')
    .description('check .well-known and federation for a domain, and say how to fix what is wrong')
    .argument('[domain]', "the Matrix server name, as in @john:DOMAIN; default: the host file's")
    .option(
      '-f, --file <path>',
      'the host file to compare with; default: registrar.yml here or above, else hosts/*.yml',
    )
    .addOption(
      new Option(
        '--connect-to <rule>',
        'connect to another address, as in curl: HOST:PORT:ADDRESS:PORT; an empty HOST or PORT means any; can be repeated',
      ).argParser(readConnectTo),
    )
    .addOption(
      new Option('--timeout <seconds>', 'how long each answer may take, with its redirects')
        .argParser(readSeconds)
        .default(10),
    )
  return addOutputOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  registrar check-discovery\n  registrar check-discovery example.com\n  registrar check-discovery example.com --connect-to example.com:443:203.0.113.5:443',
    )
    .action(async (domain: string | undefined, options: Options) => setExit(await run(domain, options)))
}

function readConnectTo(text: string, before: ConnectTo[] = []): ConnectTo[] {
  const words = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(text)?.slice(1)
  const [host, port, toHost, toPort] = (words ?? []).map((word) => word.replace(/^\[|\]$/g, ''))
  if (host === undefined || port === undefined || toHost === undefined || toPort === undefined)
    throw new InvalidArgumentError('It is HOST:PORT:ADDRESS:PORT.')
  return [...before, { host, port, toHost, toPort }]
}

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 3600)) throw new InvalidArgumentError('It is a number of seconds.')
  return seconds
}

async function run(named: string | undefined, { file, connectTo = [], timeout, output }: Options): Promise<ExitCode> {
  const { meantDiscovery } = await import('./meant-discovery.ts') // with the validator: the help starts without it
  const { domain, meant, delegated } = meantDiscovery({
    ...(named === undefined ? {} : { domain: named }),
    ...(file === undefined ? {} : { file }),
  })
  if (!isServerName(domain))
    throw new AppError('usage', `${quoted(domain)} is not a server name.`, {
      hint: 'Write the part after the colon in @john:example.com, without https:// and without a path.',
    })
  const { lookUp } = await import('../discovery/look-up.ts') // with TLS: other commands start without it
  const looked = await withProgress(`Looking up ${domain}`, () =>
    lookUp(domain, { connectTo, timeout: timeout * 1000 }, { mas: delegated }),
  )
  const checks = meant ? compareWith(meant, looked) : looked
  const problems = distinct(checks.flatMap((check) => check.problems))
  process.stdout.write(
    isDocument(output)
      ? documentText({ domain, ok: !problems.some(isError), checks }, output)
      : textOf(checks, problems),
  )
  if (!isDocument(output)) note(`${domain}: ${summary(problems)}.\n`)
  if (isUnreachable(checks)) return 3
  return problems.some(isError) ? 1 : 0
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

/** An expired certificate is one problem, however many files it affects. */
function distinct(problems: Problem[]): Problem[] {
  return problems.filter(({ message }, index) => index === problems.findIndex((other) => other.message === message))
}

function textOf(checks: Check[], problems: Problem[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length))
  const rows = checks.map(
    (check) =>
      `${check.name.padEnd(width)}  ${mark(check)}  ${printable(check.url)}${check.found === undefined ? '' : `: ${printable(check.found)}`}\n`,
  )
  return [...rows, ...problems.map(tellProblem)].join('')
}

function mark({ problems }: Check): string {
  if (problems.some(isError)) return colour.red('FAIL')
  return problems.length > 0 ? colour.yellow('WARN') : colour.green('ok  ')
}

function tellProblem({ code, severity, message, hint }: Problem): string {
  const paint = severity === 'error' ? colour.red : colour.yellow
  return `\n${paint(`${severity}[${code}]`)} ${printable(message)}\n  ${colour.cyan('help:')} ${printable(hint)}\n`
}

function summary(problems: Problem[]): string {
  const errors = problems.filter(isError).length
  const words = [
    errors > 0 ? counted(errors, 'error') : '',
    problems.length > errors ? counted(problems.length - errors, 'warning') : '',
  ]
  return words.filter(Boolean).join(' and ') || 'found by clients and other servers'
}
