import type { HostDraft } from '../render/host-file.ts'
import type { Given, Variables } from './inventory.ts'

export interface Draft {
  draft: HostDraft
  /** What could not be taken over, with its place, and what to do about it. */
  notes: string[]
  /** The variables that stand in the inventory itself, and say nothing that a draft can. */
  inline: { name: string; place: string }[]
  /** Why there can be no host file for this host. */
  refused?: string
}

/** What a host's variables say, as a host file says it. */
export function draftHost(host: string, variables: Variables, checkout: string): Draft {
  const notes: string[] = []
  const passwords = ['ansible_become_password', 'ansible_become_pass']
  const read = new Set(passwords)
  const text = (...names: string[]): string | undefined => {
    for (const name of names) read.add(name)
    const name = names.find((each) => variables.has(each))
    const found = name === undefined ? undefined : variables.get(name)
    if (!found || !isReadable(found)) {
      if (found) notes.push(`${found.place}: ${name} is encrypted or evaluated by Ansible; its default was taken.`)
      return undefined
    }
    return String(found.value)
  }
  const homeserver = text('matrix_homeserver_implementation') ?? 'synapse'
  const domain = text('matrix_domain') ?? guessDomain(host, notes)
  const address = text('ansible_host', 'ansible_ssh_host')
  const port = text('ansible_port', 'ansible_ssh_port')
  const user = text('ansible_user', 'ansible_ssh_user')
  const interpreter = text('ansible_python_interpreter')
  const become = text('ansible_become', 'ansible_sudo')
  const becomeUser = text('ansible_become_user')
  for (const name of passwords) {
    const found = variables.get(name)
    if (found)
      notes.push(
        `${found.place}: ${name} was not copied: give connection.become.password a reference, such as { env: SUDO_PASSWORD }.`,
      )
  }
  const isMas = isYes(text('matrix_authentication_service_enabled'))
  const draft: HostDraft = {
    domain,
    host,
    homeserver,
    checkout,
    isLocal: text('ansible_connection') === 'local',
    ...(address === undefined || address === host ? {} : { address }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(user === undefined ? {} : { user }),
    ...(interpreter === undefined || interpreter === '/usr/bin/python3' ? {} : { interpreter }),
    ...(become === undefined ? {} : { become: isYes(become) }),
    ...(becomeUser === undefined || becomeUser === 'root' ? {} : { becomeUser }),
    ...(isMas ? { authority: 'mas' as const } : {}),
    ...element(
      domain,
      text('matrix_client_element_enabled'),
      text('matrix_server_fqn_element', 'matrix_client_element_hostname'),
    ),
  }
  const refused = ['synapse', 'dendrite'].includes(homeserver)
    ? undefined
    : `${host} runs ${homeserver}: only Synapse and Dendrite have accounts that can be managed.`
  const inline = [...variables].flatMap(([name, { place }]) =>
    /^inventory\/hosts(\.ya?ml)?:/.test(place) && !read.has(name) ? [{ name, place }] : [],
  )
  return { draft, notes, inline, ...(refused === undefined ? {} : { refused }) }
}

function isReadable({ value, opaque }: Given): boolean {
  return !opaque && ['string', 'number', 'boolean'].includes(typeof value)
}

function isYes(word: string | undefined): boolean {
  return ['true', 'yes', 'on', '1'].includes(word?.toLowerCase() ?? '')
}

function guessDomain(host: string, notes: string[]): string {
  const domain = host.replace(/^matrix\./, '')
  notes.push(`matrix_domain of ${host} was not found in the clear; ${domain} was guessed from its name.`)
  return domain
}

/** Only what differs from the default, https://element.DOMAIN. */
function element(domain: string, enabled: string | undefined, name: string | undefined): Pick<HostDraft, 'element'> {
  if (enabled !== undefined && !isYes(enabled)) return { element: false }
  return name === undefined || name === `element.${domain}` ? {} : { element: `https://${name}` }
}
