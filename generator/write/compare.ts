import type { RenderedFile } from '../render/rendered-file.ts'
import { isOurs, type Manifest, sha256 } from './manifest.ts'

/**
 * What is to be done about a path. `foreign`: there is a file that is not ours, which is never touched. `edited`: ours,
 * but changed by hand since, and left alone unless forced. `adopt`: not ours by the manifest, but what we would write.
 */
type Action =
  'create' | 'update' | 'unchanged' | 'adopt' | 'foreign' | 'edited' | 'replace' | 'remove' | 'edited-orphan'

export interface Change {
  path: string
  action: Action
  /** The new content; undefined for an orphan. */
  file?: RenderedFile
  hash: string
  /** What exists there now. */
  before?: Buffer
  /** The intended path of the content, which the operator's own file has. */
  insteadOf?: string
}

/** The bytes at a path, or undefined when there is nothing. */
export type Observe = (path: string) => Buffer | undefined

/** Every rendered file and every orphan against the workspace. Pure but for `observe`. */
export function compare(files: RenderedFile[], manifest: Manifest, observe: Observe, { force = false } = {}): Change[] {
  const changes = files.map((file) => compareFile(file, manifest, observe, force))
  const kept = new Set(changes.map(({ path }) => path))
  const orphans = Object.keys(manifest.files).filter((path) => !kept.has(path))
  return [...changes, ...orphans.flatMap((path) => compareOrphan(path, manifest, observe))]
}

function compareFile(file: RenderedFile, manifest: Manifest, observe: Observe, force: boolean): Change {
  const change = compareAt(file, manifest, observe, force)
  if (change.action !== 'foreign' || file.fallbackPath === undefined) return change
  const instead = compareAt({ ...file, path: file.fallbackPath }, manifest, observe, force)
  return { ...instead, insteadOf: file.path }
}

function compareAt(file: RenderedFile, manifest: Manifest, observe: Observe, force: boolean): Change {
  const before = observe(file.path)
  const base = { path: file.path, file, hash: sha256(file.content), ...(before === undefined ? {} : { before }) }
  return { ...base, action: decide(base, manifest, force) }
}

function decide({ path, hash, before }: Omit<Change, 'action'>, manifest: Manifest, force: boolean): Action {
  const entry = manifest.files[path]
  if (before === undefined) return 'create'
  const found = sha256(before)
  if (found === hash) return entry?.sha256 === hash && entry.previous === undefined ? 'unchanged' : 'adopt'
  if (!entry) return 'foreign'
  if (isOurs(entry, found)) return 'update'
  return force ? 'replace' : 'edited'
}

function compareOrphan(path: string, manifest: Manifest, observe: Observe): Change[] {
  const before = observe(path)
  if (before === undefined) return []
  const hash = sha256(before)
  return [{ path, hash, before, action: isOurs(manifest.files[path], hash) ? 'remove' : 'edited-orphan' }]
}

/** Whether the workspace differs from what would be written. */
export function isDifference({ action }: Change): boolean {
  return action !== 'unchanged' && action !== 'adopt' && action !== 'foreign'
}
