import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory } from './directory.ts'

const directory = join(import.meta.dirname, '../../inventory-examples')

/** The names of the inventory examples. */
export const examples = readdirSync(directory).sort()

/** A copy of an example, to generate in. */
export function copyExample(name: string): string {
  const root = makeDirectory()
  cpSync(join(directory, name), root, { recursive: true })
  return root
}

/** The committed tree that an example renders to, without the role. */
export function goldenOf(name: string): string {
  return join(import.meta.dirname, '../golden', name)
}

export function hasGolden(name: string): boolean {
  return existsSync(goldenOf(name))
}
