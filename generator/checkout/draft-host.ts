import type { Front } from '../authorities/front.ts'
import { fronts, homeserverLabels, isHomeserver } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { isYes } from '../dialects/is-yes.ts'
import { clientsVariable } from '../dialects/mas-variables.ts'
import { webKeys } from '../dialects/web-clients.ts'
import { clientSecret, type HostDraft } from '../render/host-file.ts'
import { type AdminClient, adminClient } from './admin-client.ts'
import { connectionNotes } from './connection-notes.ts'
import { isOpaque, type Variables, vaultedPrefix } from './inventory.ts'

export interface Draft {
  draft: HostDraft
  /** What could not be said, with its place, and what to do about it. */
  notes: string[]
  /** What must be known and cannot be read, and why: an option says it. */
  unknown: { option: 'domain' | 'homeserver' | 'authority'; why: string }[]
  /** Why there can be no host file for this host. */
  refused?: string
}

/** What was said on the command line, which counts instead of the variables. */
export type Said = Partial<Record<'domain' | 'homeserver' | 'authority', string>>

export interface Reading {
  host: string
  variables: Variables
  /** Where the inventory sets a variable, as file:line. */
  placeOf: (name: string) => string
  /** The whole inventory goes along, so that Ansible has what a host file cannot say. */
  isTakenOver?: boolean
}

/** What a host's variables say, as a host file says it. Nothing is guessed: what cannot be read must be said. */
export function draftHost(reading: Reading, said: Said = {}): Draft {
  const { host, variables, placeOf } = reading
  const notes: string[] = []
  const unknown: Draft['unknown'] = []
  const text = (...names: string[]): string | undefined => {
    const name = names.find((each) => each in variables)
    if (name === undefined) return undefined
    const value = plain(variables[name])
    if (value === undefined) notes.push(`${placeOf(name)}: ${name} ${unread}, so the host file does not say it.`)
    return value
  }
  const needed = (option: keyof Said, name: string, preset?: string): string => {
    const value = name in variables ? plain(variables[name]) : preset
    const told = said[option] ?? value
    if (told === undefined || (said[option] === undefined && !(name in variables) && mayBeEncrypted(variables)))
      unknown.push({ option, why: whyUnknown(name, reading) })
    return told ?? ''
  }
  const domain = needed('domain', 'matrix_domain')
  const homeserver = needed('homeserver', 'matrix_homeserver_implementation', defaultHomeserver)
  const address = text('ansible_host', 'ansible_ssh_host')
  const port = text('ansible_port', 'ansible_ssh_port')
  const user = text('ansible_user', 'ansible_ssh_user')
  const interpreter = text('ansible_python_interpreter')
  const become = text('ansible_become', 'ansible_sudo')
  const becomeUser = text('ansible_become_user', 'ansible_sudo_user')
  const front = fronts.find((each) => isBefore(each, reading, said, unknown))
  const client = front && adminClient(variables)
  const draft: HostDraft = {
    domain,
    host,
    homeserver,
    isLocal: text('ansible_connection') === 'local',
    ...(address === undefined || address === host ? {} : { address }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(user === undefined ? {} : { user }),
    ...(interpreter?.startsWith('/') && interpreter !== '/usr/bin/python3' ? { interpreter } : {}),
    ...(become === undefined || isYes(become) === (user !== 'root') ? {} : { become: isYes(become) }),
    ...(becomeUser === undefined || becomeUser === 'root' ? {} : { becomeUser }),
    ...(front ? { authority: front.key } : {}),
    ...(client ? { adminClient: client } : {}),
    ...webKeys((...names) => (names.some((name) => name in variables) ? (text(...names) ?? null) : undefined), domain),
  }
  const refused =
    homeserver === '' || isHomeserver(homeserver)
      ? undefined
      : `${host} runs ${homeserver}: only ${homeserverLabels} have accounts that can be managed.`
  return {
    draft,
    notes: [...notes, ...(client ? clientNotes(client, placeOf(clientsVariable)) : []), ...connectionNotes(reading)],
    unknown,
    ...(refused === undefined ? {} : { refused }),
  }
}

const unread = 'is encrypted or evaluated by Ansible'

/** Where the secret of a client is, and what the client may do. */
function clientNotes({ id, secretVariable, isAdmin }: AdminClient, place: string): string[] {
  const secret =
    secretVariable === undefined
      ? `Put the client_secret that is there into the environment variable ${clientSecret}, or change access.client.secret.`
      : `Its secret is in a variable of Ansible: only recipes can read ${secretVariable}. For registrar itself, change access.client.secret to env, file or command.`
  const rights = isAdmin ? '' : ` It is not an admin client: the playbook's next run lets it use the Admin API.`
  return [`${place}: registrar uses the client ${id} of this list. ${secret}${rights}`]
}

function whyUnknown(name: string, { host, variables, placeOf }: Reading): string {
  if (name in variables) return `${placeOf(name)}: ${name} of ${host} ${unread}, and cannot be read.`
  const file = Object.entries(variables).find(([key]) => key.startsWith(vaultedPrefix))?.[1]
  return file === undefined
    ? `The inventory does not set ${name} of ${host}.`
    : `${name} of ${host} may be set in ${String(file)}, which is encrypted; with the vault's password in ANSIBLE_VAULT_PASSWORD_FILE or ansible.cfg, Ansible can tell.`
}

/** Whether this server has the accounts, in the place of the homeserver. */
function isBefore(
  { key, enabledBy: name }: Front,
  { variables, host, placeOf }: Reading,
  said: Said,
  unknown: Draft['unknown'],
): boolean {
  if (said.authority !== undefined) return said.authority === key
  const value = variables[name]
  if (isOpaque(value))
    unknown.push({ option: 'authority', why: `${placeOf(name)}: ${name} of ${host} ${unread}, and cannot be read.` })
  return isYes(plain(value))
}

function mayBeEncrypted(variables: Variables): boolean {
  return Object.keys(variables).some((name) => name.startsWith(vaultedPrefix))
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && '__ansible_unsafe' in value) return String(value.__ansible_unsafe)
  return !isOpaque(value) && ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}
