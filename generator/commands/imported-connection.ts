import { basename } from 'node:path'
import { draftConnection, plain, type Reading } from '../checkout/draft-connection.ts'
import type { Variables } from '../checkout/inventory.ts'
import { readYaml } from '../checkout/yaml-inventory.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { connectionOf } from '../render/host-file.ts'
import { isEncrypted, variablesOf } from '../variables/load-variables.ts'
import { keptName } from './kept-file.ts'

type Said = { user?: string; local?: boolean }

/** How a host is reached, by what was said or else by the variables; `notes` say where each word about that goes. */
export function importedConnection(sources: Source[], host: string, { user, local }: Said) {
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

/** Which key of `connection` says what a variable says, and what that is. */
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
    const said = path.reduce<unknown>((at, key) => (at as Variables | undefined)?.[key], connection)
    return [
      `${placeOf(name)}: ${noteOn(name, { key: ['connection', ...path].join('.'), said, value }, stays?.(name) ?? '')}`,
    ]
  })
}

function noteOn(
  name: string,
  { key, said, value }: { key: string; said: unknown; value: string },
  stays: string,
): string {
  const asToo = stays.replace('it stays', 'it also stays')
  const isSame = typeof said === 'boolean' ? true : String(said) === value
  if (said !== undefined && isSame) return `${name} is ${key} in the host file; ${asToo}.`
  if (said !== undefined) return `${name} ${stays.replace(/^it /, '')}; the host file says otherwise, as you did.`
  return `${name} is not in the host file; ${stays}.`
}
