import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KnownNames } from '../dialects/known-names.ts'
import { AppError } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { templatesDirectory } from '../render/templates-directory.ts'
import { configsOf } from './configs-of.ts'
import { ignoreKept } from './ignore-kept.ts'
import { type NewFile, writeNew } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

interface Writing {
  out: string
  /** What the checkout defines, by which its host files are judged. */
  known?: KnownNames
}

/** New host files, as a person would begin them. */
export async function writeHostFiles(drafts: { path: string; draft: HostDraft }[], writing: Writing): Promise<void> {
  const { renderHostFile } = await import('../render/host-file.ts') // with the template engine: other commands start without it
  await writeWorkspace(
    drafts.map(({ path, draft }) => ({
      path,
      text: renderHostFile(draft, schemaFor(path, writing)),
      isHostFile: true,
    })),
    writing,
  )
}

export interface WorkspaceFile extends NewFile {
  isHostFile?: boolean
}

/** New files, all of them or none; a host file that would be wrong is told as any other is. Git is not to have what is kept. */
export async function writeWorkspace(files: WorkspaceFile[], { out, known }: Writing): Promise<void> {
  const sources = files
    .filter(({ isHostFile }) => isHostFile)
    .map(({ path, text }) => ({ ...parseSource(path, text), ...(known ? { known } : {}) }))
  configsOf(
    sources,
    new AppError('invalid-answer', 'The host file would be wrong; nothing was written.', {
      hint: 'Start again, and answer the question above differently.',
    }),
  )
  writeNew(files, resolve(out), 'Edit it, move it away, or name another directory with --out.')
  for (const { path } of files) note(`${path}: written\n`)
  await ignoreKept(files, resolve(out))
}

/** Where editors find the schema: in the project's own node_modules. Elsewhere its path would be one of this machine alone. */
export function schemaFor(path: string, { out }: Writing): string {
  const schema = fileURLToPath(new URL('../schemas/host.schema.json', templatesDirectory))
  const way = relative(dirname(resolve(out, path)), schema)
  return /^(\.\.\/)*node_modules\//.test(way) ? way : ''
}
