import { type Inventory, isEncrypted } from '../checkout/inventory.ts'
import { isHarmless } from '../importing/harmless.ts'
import type { Plain } from '../importing/plain-value.ts'

/** A variable's value for a message: possible secrets are not shown. */
export function shownValue(name: string, value: unknown): string {
  if (value === undefined) return 'not set'
  if (isEncrypted(value)) return 'encrypted'
  return isHarmless(name, value as Plain) ? JSON.stringify(value) : 'a value that is not shown here' // data of JSON
}

export type Shown = (host: string, name: string, value: unknown) => string

/** The same for the hosts of an inventory: encrypted values are not shown either, though they were decrypted to compare. */
export function showing({ hosts }: Inventory): Shown {
  return (host, name, value) => (isEncrypted(hosts.get(host)?.[name]) ? 'encrypted' : shownValue(name, value))
}
