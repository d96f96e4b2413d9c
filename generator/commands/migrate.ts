import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { Command, Option } from 'commander'
import { inAnsibleOrder } from '../checkout/ansible-order.ts'
import { type Release, releases } from '../dialects/releases.ts'
import { type PlaybookNames, releaseNames } from '../dialects/playbook-names.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { ExitCode } from '../errors/app-error.ts'
import { type Source, textIn } from '../load/source.ts'
import { counted } from '../ui/counted.ts'
import { isEncrypted, isReadable, loadVariables, variablesOf } from '../variables/load-variables.ts'
import { type Migration, migrateVariables } from '../variables/migrate-variables.ts'
import { filesByHost } from '../variables/files-of-host.ts'
import { diffOf } from '../write/diff.ts'
import { replaceFile } from '../files/replace-file.ts'
import { filesOf } from './files-of.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDiagnostics, printDocument } from './output.ts'
import { siblings } from './siblings.ts'
import { note } from '../ui/verbosity.ts'

/** `registrar migrate FILE... --to RELEASE`: the names of another release, in place. */
export function migrateCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('migrate')
    .description(
      'rewrite the names in vars.yml files to those of another release of the playbook; nothing else in them changes',
    )
    .argument(
      '<file...>',
      'files or directories of variables, such as inventory/host_vars/HOST; a name that other files of the host set or use is only rewritten together with them',
    )
    .addOption(new Option('--to <release>', 'the release').choices(releases).makeOptionMandatory())
    .option('--diff', 'only show what would change')
  return addOutputOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  registrar migrate vars.yml --to 2026-08 --diff\n  registrar migrate inventory/host_vars/matrix.example.com --to 2026-08',
    )
    .action((files: string[], options: Options) => setExit(migrateAll(files, options)))
}

interface Options extends OutputOptions {
  to: Release
  diff?: boolean
}

/** Nothing is written before all of it has been read. */
function migrateAll(paths: string[], { to, output, diff = false }: Options): ExitCode {
  const { read, passedOver } = inAnsibleOrder(paths.flatMap(filesOf))
  for (const { file, message, hint } of passedOver) note(`note: ${file}: ${message} ${hint}\n`)
  const sources = [...read, ...passedOver.map(({ file }) => file).filter((file) => existsSync(file))].map((file) =>
    loadVariables(file),
  )
  const broken = sources.filter((source) => !isReadable(source))
  if (broken.length > 0) {
    printDiagnostics(
      broken.flatMap(({ diagnostics }) => diagnostics),
      textIn(broken),
      output,
    )
    return 2
  }
  const playbook = releaseNames(to)
  const unread = new Set(passedOver.map(({ file }) => file))
  const counting = sources.filter(({ file }) => !unread.has(file))
  const { of: siblingsOf, beside } = siblings(counting)
  const migrated = sources.map((source) => {
    const around = unread.has(source.file) ? [] : siblingsOf(source.file)
    return isEncrypted(source) ? encrypted(source) : shown(source, migrateVariables(source, playbook, around), diff)
  })
  if (!diff) for (const file of migrated) write(file)
  if (isDocument(output))
    printDocument({ to, written: !diff, files: migrated.map(({ text: _text, ...file }) => file) }, output)
  else print(migrated, diff)
  for (const words of unreadChanges([...beside, ...counting], playbook)) note(`${words}\n`)
  return migrated.some(({ left }) => left.length > 0) ? 1 : 0
}

/** What became of a file, or would; as programs read it, but for its new text. */
interface Migrated {
  file: string
  /** How many names. */
  renamed: number
  diff?: string
  left: { line: number; message: string; hint: string }[]
  text?: string
}

function encrypted({ file }: Source): Migrated {
  const hint = 'Decrypt it with ansible-vault, migrate it, and encrypt it again.'
  return { file, renamed: 0, left: [{ line: 1, message: 'Not rewritten, since it is encrypted.', hint }] }
}

function shown(source: Source, { text, renamed, left }: Migration, diff: boolean): Migrated {
  return {
    file: source.file,
    renamed,
    ...(diff && renamed > 0 ? { diff: shownDiff(source, text) } : {}),
    left: left.map(({ at, message, hint }) => ({ line: source.lineCounter.linePos(at).line, message, hint })),
    ...(renamed > 0 ? { text } : {}),
  }
}

function write({ file, text }: Migrated): void {
  if (text === undefined) return
  const real = realpathSync(file)
  if (lstatSync(file).isSymbolicLink()) note(`note: ${file} is a link to ${real}, which is rewritten.\n`)
  replaceFile(real, text)
}

function print(migrated: Migrated[], isDiff: boolean): void {
  for (const { file, renamed, diff = '', left } of migrated) {
    process.stdout.write(diff)
    note(`${file}: ${counted(renamed, 'name')} ${isDiff ? 'would be rewritten' : 'rewritten'}.\n`)
    if (left.length > 0) process.stderr.write('Left for you:\n')
    for (const { line, message, hint } of left) process.stderr.write(`  ${file}:${line} ${message} ${hint}\n`)
  }
}

/** Whether the playbook would still refuse a host, by all of its files. */
function unreadChanges(sources: Source[], playbook: PlaybookNames): Set<string> {
  const ofHosts = filesByHost(sources).map((files) => {
    const isClear = files.every((source) => isReadable(source) && !isEncrypted(source))
    const last = files.flatMap(variablesOf).findLast(({ name }) => name === validatedVersionVariable)
    return last || isClear ? findUnread(last && (last.value ?? ''), playbook) : undefined
  })
  return new Set(ofHosts.flatMap((unread) => (unread ? [`${unread.message} ${unread.hint}`] : [])))
}

function shownDiff({ file, text: before }: Source, text: string): string {
  return diffOf({
    path: file,
    before: Buffer.from(before),
    file: { path: file, content: text, mode: 0o644 },
    action: 'update',
    hash: '',
  })
}
