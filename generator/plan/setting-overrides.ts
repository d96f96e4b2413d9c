import type { SettingValue } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import type { HostPlan, SecretReference } from './host-plan.ts'

export function isReference(value: SettingValue): value is { reference: SecretReference } {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The authority's settings that differ from their defaults on this host: those of a native install, and the access. */
export function settingOverrides(plan: HostPlan): Record<string, SettingValue> {
  return authorities[plan.authority].overrides(plan)
}
