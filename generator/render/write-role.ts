import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renderRole } from './role.ts'

/** Renders `roles/matrix_users/`, which is committed: `npm run role`. */
const directory = new URL('../../roles/matrix_users/', import.meta.url)

rmSync(directory, { recursive: true, force: true })
for (const { path, content } of renderRole()) {
  const file = new URL(path, directory)
  mkdirSync(dirname(file.pathname), { recursive: true })
  writeFileSync(file, content)
}
