/** The releases of matrix-docker-ansible-deploy whose names are known, oldest first. */
export const releases = ['2024-10', '2025-06', '2026-08'] as const

export type Release = (typeof releases)[number]

/** What a release of the playbook calls things. */
export interface Dialect {
  release: Release
  /** The day whose checkout the name list was made from. */
  date: string
  /** The value of matrix_playbook_migration_validated_version that this release insists on, where it does. */
  validatedVersion?: string
}

/** A name that changed: what `from` matches becomes `to`. Only a translation that the target release has counts. */
export interface Renaming {
  from: RegExp
  to: string
  since: string
  source: string
}

/** Names that are gone, and what there is instead. */
export interface Removal {
  names: RegExp
  since: string
  instead: string
}
