import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, pid } from 'node:process'
import { build } from 'esbuild'
import { bundledPackages, licencesOf } from './licences.ts'
import { withoutUnused } from './unused.ts'

/** `npm run build`: the program with all that it needs, and the licences of what it contains. */
const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

/** Built beside it, so that who runs the program meanwhile has a whole one. */
const out = join(root, `node_modules/.cache/matrix-registrar/dist-${pid}`)

const banner = `#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url), __dirname = import.meta.dirname;`

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { registrar: 'generator/cli.ts' },
  outdir: out,
  bundle: true,
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true, // a third less to read at each start; names stay, for reports of bugs
  legalComments: 'none', // they are in the file that is written below
  external: ['cpu-features', '*.node'],
  alias: { 'shell-escape': join(import.meta.dirname, 'shell-escape.ts') },
  plugins: [withoutUnused],
  banner: { js: banner },
  metafile: true,
  logLevel: 'warning',
  ...(argv.includes('--sourcemap=inline') ? { sourcemap: 'inline' as const } : {}),
})
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licencesOf(bundledPackages(metafile), root))
rmSync(dist, { recursive: true, force: true })
renameSync(out, dist)
