/** A host's variables, as `ansible-inventory --list` prints them: nothing evaluated, nothing decrypted. */
export type Variables = Record<string, unknown>

/** An inventory as Ansible reads it: its hosts with what counts for each, and its groups with all of their hosts. */
export interface Inventory {
  hosts: Map<string, Variables>
  groups: Map<string, Set<string>>
}

/** The group that the playbook's own play is about. */
const playbookGroup = 'matrix_servers'

/** Encrypted, or evaluated by Ansible when it runs: not for us to read. */
export function isOpaque(value: unknown): boolean {
  if (typeof value === 'string') return /\{[{%#]/.test(value)
  if (Array.isArray(value)) return value.some(isOpaque)
  if (typeof value !== 'object' || value === null) return false
  return '__ansible_vault' in value || (!('__ansible_unsafe' in value) && Object.values(value).some(isOpaque))
}

/** Whether a value is one that ansible-vault encrypted. */
export function isEncrypted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '__ansible_vault' in value
}

/** A file that ansible-vault encrypted as a whole counts as one variable of this name, with a number. */
export const vaultedPrefix = 'registrar_encrypted_file_'

/** The hosts that the playbook is about; of an inventory without its group, all. */
export function playbookHosts({ hosts, groups }: Inventory): string[] {
  const members = groups.get(playbookGroup)
  return [...hosts.keys()].filter((host) => members?.has(host) ?? true)
}
