import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { renderDocs } from './render.ts'

/** Renders what is generated below docs/, a part of `npm run role`. */
const directory = join(import.meta.dirname, '../../docs')

rmSync(join(directory, 'operations'), { recursive: true, force: true })
for (const [path, content] of Object.entries(renderDocs())) {
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
