import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'
import { colour } from '../errors/colour.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Applied } from '../run/apply.ts'
import { type Change, opens, setsPassword } from '../run/change.ts'
import type { Planned } from '../run/declared.ts'
import type { Session } from '../run/operate.ts'
import { parsePlanFile, type PlanFile } from '../run/plan-file.ts'
import type { Secret } from '../secrets/secret.ts'
import { askYes } from '../ui/ask.ts'
import { counted } from '../ui/counted.ts'
import { errorText } from '../ui/error-text.ts'
import { printable, printableLines } from '../ui/printable.ts'
import { type Advance, hideProgress, withProgress } from '../ui/progress.ts'
import { canAsk } from '../ui/terminal.ts'
import { confirm, note } from '../ui/verbosity.ts'
import { chooseGroup, chooseHost } from './choose-host.ts'
import { exitCodeOfResults } from './exit-codes.ts'
import { noteGroup, noteReturns } from './note-groups.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'
import { declaresNothing, tellNoUsers } from './plan.ts'
import { addHostOptions, addReachOptions, type ReachOptions, reachOf } from './reach.ts'
import { groupHelp, lockUnnamedHelp, paintLines, summaryOfPlan, printProblems } from './print-plan.ts'

interface Options extends ReachOptions, OutputOptions {
  yes?: boolean
  failFast?: boolean
  sheet?: string
  lockUnnamed?: boolean
  group?: string
}

/** `registrar apply [PLAN]`: makes the server's accounts match the host file. */
export function applyCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(
    new Command('apply')
      .description("make the server's accounts match the host file")
      .argument('[plan]', 'a plan saved by registrar plan --out; without one, it is made now'),
  )
    .option('-y, --yes', 'skip the confirmation')
    .option('--fail-fast', 'stop at the first failure')
    .option('--group <name>', groupHelp)
    .option('--lock-unnamed', lockUnnamedHelp)
    .option(
      '--sheet <file>',
      'write the generated passwords to this file, to hand out: CSV, or with .html a page of slips to cut',
    )
  return addReachOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      '\nChanges that fail are reported, and the rest continues; run it again to retry.\nExit code: 0 done, 2 refused before anything was done, 3 something failed, 130 interrupted.\n\nExamples:\n  registrar apply --yes\n  registrar apply plan.json --yes --fail-fast',
    )
    .action(async (file: string | undefined, options: Options) => setExit(await apply(file, options)))
}

async function apply(file: string | undefined, options: Options): Promise<ExitCode> {
  const { plan: whole, directory } = await chooseHost(options)
  const plan = chooseGroup(whole, options.group)
  const kept = file === undefined ? undefined : readPlan(file, plan)
  if (!kept && declaresNothing(plan)) return tellNoUsers(plan)
  if (kept && (options.lockUnnamed || options.group !== undefined))
    throw new AppError('usage', 'A saved plan already says which accounts are changed.', {
      hint: 'Add --lock-unnamed or --group to registrar plan --out FILE.',
    })
  if (options.sheet !== undefined) (await import('./password-sheet.ts')).checkSheet(options.sheet) // with processes
  if (!options.yes && !canAsk())
    throw new AppError('not_confirmed', 'There is no terminal to ask for confirmation.', {
      hint: 'Review registrar plan, then add --yes.',
    })
  const { openSession } = await import('../run/operate.ts') // with all that connects: the help starts without it
  const session = await openSession(plan, {
    ...(await reachOf({ host: plan.host, directory }, options)),
    finishes: true,
  })
  try {
    return await applyLocked({ session, plan, directory, kept }, options)
  } finally {
    await session.close()
  }
}

interface Applying {
  session: Session
  plan: HostPlan
  directory: string
  kept: PlanFile | undefined
}

