import { isYes } from './is-yes.ts'
import { elementAtHome, elementHostnames } from './element-variables.ts'

/** The host file's addresses of clients. */
interface WebKeys {
  element?: boolean | string
  client?: string
}

/** The first of some variables that is set, as text; undefined: none is, null: only Ansible can evaluate it. */
type Read = (...names: string[]) => string | null | undefined

/** The playbook's other clients; newer releases call some of them cinny_enabled instead of matrix_client_cinny_enabled. */
const clients = ['cinny', 'hydrogen', 'schildichat', 'fluffychat', 'sable', 'commet']

/** Where people log in, by the playbook's variables: Element, else the first other client that is on. Defaults are left out. */
export function webKeys(read: Read, domain: string): WebKeys {
  const preset = elementAtHome(domain)
  const enabled = read('matrix_client_element_enabled')
  if (typeof enabled !== 'string' || isYes(enabled)) {
    const element = addressOf(read(...elementHostnames), read('matrix_client_element_path_prefix'), preset)
    return element === undefined || element === preset ? {} : { element }
  }
  const on = clients.find((name) => isYes(read(...named(name, 'enabled'))))
  if (on === undefined) return { element: false }
  const hostname = read(...named(on, 'hostname'), `matrix_server_fqn_${on}`)
  const client = addressOf(hostname, read(...named(on, 'path_prefix')), preset.replace('element', on))
  return { element: false, ...(client === undefined ? {} : { client }) }
}

function named(client: string, setting: string): string[] {
  return [`matrix_client_${client}_${setting}`, `${client}_${setting}`]
}

function addressOf(
  hostname: string | null | undefined,
  path: string | null | undefined,
  preset: string,
): string | undefined {
  if (hostname === null || path === null) return undefined
  const address = `${hostname === undefined ? preset : `https://${hostname}`}${path ?? ''}`.replace(/\/+$/, '')
  return URL.canParse(address) ? address : undefined
}
