/** A release of matrix-docker-ansible-deploy. */
interface Dialect {
  /** The day whose checkout its names were read from: its column in the tables of names/. */
  date: string
  /** The value of matrix_playbook_migration_validated_version that it requires (since 2026). */
  validatedVersion?: string
}

/** The releases whose names are listed, oldest first; a test compares the schema's list with this one. */
const table = {
  '2024-10': { date: '2024-10-19' },
  '2025-06': { date: '2025-06-01' },
  '2026-08': { date: '2026-08-22', validatedVersion: 'v2026.05.18.0' },
} satisfies Record<string, Dialect>

export type Release = keyof typeof table

export const dialects: Record<Release, Dialect> = table

export const releases = Object.keys(table) as Release[]

/** The default of a host file. */
export const newestRelease = releases.at(-1) as Release
