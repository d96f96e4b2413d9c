import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'

/** During the migration the homeserver still has the accounts, and the migration needs an empty new server: accounts must not change. */
export function refuseMigrating({ authority, deployment, host }: HostPlan): void {
  const { label, front } = authorities[authority]
  if (!front || deployment.kind !== 'playbook') return
  const value = deployment.variables?.[front.migratingBy]
  if (!value || !('value' in value) || value.value !== true) return
  throw new AppError('migrating', `The accounts of ${host} are being moved to ${label}.`, {
    hint: `Nothing was done. Finish the migration (${front.migratedBy}), then leave ${front.migratingBy} out of extra_vars.`,
  })
}
