import { readdirSync, readFileSync } from 'node:fs'
import { templatesDirectory } from './templates-directory.ts'

/** `roles/matrix_users/`, whose programs and plugins are written there by hand; everything else in it is rendered. */
export const roleDirectory = new URL('../roles/matrix_users/', templatesDirectory)

/** A file of the role that is written by hand; `path` is from the role's directory. */
export function readRoleFile(path: string): string {
  return readFileSync(new URL(path, roleDirectory), 'utf8')
}

/** The paths of the files that are written by hand, sorted. */
export function handwrittenRoleFiles(): string[] {
  return readdirSync(new URL('files', roleDirectory), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(py|sh)$|^words\.json$/.test(path))
    .map((path) => `files/${path}`)
    .sort()
}
