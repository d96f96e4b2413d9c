import { readFileSync } from 'node:fs'
import { templatesDirectory } from './templates-directory.ts'

/** A file of `templates/` as it is: by itself, for it is read where nothing is rendered and the engine would only cost time. */
export function readTemplate(path: string): string {
  return readFileSync(new URL(path, templatesDirectory), 'utf8')
}
