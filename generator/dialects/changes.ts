/**
 * What the playbook renamed or removed: a name, or all names with a prefix ("matrix_x_*"). The tables of its
 * roles say so, as facts in names/changes.txt; what no checkout of ours has yet is below.
 */
export type Change = Renaming | Replacement | Removal

interface Changed {
  old: string
  /** The day on which the playbook first refused it. */
  since: string
}

/** The value is still valid. */
interface Renaming extends Changed {
  kind: 'renamed'
  to: string
}

/** Other variables replace it, with other values; "a.b" is the key b within a. */
interface Replacement extends Changed {
  kind: 'replaced'
  by: string[]
}

/** Nothing replaces it. */
interface Removal extends Changed {
  kind: 'removed'
  /** "pull", "metrics", or where the playbook explains it: an address, or a file of its docs. */
  why?: string
}

/** A line of names/changes.txt: the name, the day, and then its successor, "~" before each of several others, or "-". */
export function parseChange(line: string): Change {
  const [old = '', since = '', first = '-', ...rest] = line.split(' ')
  if (first === '-') return { kind: 'removed', old, since, ...(rest[0] === undefined ? {} : { why: rest[0] }) }
  if (first.startsWith('~')) return { kind: 'replaced', old, since, by: [first, ...rest].map((name) => name.slice(1)) }
  return { kind: 'renamed', old, since, to: first }
}

export function writeChange(change: Change): string {
  const { old, since } = change
  switch (change.kind) {
    case 'renamed':
      return `${old} ${since} ${change.to}`
    case 'replaced':
      return `${old} ${since} ${change.by.map((name) => `~${name}`).join(' ')}`
    case 'removed':
      return `${old} ${since} -${change.why === undefined ? '' : ` ${change.why}`}`
  }
}

/** Changes that are newer than every list in names/. */
export const newerChanges: Change[] = [
  {
    kind: 'renamed',
    old: 'matrix_authentication_service_config_account_registration_token_required',
    since: '2026-09-11',
    to: 'matrix_authentication_service_config_account_password_registration_token_required',
  },
]
