import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the lab installs: packages of PyPI by the venv that they share, and Go modules. */
export interface Versions {
  python: Record<string, Record<string, string>>
  go: Record<string, string>
}

export const versionsPath = join(import.meta.dirname, 'versions.json')

/** Every version that is pinned; `npm run lab -- raise` raises them. */
export const versions = JSON.parse(readFileSync(versionsPath, 'utf8')) as Versions

/** The requirements of a venv, as pip takes them. */
export function requirementsOf(venv: string): string[] {
  return Object.entries(versions.python[venv] ?? {}).map(([name, version]) => `${name}==${version}`)
}

/** The version of the one package that matters in a venv. */
export function pinned(venv: string, name: string): string {
  const version = versions.python[venv]?.[name]
  if (version === undefined) throw new Error(`versions.json has no ${name} in ${venv}`)
  return version
}
