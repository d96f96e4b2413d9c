import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { reading } from '../files/system-error.ts'

/** Of an inventory with hundreds of hosts; a file system has more. */
const mostEntries = 10_000

const hint = 'Name a directory of variables, such as inventory/host_vars/HOST.'

/** The files that Ansible would read in a directory of variables, in its order; what is not a directory stays as it is. Throws where there is more than any inventory has. */
export function variableFiles(path: string): string[] {
  let left = mostEntries
  return below(path, [])

  function below(directory: string, above: string[]): string[] {
    if (!isDirectory(directory)) return [directory]
    const real = reading(directory, () => realpathSync(directory), hint)
    if (above.includes(real)) return [] // links in a circle
    const names = reading(directory, () => readdirSync(directory), hint)
    if ((left -= names.length) < 0) throw tooMany(path)
    return names
      .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
      .sort()
      .map((name) => join(directory, name))
      .flatMap((found) => {
        if (!existsSync(found)) return [found] // a broken link: its reader reports it
        if (isDirectory(found)) return below(found, [...above, real])
        return ['', '.yml', '.yaml', '.json'].includes(extname(found)) ? [found] : []
      })
  }
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function tooMany(path: string): AppError {
  return new AppError('too-large', `${path} has more than ${mostEntries} files and directories in it.`, { hint })
}
