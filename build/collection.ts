import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, exit, pid } from 'node:process'
import { execa } from 'execa'
import { collection, renderCollection } from '../generator/render/collection.ts'
import { version } from '../generator/version.ts'

/** `npm run collection [DIRECTORY]`: the tarball of the Ansible collection, in dist/ or in DIRECTORY; needs ansible-galaxy. */
const root = dirname(import.meta.dirname)
const source = join(root, `node_modules/.cache/matrix-registrar/collection-${pid}`)
const target = argv[2] ?? join(root, 'dist')

rmSync(source, { recursive: true, force: true })
for (const { path, content } of renderCollection()) {
  const file = join(source, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
copyFileSync(join(root, 'LICENSE'), join(source, 'LICENSE'))
mkdirSync(target, { recursive: true })
try {
  await execa('ansible-galaxy', ['collection', 'build', '--force', '--output-path', target, source], {
    stdio: 'inherit',
  })
} catch (error) {
  const { code } = error as NodeJS.ErrnoException
  console.error(
    code === 'ENOENT'
      ? 'ansible-galaxy not found. Install ansible-core, then run this again.'
      : 'ansible-galaxy collection build failed; see above.',
  )
  exit(1)
} finally {
  rmSync(source, { recursive: true })
}
console.log(
  `ansible-galaxy collection install ${join(target, `${collection.namespace}-${collection.name}-${version}.tar.gz`)}`,
)
