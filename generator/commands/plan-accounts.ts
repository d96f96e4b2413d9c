import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { declaredAccounts } from '../render/accounts.ts'
import { type Declared, type Planned, planUsers } from '../run/declared.ts'
import type { Session } from '../run/operate.ts'
import { declaredPasswords } from './passwords-of.ts'

interface Planning {
  /** The accounts, which may be known only later. */
  declaring: Promise<Declaring> | Declaring
  /** Accounts that are not declared are locked, if the host file sets `users_policy: exhaustive`. */
  lockUnnamed?: boolean | undefined
}

interface Declaring {
  plan: HostPlan
  /** Where the host file's paths start. */
  directory: string
}

/** Asks the server for the changes that make its accounts match the host file. */
export async function planAccounts(
  session: Session,
  host: HostPlan,
  { declaring, lockUnnamed = false }: Planning,
): Promise<Planned> {
  const declared = async () => declaredIn((await declaring).plan, lockUnnamed)
  const read = async (usernames: string[]) => {
    const { plan, directory } = await declaring
    return declaredPasswords(plan, directory, usernames)
  }
  return planUsers(session, host, { declared: declared(), read })
}

function declaredIn(plan: HostPlan, lockUnnamed: boolean): Declared {
  const { isExhaustive = false, groups = [] } = plan
  if (lockUnnamed && !isExhaustive)
    throw new AppError('not-exhaustive', '--lock-unnamed needs users_policy: exhaustive in the host file.', {
      hint: 'Add users_policy: exhaustive to it.',
    })
  return {
    users: declaredAccounts(plan),
    policy: isExhaustive ? 'exhaustive' : 'managed',
    lock_unnamed: lockUnnamed,
    fresh: groups.flatMap(({ fresh }) => fresh),
  }
}
