import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, pid } from 'node:process'
import { build, type BuildOptions } from 'esbuild'
import { bundledPackages, licencesOf } from './licences.ts'
import { inParts } from './parts.ts'
import { writeTypes } from './types.ts'
import { withoutUnused } from './unused.ts'

/** `npm run build`: the program with all that it needs, and the licences of what it contains. */
const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

/** Built beside it, so that who runs the program meanwhile has a whole one. */
const out = join(root, `node_modules/.cache/matrix-registrar/dist-${pid}`)

const banner = `#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url), __dirname = import.meta.dirname;`

const options = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true, // a third less to read at each start; names stay, for reports of bugs
  legalComments: 'none', // they are in the file that is written below
  external: ['cpu-features', '*.node'],
  alias: {
    'shell-escape': join(import.meta.dirname, 'shell-escape.ts'),
    yaml: join(root, 'node_modules/yaml/browser/index.js'), // for Node.js it asks the environment at each word whether to log it: a tenth of its time
  },
  plugins: [withoutUnused],
  banner: { js: banner },
  metafile: true,
  logLevel: 'warning',
  ...(argv.includes('--sourcemap=inline') ? { sourcemap: 'inline' as const } : {}),
} satisfies BuildOptions

/** In parts, each read when it is needed: so a command starts quickly. */
const { metafile } = await build({
  ...options,
  entryPoints: { registrar: 'generator/cli.ts', program: 'generator/program.ts' },
  plugins: [...options.plugins, inParts],
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
})
/** What `import ... from 'matrix-registrar'` gives; by itself, so that the program's parts stay as they are. */
await build({ ...options, entryPoints: { library: 'generator/library.ts' } })
writeTypes(join(out, 'types'), root)
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licencesOf(bundledPackages(metafile), root))
rmSync(dist, { recursive: true, force: true })
renameSync(out, dist)
