import { AppError } from '../errors/app-error.ts'
import { allParameters, type Operation } from '../operations/operation.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { textOf } from '../run/call.ts'
import type { AskedAccount, Session } from '../run/operate.ts'
import { askText, askYes } from '../ui/ask.ts'
import { canAsk } from '../ui/terminal.ts'

interface Options {
  check?: boolean
  dryRun?: boolean
  yes?: boolean
  erase?: boolean
  confirmErase?: string[]
}

/** Operations that are confirmed for several accounts: what a person is asked to do. */
const confirmedForSeveral: Record<string, string> = {
  'lock-user': 'Lock',
  'suspend-user': 'Suspend',
  'logout-user': 'Log out',
}

export function isConfirmedForSeveral({ name }: Operation): boolean {
  return confirmedForSeveral[name] !== undefined
}

/** Whether to ask first: it cannot be undone or is for several accounts, and --yes was not given. */
export function isConfirmed(
  operation: Operation,
  count: number,
  { erase, confirmErase, yes, check, dryRun }: Options,
): boolean {
  const asks = takesYes(operation) || (count > 1 && isConfirmedForSeveral(operation))
  return asks && !check && !dryRun && !confirmErase && !(yes && !erase) && canAsk()
}

function takesYes(operation: Operation): boolean {
  return allParameters(operation).some(({ name }) => name === 'yes')
}

/** The accounts, marked as confirmed. */
export function confirmed(operation: Operation, accounts: AskedAccount[], { erase }: Options): AskedAccount[] {
  if (!takesYes(operation)) return accounts
  const names = accounts.map(({ username }) => textOf(username))
  return accounts.map((account) => ({ ...account, yes: 'yes', ...(erase ? { confirm_erase: names } : {}) }))
}

/** Shows the accounts as the server has them, then asks; an AppError without a yes. */
export function confirmAll(operation: Operation, plan: HostPlan, options: Options) {
  return async (accounts: AskedAccount[], session: Session): Promise<AskedAccount[]> => {
    const usernames = accounts.map(({ username }) => textOf(username))
    const { showAffected } = await import('./show-affected.ts') // with tables, which are slow to load
    await showAffected(session, plan, usernames)
    if (await asks(operation, usernames, options)) return confirmed(operation, accounts, options)
    throw new AppError('not_confirmed', 'Not confirmed; nothing was done.', {
      hint: `To skip this question, add ${options.erase ? '--confirm-erase ACCOUNT' : '--yes'}.`,
    })
  }
}

async function asks(operation: Operation, usernames: string[], { erase }: Options): Promise<boolean> {
  const names = usernames.join(', ')
  const accounts = usernames.length > 1 ? `${usernames.length} accounts (${names})` : names
  const verb = confirmedForSeveral[operation.name]
  if (verb !== undefined) return askYes(`${verb} ${accounts}?`)
  if (erase)
    return (
      (await askText(
        `Deactivate ${accounts}, and erase what was written: that cannot be undone. Type "erase" to continue:`,
      )) === 'erase'
    )
  const what =
    usernames.length > 1
      ? 'They lose their password and sessions, and leave'
      : 'It loses its password and sessions, and leaves'
  return askYes(`Deactivate ${accounts}? ${what} all rooms.`)
}
