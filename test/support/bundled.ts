import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { makeDirectory } from './directory.ts'

const root = join(import.meta.dirname, '../..')
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** A module of TypeScript and all that it imports as one file, which Node starts in a fraction of the time that tsx takes. */
export function bundled(contents: string): string {
  const outfile = join(makeDirectory(), 'script.mjs')
  const stdin = { contents, resolveDir: root, loader: 'ts' as const }
  buildSync({
    stdin,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: banner },
    logLevel: 'error',
  })
  return outfile
}
