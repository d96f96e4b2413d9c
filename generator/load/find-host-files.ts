import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The host files of the workspace around a directory: registrar.yml here or in the nearest directory above, or hosts/*.yml beside where it would be; empty when there are none. */
export function findHostFiles(directory: string): string[] {
  for (let current = directory; ; current = dirname(current)) {
    const found = hostFilesIn(current)
    if (found.length > 0 || dirname(current) === current) return found.map((file) => relative(directory, file))
  }
}

function hostFilesIn(directory: string): string[] {
  const single = join(directory, 'registrar.yml')
  if (existsSync(single)) return [single]
  const several = join(directory, 'hosts')
  if (!existsSync(join(directory, 'hosts'))) return []
  try {
    return readdirSync(several)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(several, name))
  } catch {
    return []
  }
}
