import { Command, CommanderError } from 'commander'
import { applyCommand } from './commands/apply.ts'
import { checkDiscoveryCommand } from './commands/check-discovery.ts'
import { checkVarsCommand } from './commands/check-vars.ts'
import { cleanCommand } from './commands/clean.ts'
import { completeCommand } from './commands/complete.ts'
import { completionCommand } from './commands/completion.ts'
import { doctorCommand } from './commands/doctor.ts'
import { generateCommand } from './commands/generate.ts'
import { importCommand } from './commands/import.ts'
import { importUsersCommand } from './commands/import-users.ts'
import { initCommand } from './commands/init.ts'
import { migrateCommand } from './commands/migrate.ts'
import { operationCommand } from './commands/operation.ts'
import { failureDocument, isDocument, printDocument, settleOutput } from './commands/output.ts'
import { planCommand } from './commands/plan.ts'
import { setupAccessCommand } from './commands/setup-access.ts'
import { usageError } from './commands/usage-error.ts'
import { validateCommand } from './commands/validate.ts'
import { vaultSecretsCommand } from './commands/vault-secrets.ts'
import { AppError, type ExitCode } from './errors/app-error.ts'
import { isSystemError, reasonOf } from './files/system-error.ts'
import { operations } from './operations/index.ts'
import { isOnTokens } from './authorities/ways.ts'
import { takeOwnSecrets } from './secrets/environment.ts'
import { errorText } from './ui/error-text.ts'
import { fitText } from './ui/fit-text.ts'
import { printableLines } from './ui/printable.ts'
import { version } from './version.ts'

/** Run the program with the words after its name, and return its exit code: the one place that decides it. */
export async function main(words: string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  let output: string | undefined
  const setExit = (code: ExitCode) => {
    exitCode = code
  }
  takeOwnSecrets()
  const wrongUsage = (error: CommanderError, command: Command) => {
    if (command.parent) output = words.includes('--json') ? 'json' : command.opts<{ output?: string }>().output
    return usageError(error, command) ?? error
  }
  const program = buildProgram(setExit, wrongUsage).hook('preAction', (_program, command) => {
    settleOutput(command)
    output = command.opts<{ output?: string }>().output
    changeDirectory(command.optsWithGlobals<{ C?: string }>().C)
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    return explain(error, output)
  }
}

function buildProgram(
  setExit: (code: ExitCode) => void,
  wrongUsage: (error: CommanderError, command: Command) => Error,
): Command {
  const program = new Command('registrar')
    .description(
      'Turns one typed file per Matrix host into Ansible tasks, variables and just recipes that register and manage its accounts.',
    )
    .version(version)
    .option('-C <directory>', 'run as if started in this directory')
    .showSuggestionAfterError()
    .addHelpText('after', examples)
    .configureHelp({ subcommandTerm: (command) => command.name() })
  for (const [heading, commands] of Object.entries(commandGroups(setExit))) {
    program.commandsGroup(`${heading}:`)
    for (const command of commands) program.addCommand(command)
  }
  program.addCommand(completeCommand(setExit), { hidden: true })
  program.helpCommand(false)
  program.addCommand(helpCommand(program))
  for (const command of [program, ...program.commands])
    command
      .exitOverride((error) => {
        throw wrongUsage(error, command)
      })
      .configureHelp({ ...command.configureHelp(), minWidthToWrap: 20 })
      .configureOutput({ writeOut: (text) => process.stdout.write(fitText(text)), outputError: () => undefined })
  for (const command of program.commands) command.option('-q, --quiet', 'print only errors and the data asked for')
  return program
}

function helpCommand(program: Command): Command {
  return new Command('help')
    .description('show the help of a command')
    .argument('[command]')
    .action((name: string | undefined) => {
      const command = program.commands.find((each) => each.name() === name)
      if (command === undefined && name !== undefined) program.error(`error: unknown command '${name}'`)
      ;(command ?? program).outputHelp()
    })
}

function changeDirectory(directory: string | undefined): void {
  if (directory === undefined) return
  try {
    process.chdir(directory)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new AppError('no-directory', `Cannot change to ${directory}: ${reasonOf(error)}.`, {
      hint: 'Give -C a directory that exists.',
    })
  }
}

/** Every command, under the headings of the help. */
function commandGroups(setExit: (code: ExitCode) => void): Record<string, Command[]> {
  const [tokens, accounts] = [true, false].map((isWanted) =>
    operations
      .filter(({ name }) => isOnTokens(name) === isWanted)
      .map((operation) => operationCommand(operation, setExit)),
  )
  return {
    Accounts: accounts ?? [],
    'Registration tokens': tokens ?? [],
    'Declared accounts': [planCommand(setExit), applyCommand(setExit), importUsersCommand(setExit)],
    'Host files': [
      initCommand(setExit),
      setupAccessCommand(setExit),
      validateCommand(setExit),
      generateCommand(setExit),
      importCommand(setExit),
      vaultSecretsCommand(setExit),
      cleanCommand(setExit),
    ],
    'Playbook variables': [checkVarsCommand(setExit), migrateCommand(setExit)],
    Checks: [doctorCommand(setExit), checkDiscoveryCommand(setExit)],
    'Other commands': [completionCommand(setExit)],
  }
}

const examples = `
Examples:
  registrar init --domain example.com      a host file to start from
  registrar register-user john             an account, over SSH
  registrar doctor                         what works on the host, and what does not
  registrar generate                       Ansible and just recipes that do the same
  registrar register-user --help           more about one command

Exit codes:
  0    done, or nothing to do
  1    findings: a check failed, or there are changes (plan, generate --check)
  2    refused: wrong usage or input; what was refused is untouched
  3    the host or the server could not be reached, or an operation failed
  70   a bug in registrar
  130  interrupted`

function explain(error: unknown, output?: string): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof AppError) {
    if (isDocument(output)) {
      printDocument(failureDocument(error), output)
      return error.exitCode
    }
    process.stderr.write(error.exitCode === 130 ? `${error.message}\n` : errorText(error.message, error.hint))
    return error.exitCode
  }
  if (isSystemError(error)) {
    process.stderr.write(
      errorText(
        `${error.path ?? error.syscall}: ${reasonOf(error)}.`,
        'Fix the cause, then run the same command again.',
      ),
    )
    return 2
  }
  process.stderr.write(
    `error: this is a bug in the program; please report it.\n${printableLines(String(error instanceof Error ? error.stack : error))}\n`,
  )
  return 70
}
