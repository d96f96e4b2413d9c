import { authorityOf } from '../authorities/index.ts'
import type { Meant } from '../discovery/compare.ts'
import { AppError } from '../errors/app-error.ts'
import { findHostFiles } from '../load/find-host-files.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import { planDiscovery } from '../plan/plan-discovery.ts'
import { validateSources } from '../validate/validate-sources.ts'
import { hostFiles } from './host-files.ts'
import { note } from '../ui/verbosity.ts'

/** The domain to look up, and what its host file means, where there is one. */
export function meantDiscovery({ domain, file }: { domain?: string; file?: string }): {
  domain: string
  meant?: Meant
  /** Another server than the homeserver has the accounts. */
  delegated: boolean
} {
  const files =
    file !== undefined || domain === undefined
      ? hostFiles(file === undefined ? [] : [file])
      : findHostFiles(process.cwd())
  const { configs, diagnostics } = validateSources(files.map((name) => loadHostFile(name)))
  const broken = diagnostics.find(({ severity }) => severity === 'error')
  if (broken && (file !== undefined || domain === undefined))
    throw new AppError('invalid-host-file', `${broken.place.file} has errors; nothing was looked up.`, {
      hint: 'See registrar validate, or name a domain.',
    })
  if (broken) note(`${broken.place.file} has errors, so nothing is compared with it; see registrar validate.\n`)
  const named = configs.filter(({ config }) => domain === undefined || isSameName(config.domain, domain))
  const [only] = named
  if (domain === undefined && named.length !== 1)
    throw new AppError('several-hosts', 'There are several hosts, and no domain was named.', {
      hint: `Choose one of: ${configs.map(({ config }) => config.domain).join(', ')}`,
    })
  const plan = only && planDiscovery(only.config)
  return {
    domain: domain ?? only?.config.domain ?? '',
    delegated: only !== undefined && authorityOf(only.config).front !== undefined,
    ...(only && plan ? { meant: { file: only.file, address: plan.address, server: plan.server } } : {}),
  }
}

/** DNS ignores letter case. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
