import { constants, copyFileSync, existsSync, lstatSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeDirectory } from '../files/make-directory.ts'
import { besides, replaceFile } from '../files/replace-file.ts'
import { writing } from '../files/system-error.ts'
import type { RenderedFile } from '../render/rendered-file.ts'
import { type Change, compare } from './compare.ts'
import { withLock } from './lock.ts'
import { type Manifest, type ManifestEntry, manifestPath, readManifest, serializeManifest } from './manifest.ts'
import { checkPathsAreDistinct, observer } from './observe.ts'
import { clearStaging, isStagingLeft, stage } from './staging.ts'
import { pathChecker } from './path-checker.ts'

interface WriteOptions {
  /** The version of registrar that writes. */
  version: string
  /** Replace our files that were edited by hand, and keep a copy of each. */
  force?: boolean
  /** Only report what would be done. */
  dryRun?: boolean
}

/**
 * Writes the rendered files to a workspace. Everything is staged first and then renamed into place, so that a full disk
 * changes nothing; the manifest has the old and the new hashes meanwhile, so that the next run can continue after a kill -9.
 */
export function writeFiles(files: RenderedFile[], root: string, options: WriteOptions): Change[] {
  checkPathsAreDistinct(files)
  if (options.dryRun || !hasWork(plan(files, root, options), root, options)) return plan(files, root, options)
  return withLock(root, () =>
    guarded(root, () => {
      const manifest = readManifest(root, options.version)
      const changes = plan(files, root, options)
      apply(changes, manifest, root, options)
      return changes
    }),
  )
}

function plan(files: RenderedFile[], root: string, { version, force = false }: WriteOptions): Change[] {
  return compare(files, readManifest(root, version), observer(root), { force })
}

function hasWork(changes: Change[], root: string, { version }: WriteOptions): boolean {
  const inert = new Set(['unchanged', 'foreign', 'edited', 'edited-orphan'])
  return (
    isStagingLeft(root) || // by a run that was killed at its very end
    changes.some(({ action }) => !inert.has(action)) ||
    !existsSync(join(root, manifestPath)) ||
    readManifest(root, version).rendered_by !== version
  )
}

const writes = new Set(['create', 'update', 'replace'])

function apply(changes: Change[], manifest: Manifest, root: string, { version }: WriteOptions): void {
  const written = changes.filter(({ action }) => writes.has(action))
  const staged = stage(written, root)
  writeManifest(root, {
    ...manifest,
    rendered_by: version,
    files: { ...manifest.files, ...pending(written, manifest) },
  })
  for (const { path } of written.filter(({ action }) => action === 'replace')) keepCopy(join(root, path))
  for (const [index, { path }] of written.entries()) renameSync(staged[index] ?? '', join(root, path))
  const removed = changes.filter(({ action }) => action === 'remove')
  for (const { path } of removed) removeFile(root, path)
  writeManifest(root, { manifest_version: 1, rendered_by: version, files: settled(changes, manifest) })
  clearStaging(root)
}

function pending(written: Change[], manifest: Manifest): Record<string, ManifestEntry> {
  return Object.fromEntries(
    written.map(({ path, hash }) => {
      const previous = manifest.files[path]?.sha256
      return [path, { sha256: hash, ...(previous === undefined ? {} : { previous }) }]
    }),
  )
}

function settled(changes: Change[], manifest: Manifest): Record<string, ManifestEntry> {
  const entries = changes.flatMap(({ path, action, hash }): [string, ManifestEntry][] => {
    if (writes.has(action) || action === 'unchanged' || action === 'adopt') return [[path, { sha256: hash }]]
    const entry = manifest.files[path]
    return (action === 'edited' || action === 'edited-orphan') && entry ? [[path, entry]] : []
  })
  return Object.fromEntries(entries)
}

/** A copy with the mode of the original, under the first of PATH.before-registrar, PATH.before-registrar.1, ... that is free. */
function keepCopy(target: string): void {
  for (let count = 0; ; count += 1) {
    const copy = `${target}.before-registrar${count === 0 ? '' : `.${count}`}`
    if (lstatSync(copy, { throwIfNoEntry: false })) continue
    const draft = besides(copy)
    copyFileSync(target, draft, constants.COPYFILE_EXCL)
    return renameSync(draft, copy)
  }
}

export function writeManifest(root: string, manifest: Manifest): void {
  pathChecker(root)(manifestPath)
  makeDirectory(dirname(join(root, manifestPath)))
  replaceFile(join(root, manifestPath), serializeManifest(manifest))
}

/** Removes a file, and the directories above it that are empty then. */
export function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true })
  for (let directory = dirname(path); directory !== '.'; directory = dirname(directory)) {
    if (hidesFile(join(root, directory))) return
    try {
      rmdirSync(join(root, directory))
    } catch {
      return
    }
  }
}

/** Ansible ignores host_vars/NAME.yml next to a directory host_vars/NAME: without the directory, it would read the file again. */
function hidesFile(directory: string): boolean {
  return ['.yml', '.yaml', '.json'].some((ending) => existsSync(directory + ending))
}

function guarded<Result>(root: string, work: () => Result): Result {
  const hint = 'Each file is either unchanged or completely written.'
  try {
    return writing(root, work, hint)
  } catch (error) {
    try {
      clearStaging(root)
    } catch {
      // the first error is the one to report
    }
    throw error
  }
}
