import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.ts'
import { isOurs, manifestPath, readManifest, sha256 } from './manifest.ts'
import { observer } from './observe.ts'
import { removeFile, writeManifest } from './write-files.ts'

export interface Cleaned {
  removed: string[]
  /** Ours once, but edited by hand since. */
  left: string[]
}

/** Takes away what the manifest proves is ours, and leaves the rest. */
export function cleanWorkspace(root: string, options: { version: string; dryRun?: boolean }): Cleaned {
  if (!existsSync(join(root, manifestPath))) return { removed: [], left: [] }
  const manifest = readManifest(root, options.version)
  const observe = observer(root)
  const present = Object.entries(manifest.files).flatMap(([path, entry]) => {
    const content = observe(path)
    return content === undefined ? [] : [{ path, entry, ours: isOurs(entry, sha256(content)) }]
  })
  const left = present.filter(({ ours }) => !ours)
  const removed = present.filter(({ ours }) => ours).map(({ path }) => path)
  if (!options.dryRun) {
    withLock(root, () => {
      for (const path of removed) removeFile(root, path)
      writeManifest(root, { ...manifest, files: Object.fromEntries(left.map(({ path, entry }) => [path, entry])) })
    })
    if (left.length === 0) removeManifest(root)
  }
  return { removed, left: left.map(({ path }) => path) }
}

function removeManifest(root: string): void {
  rmSync(join(root, manifestPath), { force: true })
  rmSync(join(root, '.registrar/tmp'), { recursive: true, force: true })
  if (readdirSync(join(root, '.registrar')).length === 0) rmdirSync(join(root, '.registrar'))
}
