import { isHarmless } from '../importing/harmless.ts'
import type { Plain } from '../importing/plain-value.ts'

/** A value of a variable as a message may have it: whatever may be a secret is not shown. */
export function shownValue(name: string, value: unknown): string {
  if (value === undefined) return 'not set'
  if (typeof value === 'object' && value !== null && '__ansible_vault' in value) return 'encrypted'
  return isHarmless(name, value as Plain) ? JSON.stringify(value) : 'a value that is not shown here' // data of JSON
}
