import type { Accounts } from './accounts.ts'
import { type OptionSpec, parseArguments, UsageError } from './clap.ts'
import { commands } from './mas-cli-commands.ts'
import { Endless, Failure, type Output } from './mas-cli-output.ts'
import { Refusal } from './refusal.ts'

/** What a run of mas-cli leaves; one that never ends writes `stderr` again and again. */
interface CliRun {
  exitCode: number
  stdout: string
  stderr: string
  isEndless?: boolean
}

/** Runs `mas-cli WORDS` without a terminal. */
export const runMasCli = async (accounts: Accounts, words: readonly string[]): Promise<CliRun> => {
  const stdout: string[] = []
  const stderr: string[] = []
  const output: Output = {
    print: (line) => void stdout.push(line),
    log: (level, line) =>
      void stderr.push(
        `${new Date().toISOString().replace('Z', '000Z')} ${level.padStart(5)} mas_cli::commands::manage:1 ${line}`,
      ),
  }
  const end = (exitCode: number, ...lines: string[]): CliRun => ({
    exitCode,
    stdout: join(stdout),
    stderr: join([...stderr, ...lines]),
  })
  try {
    return end(await dispatch(accounts, words, output))
  } catch (error) {
    if (error instanceof UsageError) return end(2, error.message, '', "For more information, try '--help'.")
    if (error instanceof Endless) return { ...end(0, error.message), isEndless: true }
    if (error instanceof Failure) return end(1, `Error: ${error.message}`)
    if (error instanceof Refusal)
      return end(
        1,
        `Error: ${error.titles[0]}`,
        '',
        'Caused by:',
        ...error.titles.slice(1).map((title) => `    ${title}`),
      )
    throw error
  }
}

const join = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** Every command takes it. */
const config: OptionSpec = { long: 'config', short: 'c', value: 'CONFIG' }

const dispatch = async (accounts: Accounts, words: readonly string[], output: Output): Promise<number> => {
  const [group, name, ...rest] = words
  if (group === '-c' || group === '--config') return dispatch(accounts, words.slice(2), output)
  if (group === '--version' || group === '-V') {
    output.print('mas-cli v1.22.0')
    return 0
  }
  if (group === 'config' && name === 'check') {
    output.log('INFO', 'Configuration file looks good')
    return 0
  }
  if (group !== 'manage') throw new UsageError(`error: unrecognized subcommand '${group ?? ''}'`)
  if (name === undefined) throw new UsageError('Manage the instance\n\nUsage: mas-cli manage [OPTIONS] <COMMAND>')
  const command = commands[name]
  if (!command) throw new UsageError(`error: unrecognized subcommand '${name}'`)
  return command.run(accounts, parseArguments({ ...command, options: [...command.options, config] }, rest), output)
}
