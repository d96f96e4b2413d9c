/** What a release of matrix-docker-ansible-deploy calls things. */
export interface Dialect {
  /** The day whose checkout its names were read from: its column in the tables of names/. */
  date: string
  /** The value of matrix_playbook_migration_validated_version that it insists on, where it does (since 2026). */
  validatedVersion?: string
}

/** The releases whose names are known, oldest first; a test holds the schema's list of them to this one. */
const table = {
  '2024-10': { date: '2024-10-19' },
  '2025-06': { date: '2025-06-01' },
  '2026-08': { date: '2026-08-22', validatedVersion: 'v2026.05.18.0' },
} satisfies Record<string, Dialect>

export type Release = keyof typeof table

export const dialects: Record<Release, Dialect> = table

export const releases = Object.keys(table) as Release[]

/** What a host file means that does not say. */
export const newestRelease = releases.at(-1) as Release
