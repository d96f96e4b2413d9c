import { allParameters, type Operation } from '../operations/operation.ts'
import { showUser } from '../operations/show-user.ts'
import { textOf } from '../run/call.ts'
import type { AskedAccount, Session } from '../run/operate.ts'
import { askText, askYes } from '../ui/ask.ts'
import { hideProgress } from '../ui/progress.ts'
import { canAsk } from '../ui/terminal.ts'

interface Options {
  check?: boolean
  dryRun?: boolean
  yes?: boolean
  erase?: boolean
  confirmErase?: string[]
}

/** Whether to ask first: it cannot be undone, and --yes was not given. */
export function isConfirmed(operation: Operation, { erase, confirmErase, yes, check, dryRun }: Options): boolean {
  const asks = allParameters(operation).some(({ name }) => name === 'yes') && !check && !dryRun
  return asks && !confirmErase && !(yes && !erase) && canAsk()
}

/** The accounts, marked as confirmed. */
export function confirmed(accounts: AskedAccount[], { erase }: Options): AskedAccount[] {
  const names = accounts.map(({ username }) => textOf(username))
  return accounts.map((account) => ({ ...account, yes: 'yes', ...(erase ? { confirm_erase: names } : {}) }))
}

/** Shows the accounts as the server has them, then asks. If not confirmed, the operation refuses them. */
export function confirmAll(options: Options) {
  return async (accounts: AskedAccount[], session: Session): Promise<AskedAccount[]> => {
    const looks = accounts.map(({ username = '' }) => ({ username }))
    const reports = await session.operate({ operation: showUser, accounts: looks, check: false })
    hideProgress()
    const { UserList } = await import('./user-list.ts')
    const list = new UserList('table', (text) => process.stderr.write(text))
    for (const { user } of reports) if (user) list.add(user)
    list.end({})
    return (await asks(accounts, options)) ? confirmed(accounts, options) : accounts
  }
}

async function asks(accounts: AskedAccount[], { erase }: Options): Promise<boolean> {
  const names = accounts.map(({ username }) => textOf(username)).join(', ')
  if (erase)
    return (
      (await askText(`Deactivate ${names}, and erase what was written: that cannot be undone. Type erase`)) === 'erase'
    )
  const what =
    accounts.length > 1
      ? 'they lose their password and sessions, and leave'
      : 'it loses its password and sessions, and leaves'
  return askYes(`Deactivate ${names}: ${what} all rooms. Continue?`)
}
