import type { Dialect, Release } from './dialect.ts'
import { release202410 } from './release-2024-10.ts'
import { release202506 } from './release-2025-06.ts'
import { release202608 } from './release-2026-08.ts'

/** Adding a release: its file, its line here, its name in dialect.ts and its list in names/. */
export const dialects = {
  '2024-10': release202410,
  '2025-06': release202506,
  '2026-08': release202608,
} satisfies Record<Release, Dialect>

/** What a host file means that does not say. */
export const newestRelease: Release = '2026-08'
