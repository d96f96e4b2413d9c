import { Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { checkReplaceable, replaceFile } from '../files/replace-file.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { PlanFile } from '../run/plan-file.ts'
import { withProgress } from '../ui/progress.ts'
import { note, verbosity } from '../ui/verbosity.ts'
import { chooseGroup } from './choose-host.ts'
import { addOutputOptions, documentText, isDocument, type OutputOptions } from './output.ts'
import { addHostOptions, addReachOptions, type ReachOptions } from './reach.ts'
import { reachHost } from './reach-host.ts'
import { groupHelp, lockUnnamedHelp, paintLines, summaryOfPlan, printProblems } from './print-plan.ts'

interface Options extends ReachOptions, OutputOptions {
  out?: string
  lockUnnamed?: boolean
  group?: string
}

/** `registrar plan`: shows the changes that `registrar apply` would make. */
export function planCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(new Command('plan').description('show what registrar apply would change'))
    .option('--group <name>', groupHelp)
    .option('--lock-unnamed', lockUnnamedHelp)
    .option('--out <file>', 'save the plan for registrar apply FILE; it contains no secrets')
  return addReachOptions(addOutputOptions(command, { out: true }))
    .addHelpText(
      'after',
      '\nExit code: 0 no changes, 1 there are changes, 3 something failed or is not possible.\n\nExamples:\n  registrar plan\n  registrar plan --host matrix.example.com --out plan.json',
    )
    .action(async (options: Options) => setExit(await planHostUsers(options)))
}

async function planHostUsers(options: Options): Promise<ExitCode> {
  const { lockUnnamed, group } = options
  const reached = await reachHost(options, async (session, plan, chosen) => {
    const { planAccounts } = await import('./plan-accounts.ts')
    const declaring = chosen.then((whole) => ({ ...whole, plan: chooseGroup(whole.plan, group) }))
    return planAccounts(session, plan, { declaring, lockUnnamed })
  })
  try {
    const plan = chooseGroup((await reached.chosen).plan, group)
    const { host, domain } = plan
    if (declaresNothing(plan)) return tellNoUsers(plan)
    if (options.out !== undefined) checkReplaceable(options.out)
    const { session, planned } = await withProgress(`Asking ${host}`, async () => {
      const { session, begun } = await reached.session()
      return { session, planned: await begun }
    })
    const { changes, lines, problems, unnamed, unnamedLines, notes, fingerprint } = planned
    const kept: PlanFile = { host, domain, fingerprint, changes }
    if (options.out !== undefined) replaceFile(options.out, documentText(kept, 'json'))
    process.stdout.write(
      isDocument(options.output)
        ? documentText({ ...kept, problems, unnamed, notes }, options.output)
        : paintLines([...lines, ...unnamedLines, ...notes]),
    )
    process.stderr.write(printProblems(problems, domain))
    if (process.stderr.isTTY && !verbosity.quiet && !isDocument(options.output)) {
      const { showShutOut } = await import('./show-affected.ts')
      await showShutOut(session, plan, changes)
    }
    note(summaryOfPlan(planned, plan))
    if (changes.length > 0) note(`Next: registrar apply${options.out === undefined ? '' : ` ${options.out}`}\n`)
    if (problems.length > 0) return 3
    return changes.length > 0 ? 1 : 0
  } finally {
    await reached.leave()
  }
}

/** Whether no account is managed. */
export function declaresNothing({ users = [], leavers = [], isExhaustive }: HostPlan): boolean {
  return users.length + leavers.length === 0 && !isExhaustive
}

/** Nothing is declared, so nothing is managed, and the server need not be asked. */
export function tellNoUsers({ host }: HostPlan): ExitCode {
  note(
    `The host file of ${host} declares no users, so there is nothing to do. To import those of the server: registrar import-users\n`,
  )
  return 0
}
