import { basename } from 'node:path'
import { draftConnection, plain, type Reading } from '../checkout/draft-connection.ts'
import type { Variables } from '../checkout/inventory.ts'
import { readYaml } from '../checkout/yaml-inventory.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { connectionOf } from '../render/host-file.ts'
import { isEncrypted, variablesOf } from '../variables/load-variables.ts'
import { keptName } from './kept-file.ts'

type Given = { user?: string; local?: boolean }

/** `connection` from the options, else from the variables; `notes` explain where each variable went. */
export function importedConnection(sources: Source[], host: string, { user, local }: Given) {
  const readable = sources.filter((source) => !isEncrypted(source))
  const variables = Object.assign({}, ...readable.map(({ text, file }) => readYaml(text, file))) as Variables
  const setter = (name: string) => readable.findLast((source) => variablesOf(source).some((each) => each.name === name))
  const reading: Reading = {
    host,
    variables: {
      ...variables,
      ...('ansible_user' in variables || 'ansible_ssh_user' in variables ? {} : { ansible_user: 'root' }),
      ...(user === undefined ? {} : { ansible_user: user }),
      ...(local ? { ansible_connection: 'local' } : {}),
    },
    placeOf: (name) => placeIn(setter(name), name),
    stays: (name) =>
      `it stays in ${keptName(basename(setter(name)?.file ?? ''), sources.length)}, where Ansible reads it`,
  }
  const { draft, notes } = draftConnection(reading)
  const connection = { ...connectionOf(draft.user === undefined ? { ...draft, user: 'root' } : draft) }
  return { connection, notes: [...notes, ...goneNotes(variables, connection, reading)] }
}

/** The last place counts, as Ansible has it. */
function placeIn(source: Source | undefined, name: string): string {
  const found = source && variablesOf(source).findLast((each) => each.name === name)
  if (!source || !found) return name
  const { file, line } = placeAt(source, found.start, 1)
  return `${file}:${line}`
}

/** The key of `connection` for each variable, with its value. */
const keys: [names: string[], path: string[]][] = [
  [['ansible_user', 'ansible_ssh_user'], ['user']],
  [['ansible_port', 'ansible_ssh_port'], ['port']],
  [['ansible_host', 'ansible_ssh_host'], ['address']],
  [['ansible_connection'], ['kind']],
  [['ansible_python_interpreter'], ['interpreter']],
  [
    ['ansible_become', 'ansible_sudo'],
    ['become', 'enabled'],
  ],
  [
    ['ansible_become_user', 'ansible_sudo_user'],
    ['become', 'user'],
  ],
]

function goneNotes(variables: Variables, connection: object, { placeOf, stays }: Reading): string[] {
  return keys.flatMap(([names, path]) => {
    const name = names.find((each) => each in variables)
    const value = name === undefined ? undefined : plain(variables[name])
    if (name === undefined || value === undefined) return []
    const given = path.reduce<unknown>((at, key) => (at as Variables | undefined)?.[key], connection)
    return [
      `${placeOf(name)}: ${noteOn(name, { key: ['connection', ...path].join('.'), given, value }, stays?.(name) ?? '')}`,
    ]
  })
}

function noteOn(
  name: string,
  { key, given, value }: { key: string; given: unknown; value: string },
  stays: string,
): string {
  const asToo = stays.replace('it stays', 'it also stays')
  const isSame = typeof given === 'boolean' ? true : String(given) === value
  if (given !== undefined && isSame) return `${name} is ${key} in the host file; ${asToo}.`
  if (given !== undefined) return `${name} ${stays.replace(/^it /, '')}; the host file has the value that you gave.`
  return `${name} is not in the host file; ${stays}.`
}
