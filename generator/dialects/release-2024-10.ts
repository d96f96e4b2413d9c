import type { Dialect } from './dialect.ts'

export const release202410: Dialect = { release: '2024-10', date: '2024-10-19' }
