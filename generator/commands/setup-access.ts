import { Command } from 'commander'
import { authorities } from '../authorities/index.ts'
import type { Authority } from '../authorities/authority.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Examination } from '../run/doctor/examine.ts'
import type { Reach } from '../run/operate.ts'
import { askLine } from '../ui/ask-line.ts'
import { canAsk } from '../ui/ask-secret.ts'
import { printable } from '../ui/printable.ts'
import { withProgress } from '../ui/progress.ts'
import { chooseHost } from './choose-host.ts'
import { type Keep, keepOf, type KeepOptions } from './keep-token.ts'
import { addHostOptions, addReachOptions, reachOf, type ReachOptions } from './reach.ts'

interface Options extends KeepOptions, ReachOptions {
  username?: string
  as?: string
  check?: boolean
  yes?: boolean
  json?: boolean
}

/** What the steps have in hand. */
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

/** Steps that were not taken yet. */
export interface Prepared {
  steps: string[]
  carryOut: () => Promise<void>
  close?: () => Promise<void>
}

/** `registrar setup-access`: an admin access that works, and the lines of the host file that name it. */
export function setupAccessCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(
    new Command('setup-access').description(
      'set up the admin access that most operations need, and write it into the host file',
    ),
  )
    .option('--username <name>', 'the admin account to make; default: registrar')
    .option(
      '--as <name>',
      'use this existing account instead; its password is asked for, or comes from MATRIX_PASSWORD',
    )
    .option(
      '--keep <where>',
      'where the token is kept: file:PATH (relative to the host file), or "command:PROGRAM WORD..."',
    )
    .option('--read <command>', 'with --keep command: what prints the token again; for pass it is known')
    .option('--check', 'show the steps without taking them')
    .option('-y, --yes', 'skip the confirmation')
    .option('--json', 'output JSON')
  return addReachOptions(command)
    .addHelpText(
      'after',
      '\nIt shows each step, asks, and tries the new access before it is done. Run it again after an interruption.\n\nExamples:\n  registrar setup-access --check\n  registrar setup-access\n  registrar setup-access --as john\n  registrar setup-access --yes --keep file:admin-token',
    )
    .action(async (options: Options) => setExit(await setupAccess(options)))
}

interface Told {
  host: string
  outcome: 'unchanged' | 'predicted' | 'done' | 'not_confirmed' | 'failed'
  changed: boolean
  steps: string[]
  message: string
  hint?: string
}

async function setupAccess(options: Options): Promise<ExitCode> {
  try {
    const { plan, directory } = await chooseHost(options)
    if (!options.check && !options.yes && !canAsk())
      throw new AppError('not_confirmed', 'There is no terminal to ask for confirmation.', {
        hint: 'Review registrar setup-access --check, then add --yes.',
      })
    const keep = keepOf(options, { plan, directory })
    const { examine } = await import('../run/doctor/examine.ts')
    const reach = await reachOf({ host: plan.host, directory }, options)
    const told = await setUp({ plan, directory, options, keep, reach, examine: (other) => examine(other, reach) })
    return tell(told, options)
  } catch (error) {
    if (!options.json || !(error instanceof AppError)) throw error
    const { message, hint, exitCode, code } = error
    process.stdout.write(
      `${JSON.stringify({ host: options.host ?? '', outcome: 'failed', class: code, changed: false, steps: [], message, hint }, null, 2)}\n`,
    )
    return exitCode
  }
}

async function setUp(setting: SettingUp): Promise<Told> {
  const { plan, options, examine } = setting
  const { ownAccess }: Authority = authorities[plan.authority]
  const base = { host: plan.host, changed: false, steps: [] }
  const { current, prepared } = await withProgress(`Looking at ${plan.host}`, () => look(setting))
  if (!prepared)
    return {
      ...base,
      outcome: 'unchanged',
      message: `Nothing to do: access in ${plan.source} works.`,
      ...noteOf(current),
    }
  try {
    const { steps } = prepared
    if (options.check) return { ...base, outcome: 'predicted', steps, message: `${ownAccess.rights} Nothing was done.` }
    if (!options.json) tellSteps([...steps])
    if (!options.yes && (await askLine(`${ownAccess.rights}\nTake these steps? Type yes`)) !== 'yes')
      return { ...base, outcome: 'not_confirmed', steps, message: 'Nothing was done.' }
    await withProgress(`Working on ${plan.host}`, () => prepared.carryOut())
    const message = `Done: access in ${plan.source} works. ${ownAccess.rights}`
    return { ...base, outcome: 'done', changed: true, steps, message }
  } finally {
    await prepared.close?.()
  }

  async function look(at: SettingUp): Promise<{ current: Examination; prepared?: Prepared }> {
    const current = await examine(plan)
    if (works(current)) return { current }
    refuseTroubled(current)
    const broken = brokenAccess(current, plan)
    const [{ setUpToken }, { setUpCli }] = await Promise.all([import('./set-up-token.ts'), import('./set-up-cli.ts')])
    const prepared = await (ownAccess.kind === 'token' ? setUpToken : setUpCli)(at, current)
    return { current, prepared: { ...prepared, steps: [...broken, ...prepared.steps] } }
  }
}

function works({ works: ways }: Examination): boolean {
  return ['admin', 'api', 'cli'].some((way) => ways.includes(way as (typeof ways)[number]))
}

/** Why what the host file names is replaced. */
function brokenAccess({ findings }: Examination, { source, access: { token, login } }: HostPlan): string[] {
  const found = findings.find(({ check, state }) => state === 'bad' && ['admin', 'access'].includes(check))
  return (token || login) && found ? [`Replace what is there: access in ${source} does not work: ${found.detail}.`] : []
}

/** Where the doctor did not get as far as the accounts, that comes first. */
function refuseTroubled({ reachable, works: ways, findings, operations }: Examination): void {
  if (reachable && (ways.length > 0 || operations.length > 0)) return
  const trouble = findings.find(({ state }) => state === 'bad')
  throw new AppError('host-troubled', `${trouble?.detail ?? 'The server could not be looked at'}.`, {
    hint: `${trouble?.next ?? 'registrar doctor says more.'} Nothing was done.`,
    exitCode: 3,
  })
}

/** What the doctor says of the limits of logins. */
function noteOf({ findings }: Examination): { hint?: string } {
  const limits = findings.find(({ check }) => check === 'login limit')
  return limits ? { hint: `${limits.detail}. ${limits.next ?? ''}` } : {}
}

function tellSteps(steps: string[]): void {
  process.stdout.write(steps.map((step, index) => `  ${index + 1}. ${printable(step)}\n`).join(''))
}

function tell(told: Told, { json }: Options): ExitCode {
  const { outcome, steps, message, hint } = told
  if (json) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
  else {
    if (outcome === 'predicted') tellSteps(steps)
    process.stdout.write(`${printable(message)}\n`)
    if (hint) process.stderr.write(`${printable(hint)}\n`)
  }
  return outcome === 'not_confirmed' ? 2 : 0
}
