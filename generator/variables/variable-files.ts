import { existsSync, readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The files that Ansible would read in a directory of variables, in its order; what is not a directory stays as it is. */
export function variableFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
    .sort()
    .map((name) => join(path, name))
    .flatMap((found) => {
      if (!existsSync(found)) return [found] // a link to nothing: its reader says so
      if (statSync(found).isDirectory()) return variableFiles(found)
      return ['', '.yml', '.yaml', '.json'].includes(extname(found)) ? [found] : []
    })
}
