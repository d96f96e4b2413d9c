import { statSync } from 'node:fs'
import { extname } from 'node:path'

/** The same name behind kept_, so that the order stays in which files win; a file that is alone is kept.yml. */
export function keptName(name: string, count: number): string {
  return count === 1 ? `kept${extname(name) || '.yml'}` : `kept_${name}`
}

/** The mode of the original, but nobody else may read what may hold secrets. */
export function modeOf(file: string): number {
  const mode = statSync(file).mode & 0o777
  return (mode & 0o007) === 0 ? mode | 0o600 : 0o600
}
