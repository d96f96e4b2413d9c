/** A value as an inventory or a variable file gives it, and where. */
export interface Given {
  value: unknown
  /** file:line */
  place: string
  /** Encrypted by ansible-vault, or evaluated by Ansible: not for us to read. */
  opaque: boolean
}

export type Variables = Map<string, Given>

/** The hosts of an inventory, each with its variables, what is nearer to the host winning. */
export type Inventory = Map<string, Variables>

/** The group that the playbook's own play is about. */
export const playbookGroup = 'matrix_servers'

export function given(value: unknown, place: string): Given {
  return { value, place, opaque: typeof value === 'string' && /\{\{|\{%/.test(value) }
}

export function merge(...layers: Variables[]): Variables {
  return new Map(layers.flatMap((layer) => [...layer]))
}
