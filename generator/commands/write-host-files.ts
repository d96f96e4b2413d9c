import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import { AppError } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { templatesDirectory } from '../render/templates-directory.ts'
import { version } from '../version.ts'
import { configsOf } from './configs-of.ts'
import { ignoreKept } from './ignore-kept.ts'
import { type NewFile, writeNew } from './write-new.ts'
import { isDocument, type Output, printDocument } from './output.ts'
import { note } from '../ui/verbosity.ts'

interface Writing {
  out: string
  /** The checkout's names, for checking its host files. */
  playbook?: PlaybookNames
}

/** Writes new host files. */
export async function writeHostFiles(
  drafts: { path: string; draft: HostDraft }[],
  writing: Writing,
): Promise<WorkspaceFile[]> {
  const { renderHostFile } = await import('../render/host-file.ts') // with the template engine: other commands start without it
  return writeWorkspace(
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

/** Writes new files, all or none, after checking the host file. Files with secrets are added to .gitignore. */
export async function writeWorkspace(files: WorkspaceFile[], { out, playbook }: Writing): Promise<WorkspaceFile[]> {
  const sources = files
    .filter(({ isHostFile }) => isHostFile)
    .map(({ path, text }) => ({ ...parseSource(path, text), ...(playbook ? { playbook } : {}) }))
  configsOf(
    sources,
    new AppError('invalid-answer', 'The host file would be invalid; nothing was written.', {
      hint: 'Correct what the message above names, and run the same command again.',
    }),
  )
  writeNew(files, resolve(out), 'Edit it, move it away, or name another directory with --out.')
  for (const { path } of files) note(`${path}: written\n`)
  await ignoreKept(files, resolve(out))
  return files
}

/** The files for programs, as generate lists its own. */
export function printWritten(
  files: WorkspaceFile[],
  { out, output }: { out: string; output: Output },
  more: { next: string[]; moved?: number; stayed?: string[] },
): void {
  if (!isDocument(output)) return
  const list = files.map(({ path }) => ({ path, action: 'create' }))
  printDocument({ root: resolve(out), written: true, files: list, ...more }, output)
}

/** Where editors find the schema: in the project's own node_modules, else where npm's packages are served. */
export function schemaFor(path: string, { out }: Writing): string {
  const schema = fileURLToPath(new URL('../schemas/host.schema.json', templatesDirectory))
  const way = relative(dirname(resolve(out, path)), schema)
  const isOwn = /^(\.\.\/)*node_modules\//.test(way)
  return isOwn ? way : `https://unpkg.com/matrix-registrar@${version.split('.')[0]}/schemas/host.schema.json`
}
