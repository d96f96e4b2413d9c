import type { HostConfig } from '../generated/host-config.ts'
import type { Release } from './dialect.ts'
import { dialects, newestRelease } from './index.ts'
import { namesOf } from './names.ts'

export interface KnownNames {
  /** What the names are of, as in "release 2026-08". */
  of: string
  names: ReadonlySet<string>
  /** The least value of matrix_playbook_migration_validated_version that this playbook runs with. */
  validatedVersion?: string
}

/** The list is read when a name is first asked for: most host files need none. */
export function releaseNames(release: Release): KnownNames {
  const { validatedVersion } = dialects[release]
  return {
    of: `release ${release}`,
    get names() {
      return namesOf(release)
    },
    ...(validatedVersion === undefined ? {} : { validatedVersion }),
  }
}

/** The names that count for a host: those of its release. */
export function namesFor({ deployment }: Pick<HostConfig, 'deployment'>): KnownNames {
  return releaseNames((deployment?.kind === 'playbook' ? deployment.release : undefined) ?? newestRelease)
}
