import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { Command, Option } from 'commander'
import { inAnsibleOrder } from '../checkout/ansible-order.ts'
import { type Release, releases } from '../dialects/releases.ts'
import { type KnownNames, releaseNames } from '../dialects/known-names.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { ExitCode } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { type Source, textIn } from '../load/source.ts'
import { counted } from '../ui/counted.ts'
import { isEncrypted, isReadable, loadVariables, variablesOf } from '../variables/load-variables.ts'
import { type Migration, migrateVariables } from '../variables/migrate-variables.ts'
import { filesByHost } from '../variables/files-of-host.ts'
import { diffOf } from '../write/diff.ts'
import { replaceFile } from '../files/replace-file.ts'
import { filesOf } from './files-of.ts'
import { siblings } from './siblings.ts'
import { note } from '../ui/verbosity.ts'

/** `registrar migrate FILE... --to RELEASE`: the names of another release, in place. */
export function migrateCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('migrate')
    .description(
      'rewrite the names in vars.yml files to those of another release of the playbook; nothing else in them changes',
    )
    .argument(
      '<file...>',
      'files or directories of variables, such as inventory/host_vars/HOST; a name that other files of the host set or use is only rewritten together with them',
    )
    .addOption(new Option('--to <release>', 'the release').choices(releases).makeOptionMandatory())
    .option('--diff', 'only show what would change')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar migrate vars.yml --to 2026-08 --diff\n  registrar migrate inventory/host_vars/matrix.example.com --to 2026-08',
    )
    .action((files: string[], options: Options) => setExit(migrateAll(files, options)))
}

interface Options {
  to: Release
  diff?: boolean
}

/** Nothing is written before all of it has been read. */
function migrateAll(paths: string[], { to, diff = false }: Options): ExitCode {
  const { read, passedOver } = inAnsibleOrder(paths.flatMap(filesOf))
  for (const { file, message, hint } of passedOver) note(`note: ${file}: ${message} ${hint}\n`)
  const sources = [...read, ...passedOver.map(({ file }) => file).filter((file) => existsSync(file))].map((file) =>
    loadVariables(file),
  )
  const broken = sources.filter((source) => !isReadable(source))
  if (broken.length > 0) {
    process.stdout.write(
      pretty(
        broken.flatMap(({ diagnostics }) => diagnostics),
        textIn(broken),
      ),
    )
    return 2
  }
  const known = releaseNames(to)
  const unread = new Set(passedOver.map(({ file }) => file))
  const counting = sources.filter(({ file }) => !unread.has(file))
  const { of: siblingsOf, beside } = siblings(counting)
  const migrations = sources.map((source) => ({
    source,
    migration: isEncrypted(source)
      ? undefined
      : migrateVariables(source, known, unread.has(source.file) ? [] : siblingsOf(source.file)),
  }))
  const codes = migrations.map(({ source, migration }) => finish(source, migration, diff))
  for (const words of unreadChanges([...beside, ...counting], known)) note(`${words}\n`)
  return codes.includes(1) ? 1 : 0
}

function finish(source: Source, migration: Migration | undefined, diff: boolean): ExitCode {
  const { file } = source
  if (migration === undefined) {
    process.stderr.write(
      `${file}: not rewritten, since it is encrypted. Decrypt it with ansible-vault, migrate it, encrypt it.\n`,
    )
    return 1
  }
  const { text, renamed, left } = migration
  if (diff && renamed > 0) process.stdout.write(shownDiff(source, text))
  if (!diff && renamed > 0) {
    const real = realpathSync(file)
    if (lstatSync(file).isSymbolicLink()) note(`note: ${file} is a link to ${real}, which is rewritten.\n`)
    replaceFile(real, text)
  }
  note(`${file}: ${counted(renamed, 'name')} ${diff ? 'would be rewritten' : 'rewritten'}.\n`)
  if (left.length > 0) process.stderr.write('Left for you:\n')
  for (const { at, message, hint } of left)
    process.stderr.write(`  ${file}:${source.lineCounter.linePos(at).line} ${message} ${hint}\n`)
  return left.length > 0 ? 1 : 0
}

/** Whether the playbook would still refuse a host, by all of its files. */
function unreadChanges(sources: Source[], known: KnownNames): Set<string> {
  const ofHosts = filesByHost(sources).map((files) => {
    const isClear = files.every((source) => isReadable(source) && !isEncrypted(source))
    const last = files.flatMap(variablesOf).findLast(({ name }) => name === validatedVersionVariable)
    return last || isClear ? findUnread(last && (last.value ?? ''), known) : undefined
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
