import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import type { RenderedFile } from '../render/rendered-file.ts'
import { type Change, compare } from './compare.ts'
import { withLock } from './lock.ts'
import { type Manifest, type ManifestEntry, manifestPath, readManifest, serializeManifest } from './manifest.ts'
import { checkPathsAreDistinct, observer } from './observe.ts'

export interface WriteOptions {
  /** The version of registrar that writes. */
  version: string
  /** Replace our files that were edited by hand, and keep a copy of each. */
  force?: boolean
  /** Only tell what would be done. */
  dryRun?: boolean
}

const stagingPath = '.registrar/tmp'

/**
 * Brings a workspace to what was rendered. Everything is staged first and then renamed into place, so that a full disk
 * changes nothing; the manifest holds the old and the new hashes meanwhile, so that a run after a kill -9 goes on.
 */
export function writeFiles(files: RenderedFile[], root: string, options: WriteOptions): Change[] {
  checkPathsAreDistinct(files)
  if (options.dryRun || !hasWork(plan(files, root, options), root, options)) return plan(files, root, options)
  return guardDisk(root, () =>
    withLock(root, () => {
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
  const isLeft = existsSync(join(root, stagingPath)) // by a run that was killed at its very end
  return (
    isLeft ||
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
  for (const [index, { path, action, before }] of written.entries()) {
    if (action === 'replace') keepCopy(join(root, path), before ?? '')
    renameSync(staged[index] ?? '', join(root, path))
  }
  const removed = changes.filter(({ action }) => action === 'remove')
  for (const { path } of removed) removeFile(root, path)
  writeManifest(root, { manifest_version: 1, rendered_by: version, files: settled(changes, manifest) })
  rmSync(join(root, stagingPath), { recursive: true, force: true })
}

function stage(written: Change[], root: string): string[] {
  const directory = join(root, stagingPath)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  for (const path of new Set(written.map(({ path }) => dirname(path)))) mkdirSync(join(root, path), { recursive: true })
  return written.map(({ file }, index) => {
    const staged = join(directory, String(index))
    writeFileSync(staged, file?.content ?? '', { mode: file?.mode ?? 0o644 })
    return staged
  })
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

/** The first name of PATH.before-registrar, PATH.before-registrar.1, ... that is free. */
function keepCopy(target: string, content: string): void {
  for (let count = 0; ; count += 1) {
    const copy = `${target}.before-registrar${count === 0 ? '' : `.${count}`}`
    if (existsSync(copy)) continue
    return writeFileSync(copy, content, { flag: 'wx' })
  }
}

export function writeManifest(root: string, manifest: Manifest): void {
  const path = join(root, manifestPath)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, serializeManifest(manifest))
  renameSync(`${path}.new`, path)
}

/** Removes a file, and the directories above it that are empty then. */
export function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true })
  for (let directory = dirname(path); directory !== '.'; directory = dirname(directory)) {
    try {
      rmdirSync(join(root, directory))
    } catch {
      return
    }
  }
}

const causes: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the file system is read-only',
}

function guardDisk<Result>(root: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const { code = '', path = root } = error as NodeJS.ErrnoException
    const cause = causes[code]
    if (cause === undefined) throw error
    rmSync(join(root, stagingPath), { recursive: true, force: true })
    throw new AppError('cannot-write', `${path} cannot be written: ${cause}.`, {
      hint: 'Files stand as they did, or whole as they were to be. Mend the cause, then run the same command again.',
      cause: error,
    })
  }
}
