import { randomBytes } from 'node:crypto'
import { authorities, homeserverWords } from '../authorities/index.ts'
import type { FrontName } from '../authorities/names.ts'
import { fill } from './engine.ts'
import { quoteYaml, toPlainYaml } from './yaml.ts'

/** What a new host file needs; what is left out has a suitable default. */
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
  /** Where people log in with another client. */
  client?: string
  /** Who owns the accounts, if not the homeserver. */
  authority?: FrontName
  /** The checkout's client of that service. */
  adminClient?: { id: string; secretVariable?: string }
  /** A checkout of the playbook, relative to the host file. */
  checkout?: string
}

/** A starter host file, with comments on other keys. `schema` is for editors. */
export function renderHostFile(draft: HostDraft, schema: string): string {
  return fill('host-file.yml', {
    schema,
    domain: quoteYaml(draft.domain),
    host: quoteYaml(draft.host),
    homeserver: quoteYaml(draft.homeserver),
    homeservers: homeserverWords,
    owner: draft.authority ? authorities[draft.authority].label : '',
    authority: draft.authority ?? '',
    client: draft.authority ? toPlainYaml(clientOf(draft)).split('\n') : [],
    isNewClient: draft.adminClient === undefined,
    checkout: draft.checkout === undefined ? '' : quoteYaml(draft.checkout),
    connection: toPlainYaml(connectionOf(draft)).split('\n'),
    web: toPlainYaml(webOf(draft))
      .split('\n')
      .filter((line) => line !== '{}'),
  })
}

/** Where people log in, as the host file's `web`. */
export function webOf({ element, client }: Pick<HostDraft, 'element' | 'client'>): Keys {
  return omitUndefined({ element, client })
}

/** The environment variable that a host file names for the secret of a client. */
export const clientSecret = 'MAS_CLIENT_SECRET'

/** The host file's `access.client`: the checkout's client, else a new one. */
export function clientOf({ adminClient: { id, secretVariable } = { id: newUlid() } }: HostDraft): Keys {
  return { id, secret: secretVariable === undefined ? { env: clientSecret } : { ansible_var: secretVariable } }
}

/** An identifier for a client of MAS, a ULID: 26 characters of Crockford's Base32, of which the first is less than 8. */
export function newUlid(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return `01${[...randomBytes(24)].map((byte) => letters[byte % 32]).join('')}`
}

/** How the host is reached, as the host file's `connection`. */
export function connectionOf({
  isLocal,
  address,
  port,
  user,
  interpreter,
  become: enabled,
  becomeUser,
}: Omit<HostDraft, 'domain' | 'host' | 'homeserver'>): Keys {
  const become = omitUndefined({ enabled, user: becomeUser })
  return {
    kind: isLocal ? 'local' : 'ssh',
    ...(isLocal ? {} : omitUndefined({ address, port, user, interpreter })),
    ...(Object.keys(become).length > 0 ? { become } : {}),
  }
}

interface Keys {
  [key: string]: string | number | boolean | Keys
}

/** Removes undefined values. */
function omitUndefined(keys: { [key: string]: Keys[string] | undefined }): Keys {
  return Object.fromEntries(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
