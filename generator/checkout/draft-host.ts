import type { Front } from '../authorities/front.ts'
import { fronts, homeserverLabels, isHomeserver } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { isYes } from '../dialects/is-yes.ts'
import { clientsVariable } from '../dialects/mas-variables.ts'
import { webKeys } from '../dialects/web-clients.ts'
import { clientSecret, type HostDraft } from '../render/host-file.ts'
import { type AdminClient, adminClient } from './admin-client.ts'
import { draftConnection, plain, type Reading, textReader, unread } from './draft-connection.ts'
import { isOpaque, type Variables, vaultedPrefix } from './inventory.ts'

export interface Draft {
  draft: HostDraft
  /** What a host file cannot express, with its position, and what to do about it. */
  notes: string[]
  /** Required values that cannot be read, each with the reason: an option gives them. */
  unknown: { option: 'domain' | 'homeserver' | 'authority'; why: string }[]
  /** Why there can be no host file for this host. */
  refused?: string
}

/** Values given on the command line, which override the variables. */
export type Given = Partial<Record<'domain' | 'homeserver' | 'authority', string>>

/** A host file from a host's variables. Nothing is guessed: what cannot be read must be given. */
export function draftHost(reading: Reading, given: Given = {}): Draft {
  const { host, variables, placeOf } = reading
  const notes: string[] = []
  const unknown: Draft['unknown'] = []
  const web = textReader(reading, notes, ' If Element is off or at another address, set web.element.')
  const needed = (option: keyof Given, name: string, preset?: string): string => {
    const value = name in variables ? plain(variables[name]) : preset
    const text = given[option] ?? value
    if (text === undefined || (given[option] === undefined && !(name in variables) && mayBeEncrypted(variables)))
      unknown.push({ option, why: whyUnknown(name, reading) })
    return text ?? ''
  }
  const domain = needed('domain', 'matrix_domain')
  const homeserver = needed('homeserver', 'matrix_homeserver_implementation', defaultHomeserver)
  const connection = draftConnection(reading)
  const front = fronts.find((each) => isBefore(each, reading, given, unknown))
  const client = front && adminClient(variables)
  const draft: HostDraft = {
    domain,
    host,
    homeserver,
    ...connection.draft,
    ...(front ? { authority: front.key } : {}),
    ...(client ? { adminClient: client } : {}),
    ...webKeys((...names) => (names.some((name) => name in variables) ? (web(...names) ?? null) : undefined), domain),
  }
  const refused =
    homeserver === '' || isHomeserver(homeserver)
      ? undefined
      : `${host} runs ${homeserver}: only ${homeserverLabels} have accounts that can be managed.`
  return {
    draft,
    notes: [...notes, ...(client ? clientNotes(client, placeOf(clientsVariable)) : []), ...connection.notes],
    unknown,
    ...(refused === undefined ? {} : { refused }),
  }
}

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
  if (name in variables) return `${placeOf(name)}: ${name} of ${host} ${unread}, so registrar cannot read it.`
  const file = Object.entries(variables).find(([key]) => key.startsWith(vaultedPrefix))?.[1]
  return file === undefined
    ? `The inventory does not set ${name} of ${host}.`
    : `${name} of ${host} may be set in ${String(file)}, which is encrypted; with the vault's password in ANSIBLE_VAULT_PASSWORD_FILE or ansible.cfg, Ansible can read it.`
}

/** Whether this server owns the accounts, in place of the homeserver. */
function isBefore(
  { key, enabledBy: name }: Front,
  { variables, host, placeOf }: Reading,
  given: Given,
  unknown: Draft['unknown'],
): boolean {
  if (given.authority !== undefined) return given.authority === key
  const value = variables[name]
  if (isOpaque(value))
    unknown.push({
      option: 'authority',
      why: `${placeOf(name)}: ${name} of ${host} ${unread}, so registrar cannot read it.`,
    })
  return isYes(plain(value))
}

function mayBeEncrypted(variables: Variables): boolean {
  return Object.keys(variables).some((name) => name.startsWith(vaultedPrefix))
}
