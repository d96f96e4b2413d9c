import type { Value } from './authority.ts'

/** The names of the settings that a value is made of. */
export function settingsIn(value: Value): string[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap(settingsIn)
  if ('setting' in value) return [value.setting]
  return 'object' in value ? Object.values(value.object).flatMap(settingsIn) : []
}