async function applyLocked(applying: Applying, options: Options): Promise<ExitCode> {
  const { session, plan, directory, kept } = applying
  const lock = await session.lock()
  if (!lock.held)
    process.stderr.write(
      `${colour.yellow('warning')}: ${plan.host} has no flock, so nothing prevents two runs at the same time.\n`,
    )
  try {
    const { checkPlan } = await import('../run/declared.ts')
    const { planAccounts } = await import('./plan-accounts.ts')
    const planned = await withProgress(`Asking ${plan.host}`, () =>
      kept
        ? checkPlan(session, plan, kept)
        : planAccounts(session, plan, { declaring: { plan, directory }, lockUnnamed: options.lockUnnamed }),
    )
    note(paintLines([...planned.lines, ...planned.unnamedLines, ...planned.notes]))
    process.stderr.write(printProblems(planned.problems, plan.domain))
    note(summaryOfPlan(planned, plan))
    if (planned.changes.length > 0 && !options.yes && !(await confirmChanges(planned, applying)))
      return tellNothingDone()
    noteGroup(directory, plan)
    return await applyPlanned(planned, applying, options)
  } finally {
    await lock.release()
  }
}

async function confirmChanges({ changes }: Planned, { session, plan }: Applying): Promise<boolean> {
  const { showShutOut } = await import('./show-affected.ts')
  await showShutOut(session, plan, changes)
  return askYes(`Apply these changes to ${plan.host}?`)
}

function tellNothingDone(): ExitCode {
  process.stderr.write('Nothing was done.\n')
  return 2
}

function readPlan(file: string, { host }: HostPlan): PlanFile {
  const plan = parsePlanFile(readFileOr('Make a plan: registrar plan --out FILE', file, 32).toString())
  if (!plan)
    throw new AppError('not-a-plan', `${file} is not a plan made by registrar.`, {
      hint: 'Make one: registrar plan --out FILE',
    })
  if (plan.host !== host)
    throw new AppError('not-a-plan', `${file} is a plan for ${plan.host}, not for ${host}.`, {
      hint: `Add --host ${plan.host}.`,
    })
  return plan
}

async function applyPlanned(
  { changes, problems }: Planned,
  { session, plan, directory, kept }: Applying,
  options: Options,
): Promise<ExitCode> {
  const { applyChanges, notDone, unanswered } = await import('../run/apply.ts')
  const { passwordsOf } = await import('./passwords-of.ts')
  const { passwordOf, toShow } = passwordsOf(plan, directory)
  const { hideSheet, reserveSheet, writeSheet } = await import('./password-sheet.ts')
  const sheet = options.sheet === undefined ? undefined : reserveSheet(options.sheet, plan)
  if (options.sheet !== undefined) await hideSheet(options.sheet, directory)
  const ended = new Map<Change, Applied>()
  let sent: Change[] = []
  const unended = () => sent.filter((change) => !ended.has(change))
  const finish = async (results: Applied[]) => {
    noteReturns(directory, plan, letIn(results, problems, { isOlder: kept !== undefined }))
    if (isDocument(options.output)) printDocument(documentOf(results, plan, toShow), options.output)
    if (changes.length > 0) note(summaryOfResults(results))
    if (sheet === undefined || options.sheet === undefined) return
    const shown = shownOf(results, toShow)
    const count = await writeSheet(sheet, options.sheet, { plan, directory, given: givenIn(results), shown })
    note(
      `Wrote ${counted(count, 'password')} to ${options.sheet}, which only you can read. Delete it after handing them out.\n`,
    )
  }
  const leave = async () => {
    const late = new Map(unended().map((change) => [change, unanswered(change)]))
    if (!isDocument(options.output)) for (const result of late.values()) tellResult(result, plan, toShow)
    await finish(changes.map((change) => ended.get(change) ?? late.get(change) ?? notDone(change, 'Not started.')))
  }
  const interrupt = watchInterrupts(() => void leave().finally(() => process.exit(130)))
  const { signal: stop } = interrupt
  const applying = { session, plan, passwordOf, failFast: options.failFast ?? false, stop }
  const work = (advance: Advance) => {
    const report = (result: Applied) => {
      ended.set(result.change, result)
      if (result.outcome === 'not_done') return
      if (!isDocument(options.output)) tellResult(result, plan, toShow)
      advance(ended.size, changes.length)
    }
    const begin = (part: Change[]) => void (sent = part)
    advance(0, changes.length)
    return applyChanges(changes, { ...applying, begin, report })
  }
  const results = await withProgress(`Changing the accounts of ${plan.host}`, work).finally(interrupt.end)
  await finish(results)
  if (stop.aborted) return 130
  return exitCodeOfResults(results, problems)
}

