import type { Source } from '../load/source.ts'
import type { Variable } from './load-variables.ts'

/** An inventory that Ansible (or our own reader) has read: what counts for each of its hosts. */
export interface ReadInventory {
  /** The directory with host_vars/ and group_vars/. */
  root: string
  /** The file with the hosts, and what it sets itself. */
  source: Source
  variables: Variable[]
  hosts: ReadHost[]
}

export interface ReadHost {
  name: string
  groups: ReadonlySet<string>
  /** A value that only Ansible can read is `unreadable`. */
  values: Record<string, unknown>
  /** No file that counts for it is encrypted as a whole. */
  isCertain: boolean
}
