import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderRole } from './role.ts'
import { roleDirectory } from './role-files.ts'

/** Renders `roles/matrix_users/`, which is committed, except its hand-written files: `npm run role`. */
const files = renderRole()
const paths = new Set(files.map(({ path }) => path))

for (const entry of readdirSync(roleDirectory, { recursive: true, withFileTypes: true })) {
  const path = relative(fileURLToPath(roleDirectory), join(entry.parentPath, entry.name))
  if (entry.isFile() && !paths.has(path)) rmSync(new URL(path, roleDirectory))
}
for (const { path, content } of files) {
  const file = new URL(path, roleDirectory)
  mkdirSync(dirname(file.pathname), { recursive: true })
  writeFileSync(file, content)
}
