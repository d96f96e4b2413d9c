import { dirname, extname, join, relative } from 'node:path'
import { variableFiles } from './variable-files.ts'

/**
 * Why nothing may be written into the directory of a host's variables, and how to change that: where they are one file, such
 * as host_vars/HOST.yml, Ansible no longer reads that beside a directory of the host's name. undefined: there is no such file.
 */
export function hidingOf(host: string, hostVars: string): { what: string; how: string } | undefined {
  const [file] = variableFiles(hostVars, host)
  if (file === undefined || dirname(file) !== hostVars) return undefined
  const shown = relative('', file)
  const directory = join(dirname(shown), host)
  const moved = join(directory, `vars${extname(file)}`)
  return {
    what: `${host}: Ansible would no longer read ${shown} beside the new directory ${directory}.`,
    how: `Move the file into it first: mkdir ${directory} && mv ${shown} ${moved}`,
  }
}
