import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { colour } from '../errors/colour.ts'
import type { Examination } from '../run/doctor/examine.ts'
import type { Finding } from '../run/doctor/finding.ts'
import { printable } from '../ui/printable.ts'
import { withProgress } from '../ui/progress.ts'
import { wrap } from '../ui/wrap.ts'
import { chooseHost } from './choose-host.ts'
import { addOutputOptions, documentText, isDocument, type OutputOptions } from './output.ts'
import { addConnectionOptions, addHostOptions, connectionOf, type ConnectionOptions } from './reach.ts'

interface Options extends ConnectionOptions, OutputOptions {}

/** `registrar doctor`: exit code 0: no problem, 1: a problem, 3: the host could not be reached. */
export function doctorCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(
    new Command('doctor').description(
      'check a host, from the connection to its accounts, and say what is wrong; changes nothing',
    ),
  )
  return addConnectionOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      '\nIf the host file gives the password of an admin, doctor signs in once to test it.\n\nExamples:\n  registrar doctor\n  registrar doctor --json',
    )
    .action(async (options: Options) => setExit(await runDoctor(options)))
}

async function runDoctor(options: Options): Promise<ExitCode> {
  try {
    return print(await examineHost(options), options)
  } catch (error) {
    if (!isDocument(options.output) || !(error instanceof AppError)) throw error
    const { message, hint, exitCode } = error
    print(
      {
        host: options.host ?? '',
        reachable: false,
        findings: [{ check: 'host file', state: 'bad', detail: message, next: hint }],
        operations: [],
        works: [],
      },
      options,
    )
    return exitCode
  }
}

async function examineHost(options: Options): Promise<Examination> {
  const { plan, directory } = await chooseHost(options)
  const reach = await connectionOf({ host: plan.host, directory }, options)
  const [{ examine }, { lookAtTools }] = await Promise.all([
    import('../run/doctor/examine.ts'),
    import('./tools-here.ts'),
  ])
  const [here, examination] = await Promise.all([
    lookAtTools(),
    withProgress(`Looking at ${plan.host}`, () => examine(plan, reach)),
  ])
  return { ...examination, findings: [...examination.findings, ...here] }
}

function print({ works: _works, ...examination }: Examination, options: Options): ExitCode {
  process.stdout.write(isDocument(options.output) ? documentText(examination, options.output) : tableOf(examination))
  if (!examination.reachable) return 3
  return examination.findings.some(({ state }) => state === 'bad') ? 1 : 0
}

const marks: Record<Finding['state'], string> = {
  good: colour.green('ok  '),
  note: colour.dim('note'),
  warning: colour.yellow('warn'),
  bad: colour.red('BAD '),
}

function tableOf({ findings }: Pick<Examination, 'findings'>): string {
  const width = Math.max(...findings.map(({ check }) => check.length))
  const indent = 'ok    '.length + width + '  -> '.length
  return findings
    .map(({ check, state, detail, next }) => {
      const first = findings.find((other) => other.detail === detail)?.check ?? check
      const text =
        first === check
          ? `${printable(detail)}\n${next ? `      ${' '.repeat(width)}  -> ${printable(next)}\n` : ''}`
          : `The same as for ${first}\n`
      return wrap(`${marks[state]}  ${check.padEnd(width)}  ${text}`, process.stdout, indent)
    })
    .join('')
}
