import type { Dialect } from './dialect.ts'

/** Since 2026 the playbook refuses to run until the operator says which of its migrations they have read. */
export const release202608: Dialect = { release: '2026-08', date: '2026-08-22', validatedVersion: 'v2026.05.18.0' }
