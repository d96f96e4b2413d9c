import type { PlannedValue } from './host-plan.ts'

/** The settings of secrets inside a list or a mapping of a variable, such as extra_vars.x.0.password. */
export function nestedReferences(variables: Record<string, PlannedValue>): string[] {
  return Object.values(variables).flatMap((planned) => ('reference' in planned ? [] : referencesIn(planned)))
}

function referencesIn(planned: PlannedValue): string[] {
  if ('reference' in planned) return 'ansible_var' in planned.reference ? [] : [planned.reference.setting ?? '']
  if ('list' in planned) return planned.list.flatMap(referencesIn)
  return 'mapping' in planned ? Object.values(planned.mapping).flatMap(referencesIn) : []
}
