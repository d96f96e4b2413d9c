import type { Dialect } from './dialect.ts'

export const release202506: Dialect = { release: '2025-06', date: '2025-06-01' }
