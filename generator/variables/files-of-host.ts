import { basename, dirname } from 'node:path'
import type { Source } from '../load/source.ts'

/** The files that count together, in the order in which later ones win: those of groups (and others), then the host's own. */
export function filesByHost(sources: Source[]): Source[][] {
  const hosts = [...new Set(sources.flatMap(({ file }) => hostOf(file) ?? []))]
  const shared = sources.filter(({ file }) => hostOf(file) === undefined)
  if (hosts.length === 0) return shared.length > 0 ? [shared] : []
  return hosts.map((host) => [...shared, ...sources.filter(({ file }) => hostOf(file) === host)])
}

/** The host whose file this is, as Ansible sees it: host_vars/HOST.yml, or anything below host_vars/HOST/. */
function hostOf(file: string): string | undefined {
  const parts = file.split(/[\\/]/)
  const at = parts.lastIndexOf('host_vars')
  const next = at < 0 ? undefined : parts[at + 1]
  if (next === undefined) return undefined
  return basename(dirname(file)) === 'host_vars' ? next.replace(/\.(ya?ml|json)$/, '') : next
}
