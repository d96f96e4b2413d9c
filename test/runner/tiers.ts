import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Quickest first: no servers, other programs, servers of this machine, a whole host. */
export const tiers = ['pure', 'tools', 'live', 'host'] as const

export type Tier = (typeof tiers)[number]

export function isTier(word: string): word is Tier {
  return (tiers as readonly string[]).includes(word)
}

/** The tier of a file in test/, as jest.config.mjs has them. */
export function tierOf(path: string): Tier {
  const folder = /^test\/([^/]+)\//.exec(path)?.[1] ?? ''
  if (folder === 'run') return 'tools' // it asks OpenSSH's own tools
  return isTier(folder) ? folder : 'pure'
}

export const root = join(import.meta.dirname, '../..')

/** Every test file, from the root of the repository. */
export function testFiles(): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path}`)
    .sort()
}
