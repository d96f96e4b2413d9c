import { hash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { observer } from './observe.ts'

/** Where the manifest of a workspace is, relative to its root. */
export const manifestPath = '.registrar/manifest.json'

/** What we wrote: the proof that a file is ours. */
export interface Manifest {
  manifest_version: 1
  /** The version of registrar that wrote it. */
  rendered_by: string
  files: Record<string, ManifestEntry>
}

/** SHA-256 of the content, in hex; `previous` while a run is replacing it, so that either content is ours. */
export interface ManifestEntry {
  sha256: string
  previous?: string
}

function emptyManifest(renderedBy: string): Manifest {
  return { manifest_version: 1, rendered_by: renderedBy, files: {} }
}

/** The manifest of a workspace, or an empty one; throws when it is broken or of a newer registrar. */
export function readManifest(root: string, version: string): Manifest {
  const path = join(root, manifestPath)
  const bytes = observer(root)(manifestPath)
  if (bytes === undefined) return emptyManifest(version)
  const manifest = parseManifest(bytes.toString(), path)
  if (manifest.manifest_version !== 1 || isNewer(manifest.rendered_by, version)) {
    throw new AppError(
      'newer-workspace',
      `${root} was made by registrar ${manifest.rendered_by}; this is ${version}.`,
      { hint: 'Update registrar, then run the same command again.' },
    )
  }
  return manifest
}

export function serializeManifest({ manifest_version, rendered_by, files }: Manifest): string {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ manifest_version, rendered_by, files: sorted }, null, 2)}\n`
}

export function sha256(content: string | Buffer): string {
  return hash('sha256', content)
}

/** Whether a file with this hash is ours, by the manifest's entry for its path. */
export function isOurs(entry: ManifestEntry | undefined, hash: string): boolean {
  return entry !== undefined && (hash === entry.sha256 || hash === entry.previous)
}

function parseManifest(text: string, path: string): Manifest {
  try {
    const data: unknown = JSON.parse(text)
    if (isManifest(data)) return data
  } catch {
    // reported below, with every other kind of damage
  }
  throw new AppError('broken-manifest', `${path} is not a manifest that registrar wrote.`, {
    hint: 'Restore it from version control. Without it, registrar treats every file as yours and changes none.',
  })
}

function isManifest(data: unknown): data is Manifest {
  if (typeof data !== 'object' || data === null) return false
  const { manifest_version, rendered_by, files } = data as Partial<Manifest>
  if (
    typeof manifest_version !== 'number' ||
    typeof rendered_by !== 'string' ||
    typeof files !== 'object' ||
    files === null
  )
    return false
  return Object.entries(files).every(([path, entry]) => isInside(path) && typeof entry.sha256 === 'string')
}

function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split('/').includes('..')
}

function isNewer(a: string, b: string): boolean {
  const [left = [], right = []] = [a, b].map((version) => version.split(/[.-]/).map(Number))
  const at = left.findIndex((part, index) => part !== (right[index] ?? 0))
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}
