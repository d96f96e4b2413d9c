import { fill } from './engine.ts'
import { quoteYaml } from './yaml.ts'

/** What is known of a host before it has a host file; what is left out has a default that fits. */
export interface HostDraft {
  domain: string
  host: string
  homeserver: string
  /** registrar runs on the host itself. */
  isLocal: boolean
  address?: string
  port?: number
  user?: string
  interpreter?: string
  become?: boolean
  becomeUser?: string
  element?: boolean | string
  /** A checkout of the playbook, relative to the host file. */
  checkout?: string
}

/** A host file as a person would begin it, with a line on what else there is. `schema` is for editors. */
export function renderHostFile(draft: HostDraft, schema: string): string {
  return fill('host-file.yml', {
    schema,
    domain: quoteYaml(draft.domain),
    host: quoteYaml(draft.host),
    homeserver: quoteYaml(draft.homeserver),
    checkout: draft.checkout === undefined ? '' : quoteYaml(draft.checkout),
    connection: connectionLines(draft),
    element: draft.element === undefined ? '' : typeof draft.element === 'string' ? quoteYaml(draft.element) : String(draft.element),
  })
}

function connectionLines({ isLocal, address, port, user, interpreter, become, becomeUser }: HostDraft): string[] {
  const settings = { address, port, user, interpreter }
  const reach = isLocal ? [] : Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${typeof value === 'number' ? value : quoteYaml(value)}`]))
  const inner = [...(become === undefined ? [] : [`  enabled: ${become}`]), ...(becomeUser === undefined ? [] : [`  user: ${quoteYaml(becomeUser)}`])]
  return [`kind: ${isLocal ? 'local' : 'ssh'}`, ...reach, ...(inner.length > 0 ? ['become:', ...inner] : [])]
}
