import { isYes } from '../dialects/is-yes.ts'
import type { HostDraft } from '../render/host-file.ts'
import { connectionNotes } from './connection-notes.ts'
import { isOpaque, type Variables } from './inventory.ts'

export interface Reading {
  host: string
  variables: Variables
  /** Where the inventory sets a variable, as file:line. */
  placeOf: (name: string) => string
  /** Where Ansible still reads a variable that the host file does not have; undefined: nowhere. */
  stays?: (name: string) => string
}

type ConnectionDraft = Pick<
  HostDraft,
  'isLocal' | 'address' | 'port' | 'user' | 'interpreter' | 'become' | 'becomeUser'
>

/** Reads a variable by the first of its names that is set; if only Ansible can read it, adds a note on what to do. */
export function textReader({ variables, placeOf }: Reading, notes: string[], hint = '') {
  return (...names: string[]): string | undefined => {
    const name = names.find((each) => each in variables)
    if (name === undefined) return undefined
    const value = plain(variables[name])
    if (value === undefined) notes.push(`${placeOf(name)}: ${name} ${unread}, so it is not in the host file.${hint}`)
    return value
  }
}

export const unread = 'is encrypted or evaluated by Ansible'

/** `connection` of the host file; a setting that it cannot express becomes a note. */
export function draftConnection(reading: Reading): { draft: ConnectionDraft; notes: string[] } {
  const { host } = reading
  const notes: string[] = []
  const text = textReader(reading, notes)
  const address = text('ansible_host', 'ansible_ssh_host')
  const port = text('ansible_port', 'ansible_ssh_port')
  const user = text('ansible_user', 'ansible_ssh_user')
  const interpreter = text('ansible_python_interpreter')
  const become = text('ansible_become', 'ansible_sudo')
  const becomeUser = text('ansible_become_user', 'ansible_sudo_user')
  const draft = {
    isLocal: text('ansible_connection') === 'local',
    ...(address === undefined || address === host ? {} : { address }),
    ...(port === undefined || port === '22' ? {} : { port: Number(port) }),
    ...(user === undefined ? {} : { user }),
    ...(interpreter?.startsWith('/') && interpreter !== '/usr/bin/python3' ? { interpreter } : {}),
    ...(become === undefined || isYes(become) === (user !== 'root') ? {} : { become: isYes(become) }),
    ...(becomeUser === undefined || becomeUser === 'root' ? {} : { becomeUser }),
  }
  return { draft, notes: [...notes, ...connectionNotes(reading)] }
}

export function plain(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && '__ansible_unsafe' in value) return String(value.__ansible_unsafe)
  return !isOpaque(value) && ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}
