import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const endings = ['', '.yml', '.yaml', '.json']

/**
 * The files that Ansible reads for a host or a group in host_vars/ or group_vars/, in its order: later ones win. The first
 * of NAME, NAME.yml, NAME.yaml and NAME.json counts alone; of a directory, everything below it
 * (DataLoader.find_vars_files of ansible-core 2.16 to 2.21).
 */
export function variableFiles(directory: string, name: string): string[] {
  const found = endings.map((ending) => join(directory, name + ending)).find((path) => existsSync(path))
  if (found === undefined) return []
  return isDirectory(found) ? filesBelow(found) : isFile(found) ? [found] : []
}

function filesBelow(directory: string, above: string[] = []): string[] {
  const real = realpathSync(directory)
  if (above.includes(real)) return [] // links in a circle, which Ansible would follow until it fails
  return readdirSync(directory)
    .sort()
    .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
    .flatMap((name) => {
      const path = join(directory, name)
      if (isDirectory(path)) return extname(name) === '' ? filesBelow(path, [...above, real]) : []
      return isFile(path) && endings.includes(extname(name)) ? [path] : []
    })
}

/** Whether a file, wherever links lead, lies in a directory. */
export function isInside(directory: string, file: string): boolean {
  return realpathSync(file).startsWith(realpathSync(directory) + sep)
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
