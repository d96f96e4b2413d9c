import type { SettingValue } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import type { HostPlan, SecretReference } from './host-plan.ts'

export function isReference(value: SettingValue): value is { reference: SecretReference } {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Of an authority's settings, those whose defaults do not fit this host: a native install names its own, and access is each host's. */
export function settingOverrides(plan: HostPlan): Record<string, SettingValue> {
  return authorities[plan.authority].overrides(plan)
}
