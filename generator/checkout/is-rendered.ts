import { existsSync, lstatSync } from 'node:fs'
import { readText } from './read-text.ts'

/** Whether registrar rendered a file: its first lines say so. */
export function isRenderedFile(path: string): boolean {
  return existsSync(path) && lstatSync(path).isFile() && isRendered(readText(path))
}

function isRendered(text: string): boolean {
  return /^(---\r?\n)?# Rendered by matrix-registrar /.test(text)
}
