import type { HostConfig } from '../generated/host-config.ts'
import { dialects, newestRelease, type Release } from './releases.ts'
import { namesOf, rolesOf, type VariableType, variablesOf } from './names.ts'
import type { Role } from './roles.ts'

export interface PlaybookNames {
  /** The playbook in words, as in "release 2026-08". */
  of: string
  names: ReadonlySet<string>
  /** The roles that the names belong to; without them, those of the newest release. */
  roles?: readonly Role[]
  /** Types of the defaults; without them, those of the newest release. */
  types?: ReadonlyMap<string, VariableType>
  /** The least value of matrix_playbook_migration_validated_version that this playbook runs with. */
  validatedVersion?: string
  /** Of a checkout that is newer than our lists: names of our newest release that its roles refuse, with the replacement. */
  refused?: ReadonlyMap<string, string | undefined>
}

/** The lists are read when a name is first asked for: most host files need none. */
export function releaseNames(release: Release): PlaybookNames {
  const { validatedVersion } = dialects[release]
  return {
    of: `release ${release}`,
    get names() {
      return namesOf(release)
    },
    get roles() {
      return rolesOf(release)
    },
    get types() {
      return variablesOf(release)
    },
    ...(validatedVersion === undefined ? {} : { validatedVersion }),
  }
}

/** The names of a host's release. */
export function namesFor({ deployment }: Pick<HostConfig, 'deployment'>): PlaybookNames {
  return releaseNames((deployment?.kind === 'playbook' ? deployment.release : undefined) ?? newestRelease)
}

export function rolesFor({ roles }: Pick<PlaybookNames, 'roles'>): readonly Role[] {
  return roles ?? rolesOf(newestRelease)
}

export function typesFor({ types }: Pick<PlaybookNames, 'types'>): ReadonlyMap<string, VariableType> {
  return types ?? variablesOf(newestRelease)
}
