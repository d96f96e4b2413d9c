import type { Change } from '../../generator/dialects/changes.ts'

/**
 * A row of a role's table as a fact: a plain successor, names that do it in another way, a key within another variable, or
 * nothing. Only names, addresses and two frequent reasons are kept; the words are ours.
 */
export function changeOf(old: string, words: string, since: string): Change {
  const isSpoken = /^<|removed|superseded|deprecated|not applicable/i.test(words)
  if (!isSpoken && /^\w+\*?$/.test(words)) return { kind: 'renamed', old, since, to: words }
  const [, key, within] = /^<?(\w+) subkey of (\w+)/.exec(words) ?? []
  if (key !== undefined) return { kind: 'replaced', old, since, by: [`${within}.${key}`] }
  const by = [...words.matchAll(/(?<![\w/.-])[a-z]+_\w*[a-z0-9]+(?:_?\*)?(?![\w/-])/g)]
    .map(([name]) => name)
    .filter(isVariable)
  if (by.length > 0) return { kind: 'replaced', old, since, by: [...new Set(by)] }
  const why = reasonOf(words)
  return { kind: 'removed', old, since, ...(why === undefined ? {} : { why }) }
}

function isVariable(name: string): boolean {
  return /^(matrix|prometheus|etherpad|jitsi|traefik|postgres|coturn|ntfy|grafana|exim|valkey|livekit|aux|cinny|hydrogen)_/.test(
    name,
  )
}

function reasonOf(words: string): string | undefined {
  if (/natively/.test(words)) return 'pull'
  if (/does not support metrics/.test(words)) return 'metrics'
  return /https:\/\/[^\s>)]+/.exec(words)?.[0] ?? /docs\/[\w-]+\.md/.exec(words)?.[0]
}
