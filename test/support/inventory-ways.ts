import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { variableFiles } from '../../generator/checkout/variable-files.ts'
import { copyOf, hosts } from './random-inventories.ts'

const [host = ''] = hosts

/** Names that the random inventories use, and what they were called before. */
const oldNames: Record<string, string> = {
  matrix_ketesa_enabled: 'matrix_synapse_admin_enabled',
  exim_relay_sender_address: 'matrix_mailer_sender_address',
  exim_relay_relay_use: 'matrix_mailer_relay_use',
  postgres_connection_password: 'devture_postgres_connection_password',
}

/** The same checkout in years past: every other file has the old names. */
export function aged(checkout: string): string {
  const copy = copyOf(checkout)
  filesOf(copy).forEach((file, index) => {
    if (index % 2 === 0) return
    const text = Object.entries(oldNames).reduce(
      (all, [name, old]) => all.replaceAll(new RegExp(`^${name}:`, 'gm'), `${old}:`),
      readFileSync(file, 'utf8'),
    )
    writeFileSync(file, text)
  })
  return copy
}

/** The same checkout with the host's own files alone, as `import` is given them. */
export function hostAlone(checkout: string): { root: string; files: string[] } {
  const root = copyOf(checkout)
  const inventory = join(root, 'inventory')
  for (const name of ['hosts', 'hosts.yml', 'group_vars'])
    rmSync(join(inventory, name), { recursive: true, force: true })
  writeFileSync(join(inventory, 'hosts'), `[matrix_servers]\n${host}\n`)
  return { root, files: variableFiles(join(inventory, 'host_vars'), host) }
}

function filesOf(checkout: string): string[] {
  return ['group_vars', 'host_vars']
    .map((kind) => join(checkout, 'inventory', kind))
    .filter((directory) => existsSync(directory))
    .flatMap((directory) =>
      [...new Set(readdirSync(directory).map((name) => name.replace(/\.(ya?ml|json)$/, '')))].flatMap((name) =>
        variableFiles(directory, name),
      ),
    )
}

type Variables = Record<string, unknown>

/** What a host's variables say after `migrate`, by the old names where those had gone: equal to what they were, if it changed nothing. */
export function asBefore(was: Variables, is: Variables): Variables {
  const back = { ...is }
  for (const [name, old] of Object.entries(oldNames)) {
    if (!(old in was) || old in is) continue // nothing to rename, or left for a person
    back[old] = is[name]
    if (!(name in was)) Reflect.deleteProperty(back, name)
  }
  return back
}
