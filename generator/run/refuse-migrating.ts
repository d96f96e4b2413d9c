import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'

/** Until the accounts are there, the homeserver still has them, and what moves them wants their new server to be empty: nothing may be done to accounts. */
export function refuseMigrating({ authority, deployment, host }: HostPlan): void {
  const { label, front } = authorities[authority]
  if (!front || deployment.kind !== 'playbook') return
  const value = deployment.variables?.[front.migratingBy]
  if (!value || !('value' in value) || value.value !== true) return
  throw new AppError('migrating', `The accounts of ${host} are being moved to ${label}.`, {
    hint: `Nothing was done. Finish the migration (${front.migratedBy}), then leave ${front.migratingBy} out of extra_vars.`,
  })
}
