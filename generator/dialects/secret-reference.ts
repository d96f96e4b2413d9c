import type { SecretReference } from '../generated/host-config.ts'
import { validateSecretReference } from '../generated/validate-host.js'

const kinds = ['env', 'file', 'command', 'ansible_var']

/** Whether a value of `extra_vars` is a secret reference. */
export function isSecretReference(value: unknown): value is SecretReference {
  return hasItsForm(value) && validateSecretReference(value)
}

/** Whether a value has the form of a reference, valid or not: a mapping with one of its keys alone. */
function hasItsForm(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && kinds.includes(keys[0] ?? '')
}

/** Every value of that form in a value, at any depth, with the keys that lead to it. */
export function referencesIn(value: unknown, path: string[] = []): { path: string[]; value: object }[] {
  if (hasItsForm(value)) return [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, [...path, key]))
}
