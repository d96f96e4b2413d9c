import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writing } from '../files/system-error.ts'
import { withLock } from './lock.ts'
import { isOurs, type Manifest, type ManifestEntry, manifestPath, readManifest, sha256 } from './manifest.ts'
import { observer } from './observe.ts'
import { clearStaging } from './staging.ts'
import { removeFile, writeManifest } from './write-files.ts'
import { pathChecker } from './path-checker.ts'

interface Cleaned {
  removed: string[]
  /** Ours once, but edited by hand since. */
  left: string[]
}

/** Removes what the manifest proves is ours, and leaves the rest. */
export function cleanWorkspace(root: string, options: { version: string; dryRun?: boolean }): Cleaned {
  pathChecker(root)(manifestPath)
  if (!existsSync(join(root, manifestPath))) return { removed: [], left: [] }
  if (options.dryRun) return toldOf(findManifestFiles(root, options.version))
  return withLock(root, () => {
    const found = findManifestFiles(root, options.version)
    writing(root, () => remove(root, found), 'Files that are listed in .registrar/manifest.json are left.')
    return toldOf(found)
  })
}

interface ManifestFiles {
  manifest: Manifest
  present: { path: string; entry: ManifestEntry; ours: boolean }[]
}

function findManifestFiles(root: string, version: string): ManifestFiles {
  const manifest = readManifest(root, version)
  const observe = observer(root)
  const present = Object.entries(manifest.files).flatMap(([path, entry]) => {
    const content = observe(path)
    return content === undefined ? [] : [{ path, entry, ours: isOurs(entry, sha256(content)) }]
  })
  return { manifest, present }
}

function toldOf({ present }: ManifestFiles): Cleaned {
  const paths = (ours: boolean) => present.filter((each) => each.ours === ours).map(({ path }) => path)
  return { removed: paths(true), left: paths(false) }
}

function remove(root: string, { manifest, present }: ManifestFiles): void {
  for (const { path } of present.filter(({ ours }) => ours)) removeFile(root, path)
  const left = present.filter(({ ours }) => !ours)
  if (left.length === 0) return removeManifest(root)
  writeManifest(root, { ...manifest, files: Object.fromEntries(left.map(({ path, entry }) => [path, entry])) })
}

function removeManifest(root: string): void {
  rmSync(join(root, manifestPath), { force: true })
  clearStaging(root)
  if (readdirSync(join(root, '.registrar')).length === 0) rmdirSync(join(root, '.registrar'))
}
