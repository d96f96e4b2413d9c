import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { declaredAccounts } from '../render/accounts.ts'
import { type Planned, planUsers } from '../run/declared.ts'
import type { Session } from '../run/operate.ts'
import { declaredPasswords } from './passwords-of.ts'

interface Planning {
  plan: HostPlan
  /** Where the host file's paths start. */
  directory: string
  /** Accounts that are not declared are locked, if the host file sets `users_policy: exhaustive`. */
  lockUnnamed?: boolean | undefined
}

/** Asks the server for the changes that make its accounts match the host file. */
export async function planAccounts(
  session: Session,
  { plan, directory, lockUnnamed = false }: Planning,
): Promise<Planned> {
  const { isExhaustive = false, groups = [] } = plan
  if (lockUnnamed && !isExhaustive)
    throw new AppError('not-exhaustive', '--lock-unnamed needs users_policy: exhaustive in the host file.', {
      hint: 'Add users_policy: exhaustive to it.',
    })
  const declared = {
    users: declaredAccounts(plan),
    policy: isExhaustive ? ('exhaustive' as const) : ('managed' as const),
    lock_unnamed: lockUnnamed,
    fresh: groups.flatMap(({ fresh }) => fresh),
  }
  return planUsers(session, plan, { declared, read: (usernames) => declaredPasswords(plan, directory, usernames) })
}
