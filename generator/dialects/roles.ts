/** A role of the playbook, by the prefix of its variables. */
export interface Role {
  /** With the underscore at its end. */
  prefix: string
  /** Whether every name of it is listed. */
  isSeen: boolean
}

/** The prefix of at least nine in ten of a role's names, in whole words; undefined: no two words in common, or no name. */
export function prefixOf(names: string[]): string | undefined {
  let prefix = ''
  for (;;) {
    const longer = mostFrequent(
      names.filter((name) => name.startsWith(prefix)).flatMap((name) => nextWord(name, prefix)),
    )
    if (longer === undefined || longer.count < names.length * 0.9 || longer.prefix === prefix)
      return prefix || undefined
    prefix = longer.prefix
  }
}

function nextWord(name: string, prefix: string): string[] {
  const end = name.indexOf('_', prefix.length)
  return end < 0 ? [] : [name.slice(0, end + 1)]
}

function mostFrequent(prefixes: string[]): { prefix: string; count: number } | undefined {
  const counts = new Map<string, number>()
  for (const prefix of prefixes) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  return best && { prefix: best[0], count: best[1] }
}

/** The role that a name belongs to: the one with the longest prefix. */
export function roleOf(name: string, roles: readonly Role[]): Role | undefined {
  return roles.reduce<Role | undefined>(
    (best, role) => (name.startsWith(role.prefix) && role.prefix.length > (best?.prefix.length ?? 0) ? role : best),
    undefined,
  )
}
