import { Command, Option } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Examination } from '../run/doctor/examine.ts'
import type { Reach } from '../run/operate.ts'
import { askYes } from '../ui/ask.ts'
import { printable } from '../ui/printable.ts'
import { withProgress } from '../ui/progress.ts'
import { canAsk } from '../ui/terminal.ts'
import { confirm, note } from '../ui/verbosity.ts'
import { chooseHost } from './choose-host.ts'
import { type Keep, keepOf, type KeepOptions } from './keep-token.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'
import { addHostOptions, addReachOptions, checkHelp, reachOf, type ReachOptions } from './reach.ts'

interface Options extends KeepOptions, ReachOptions, OutputOptions {
  username?: string
  as?: string
  revoke?: boolean
  deactivateAccount?: boolean
  check?: boolean
  yes?: boolean
}

/** The context of the steps. */
export interface SettingUp {
  plan: HostPlan
  /** The host file's. */
  directory: string
  options: Options
  /** Where a token would be kept. */
  keep: Keep
  reach: Reach
  /** As the doctor does. */
  examine: (plan: HostPlan) => Promise<Examination>
}

/** Nothing to do. */
export interface Nothing {
  nothing: string
  hint?: string
}

/** Steps that were not taken. */
export interface Steps {
  steps: string[]
  carryOut: () => Promise<void>
  close?: () => Promise<void>
}

/** The same, to confirm. */
export interface Prepared extends Steps {
  /** Warnings to show before they are taken. */
  about: string
  /** The result once they are taken. */
  done: string
}

/** `registrar setup-access`: sets up a working admin access, and writes it into the host file. */
export function setupAccessCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(
    new Command('setup-access').description(
      'set up the admin access that most operations need, and write it into the host file',
    ),
  )
    .option('--username <name>', 'the admin account to create; default: registrar')
    .option(
      '--as <name>',
      'use this existing account instead; its password is asked for, or comes from MATRIX_PASSWORD',
    )
    .addOption(
      new Option('--client', 'MAS: create a client of its Admin API instead of using mas-cli').conflicts([
        'username',
        'as',
      ]),
    )
    .option(
      '--keep <where>',
      'where the token is kept: file:PATH or vault:PATH (relative to the host file), or "command:PROGRAM WORD..."',
    )
    .option('--read <command>', 'with --keep command: the command that prints the token again (not needed for pass)')
    .addOption(
      new Option('--revoke', 'undo: end the session, and remove the access from the host file').conflicts([
        'username',
        'as',
        'keep',
        'read',
        'client',
      ]),
    )
    .option('--deactivate-account', 'with --revoke: deactivate the account, too')
    .option('--check', checkHelp)
    .option('-y, --yes', 'skip the confirmation')
  return addReachOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      '\nShows each step, asks for confirmation, and tests the new access. Safe to run again after an interruption.\n\nExamples:\n  registrar setup-access --check\n  registrar setup-access\n  registrar setup-access --as john\n  registrar setup-access --yes --keep file:admin-token\n  registrar setup-access --yes --keep vault:secrets/admin-token\n  registrar setup-access --revoke',
    )
    .action(async (options: Options) => setExit(await setupAccess(options)))
}

interface Result {
  host: string
  outcome: 'unchanged' | 'predicted' | 'done' | 'not_confirmed' | 'failed'
  changed: boolean
  steps: string[]
  message: string
  hint?: string
}

async function setupAccess(options: Options): Promise<ExitCode> {
  const { plan, directory } = await chooseHost(options)
  if (options.deactivateAccount && !options.revoke)
    throw new AppError('usage', '--deactivate-account only works with --revoke.', {
      hint: 'Add --revoke, or leave it out.',
    })
  if (!options.check && !options.yes && !canAsk())
    throw new AppError('not_confirmed', 'There is no terminal to ask for confirmation.', {
      hint: 'Review registrar setup-access --check, then add --yes.',
    })
  const keep = keepOf(options, { plan, directory })
  const { examine } = await import('../run/doctor/examine.ts')
  const reach = await reachOf({ host: plan.host, directory }, options)
  const result = await takeSteps({ plan, directory, options, keep, reach, examine: (other) => examine(other, reach) })
  return print(result, options)
}

async function takeSteps(setting: SettingUp): Promise<Result> {
  const { plan, options } = setting
  const base = { host: plan.host, changed: false, steps: [] }
  const prepare = options.revoke
    ? (await import('./revoke-access.ts')).prepareRevoking
    : (await import('./prepare-access.ts')).prepareAccess // both with all that connects: the help starts without it
  const prepared = await withProgress(`Looking at ${plan.host}`, () => prepare(setting))
  if ('nothing' in prepared)
    return {
      ...base,
      outcome: 'unchanged',
      message: prepared.nothing,
      ...(prepared.hint ? { hint: prepared.hint } : {}),
    }
  const { steps, about, done } = prepared
  try {
    if (options.check) return { ...base, outcome: 'predicted', steps, message: `${about} Nothing was done.` }
    if (!isDocument(options.output)) process.stdout.write(`${stepsText(steps)}${printable(about)}\n`)
    if (!options.yes && !(await askYes('Take these steps?')))
      return { ...base, outcome: 'not_confirmed', steps, message: 'Nothing was done.' }
    await withProgress(`Working on ${plan.host}`, () => prepared.carryOut())
    return { ...base, outcome: 'done', changed: true, steps, message: done }
  } finally {
    await prepared.close?.()
  }
}

function stepsText(steps: string[]): string {
  return steps.map((step, index) => `  ${index + 1}. ${printable(step)}\n`).join('')
}

function print(result: Result, { output }: Options): ExitCode {
  const { outcome, steps, message, hint } = result
  if (isDocument(output)) printDocument(result, output)
  else {
    if (outcome === 'predicted') process.stdout.write(stepsText(steps))
    confirm(`${printable(message)}\n`)
    if (hint) note(`${printable(hint)}\n`)
  }
  return outcome === 'not_confirmed' ? 2 : 0
}