/** Which of the accounts that `users` lets in can sign in now; a plan older than the list shows only those that it changed. */
function letIn(results: Applied[], problems: Planned['problems'], { isOlder }: { isOlder: boolean }) {
  const lacking = new Set(problems.map(({ username }) => username))
  const opened = new Set<string>()
  for (const { outcome, change } of results) {
    if (outcome === 'failed' || outcome === 'not_done') lacking.add(change.username)
    else if (opens(change)) opened.add(change.username)
  }
  return (username: string) => !lacking.has(username) && (!isOlder || opened.has(username))
}

/** The usernames of accounts that got a password. */
function givenIn(results: Applied[]): Set<string> {
  return new Set(results.flatMap((result) => (givesPassword(result) ? [result.change.username] : [])))
}

/** The passwords to show: only of accounts that really got them. */
function shownOf(results: Applied[], toShow: Map<string, Secret>): Map<string, Secret> {
  return new Map(
    results.flatMap((result) =>
      shownPassword(result, toShow) === undefined
        ? []
        : [[result.change.username, toShow.get(result.change.username) as Secret] as const],
    ),
  )
}

/** Milliseconds that a person waits after Ctrl-C. */
const patience = 9000

/** After Ctrl-C, running changes finish and no other starts; a second Ctrl-C, or a slow server, ends the program. */
function watchInterrupts(leave: () => void) {
  const stopping = new AbortController()
  let late: NodeJS.Timeout | undefined
  const stop = () => {
    if (stopping.signal.aborted) return leave()
    stopping.abort()
    late = setTimeout(leave, patience)
    process.stderr.write(
      `\nWaiting up to ${patience / 1000} s for the changes that have begun; no others are started. Press Ctrl-C again to stop now.\n`,
    )
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, stop)
  return {
    signal: stopping.signal,
    end: () => {
      clearTimeout(late)
      for (const signal of signals) process.off(signal, stop)
    },
  }
}

function tellResult(result: Applied, { domain }: HostPlan, toShow: Map<string, Secret>): void {
  const { outcome, message, hint, change } = result
  const user = printable(`@${change.username}:${domain}`)
  hideProgress()
  if (outcome === 'done' || outcome === 'unchanged') confirm(`${printableLines(message)}\n`)
  if (outcome === 'failed') process.stderr.write(errorText(`${user}: ${change.operation}: ${message}`, hint))
  const password = shownPassword(result, toShow)
  if (password) process.stdout.write(`Password of ${user}: ${password}\n`)
}

function shownPassword(result: Applied, toShow: Map<string, Secret>): string | undefined {
  return givesPassword(result) ? toShow.get(result.change.username)?.reveal() : undefined
}

function givesPassword({ outcome, change }: Applied): boolean {
  return outcome === 'done' && setsPassword(change)
}

function documentOf(results: Applied[], { host, domain }: HostPlan, toShow: Map<string, Secret>) {
  const shown = results.map((result) => {
    const { change, outcome, message, hint } = result
    return {
      user_id: `@${change.username}:${domain}`,
      ...change,
      outcome,
      message,
      hint,
      password: shownPassword(result, toShow),
    }
  })
  return { host, results: shown }
}

function summaryOfResults(results: Applied[]): string {
  const kinds = { done: 'done', unchanged: 'already correct', failed: 'failed', not_done: 'not started' }
  const counts = Object.entries(kinds).flatMap(([kind, word]) => {
    const count = results.filter(({ outcome }) => outcome === kind).length
    return count > 0 ? [`${count} ${word}`] : []
  })
  return `Changes: ${counts.join(', ')}.\n`
}
