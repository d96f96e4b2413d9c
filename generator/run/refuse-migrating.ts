import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'

/** The playbook's switch for the days on which accounts move from Synapse to Matrix Authentication Service. */
const inProgress = 'matrix_authentication_service_migration_in_progress'

/** Until the accounts are there, Synapse still has them, and syn2mas wants MAS to be empty: nothing may be done to accounts. */
export function refuseMigrating({ authority, deployment, host }: HostPlan): void {
  if (authority !== 'mas' || deployment.kind !== 'playbook') return
  const value = deployment.variables?.[inProgress]
  if (!value || !('value' in value) || value.value !== true) return
  throw new AppError('migrating', `The accounts of ${host} are being moved to Matrix Authentication Service.`, {
    hint: `Nothing was done. Finish the migration (syn2mas), then leave ${inProgress} out of extra_vars.`,
  })
}
