import { clientsVariable, extensionVariable } from '../dialects/mas-variables.ts'
import { isEncrypted, isOpaque, type Variables } from './inventory.ts'

/** A client of MAS in a checkout that may use the Admin API, or could be allowed to. */
export interface AdminClient {
  id: string
  /** The variable that its whole secret is in; undefined: the secret is in the list itself. */
  secretVariable?: string
  isAdmin: boolean
}

/** The client among those of the playbook's list that is an admin, or else the only one that is for a program. */
export function adminClient(variables: Variables): AdminClient | undefined {
  const list = variables[clientsVariable]
  const admins = JSON.stringify(variables[extensionVariable] ?? '')
  const found = (Array.isArray(list) ? (list as unknown[]) : []).flatMap((item) => readClient(item, admins))
  const others = found.filter(({ isAdmin }) => !isAdmin)
  return found.find(({ isAdmin }) => isAdmin) ?? (others.length === 1 ? others[0] : undefined)
}

/** One with a secret, where nobody logs in; its id is a ULID. */
function readClient(item: unknown, admins: string): AdminClient[] {
  if (typeof item !== 'object' || item === null || isEncrypted(item)) return []
  const { client_id: id, client_secret: secret, redirect_uris: logins } = item as Variables
  if (typeof id !== 'string' || !/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id) || secret === undefined) return []
  const isAdmin = admins.includes(id)
  if (logins !== undefined && !isAdmin) return []
  const [, secretVariable] = (typeof secret === 'string' && /^\{\{\s*([A-Za-z_]\w*)\s*\}\}$/.exec(secret)) || []
  return [{ id, isAdmin, ...(secretVariable === undefined ? {} : { secretVariable }) }]
}

/** Whether only Ansible can evaluate some part of a value. */
export function isUnreadable(value: unknown): boolean {
  return isEncrypted(value) || (typeof value === 'string' && isOpaque(value) && !value.includes('\n'))
}
