import type { HostConfig } from '../generated/host-config.ts'
import type { PolicyVariables } from './policy-value.ts'
import { servers } from './servers.ts'

/** Where the playbook serves Element, nearest first; without them at element.DOMAIN (roles/custom/matrix-base). */
export const elementHostnames = ['matrix_client_element_hostname', 'matrix_server_fqn_element'] as const

/** Host names that the inventory's own files set for Element; 'unreadable': only Ansible can read them. */
export type OwnHostnames = readonly (string | 'unreadable')[]

/** The playbook's own address of Element. */
export function elementAtHome(domain: string): string {
  return `https://element.${domain.replace(/:\d+$/, '')}`
}

/** Whether the playbook installs Element here, and else where links in the homeserver's mails lead (Synapse: email.client_base_url). */
export function elementVariables(
  config: Pick<HostConfig, 'web' | 'domain' | 'homeserver' | 'extra_vars'>,
  own: OwnHostnames = [],
): PolicyVariables {
  const element = config.web?.element
  if (typeof element === 'boolean') return { matrix_client_element_enabled: element }
  if (element === undefined || !isElsewhere(element, config, own)) return {}
  const { linksTo } = servers[config.homeserver]
  return { matrix_client_element_enabled: false, ...(linksTo === undefined ? {} : { [linksTo]: baseOf(element) }) }
}

/** Without a fragment such as /#/room/... */
export function baseOf(address: string): string {
  return address.replace(/#.*$/s, '').replace(/\/+$/, '')
}

/** Whether Element is elsewhere: neither at the playbook's own address nor at a configured one. In doubt it is not, so that nothing is switched off. */
function isElsewhere(
  address: string,
  { domain, extra_vars: extra = {} }: Pick<HostConfig, 'domain' | 'extra_vars'>,
  own: OwnHostnames,
): boolean {
  if (!URL.canParse(address) || own.includes('unreadable')) return false
  const configured = elementHostnames.map((name) => extra[name]).filter((name) => typeof name === 'string')
  const { hostname } = new URL(address)
  return ![new URL(elementAtHome(domain)).hostname, ...configured, ...own].some(
    (name) => name.toLowerCase() === hostname,
  )
}
