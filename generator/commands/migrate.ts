import { realpathSync } from 'node:fs'
import { Command, Option } from 'commander'
import { type Release, releases } from '../dialects/releases.ts'
import { releaseNames } from '../dialects/known-names.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { ExitCode } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { counted } from '../ui/counted.ts'
import { isEncrypted, isReadable, loadVariables, variablesOf } from '../variables/load-variables.ts'
import { migrateVariables } from '../variables/migrate-variables.ts'
import { diffOf } from '../write/diff.ts'
import { replaceFile } from '../files/replace-file.ts'

/** `registrar migrate vars.yml --to RELEASE`: the names of another release, in place. */
export function migrateCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('migrate')
    .description(
      'rewrite the names in a vars.yml to those of another release of the playbook; nothing else in it changes',
    )
    .argument('<file>', 'a file of variables, such as inventory/host_vars/HOST/vars.yml')
    .addOption(new Option('--to <release>', 'the release').choices(releases).makeOptionMandatory())
    .option('--diff', 'only show what would change')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar migrate vars.yml --to 2026-08 --diff\n  registrar migrate vars.yml --to 2026-08',
    )
    .action((file: string, options: { to: Release; diff?: boolean }) => setExit(migrate(file, options)))
}

function migrate(file: string, { to, diff = false }: { to: Release; diff?: boolean }): ExitCode {
  const source = loadVariables(file)
  if (!isReadable(source)) {
    process.stdout.write(pretty(source.diagnostics, () => source.text))
    return 2
  }
  if (isEncrypted(source)) {
    process.stderr.write(
      `${file}: not rewritten, since it is encrypted. Decrypt it with ansible-vault, migrate it, encrypt it.\n`,
    )
    return 1
  }
  const known = releaseNames(to)
  const { text, renamed, left } = migrateVariables(source, known)
  if (diff)
    process.stdout.write(
      diffOf({
        path: file,
        before: Buffer.from(source.text),
        file: { path: file, content: text, mode: 0o644 },
        action: 'update',
        hash: '',
      }),
    )
  else if (renamed > 0) replaceFile(realpathSync(file), text)
  process.stderr.write(`${file}: ${counted(renamed, 'name')} ${diff ? 'would be rewritten' : 'rewritten'}.\n`)
  if (left.length > 0) process.stderr.write('Left for you:\n')
  for (const { at, message, hint } of left)
    process.stderr.write(`  ${file}:${source.lineCounter.linePos(at).line} ${message} ${hint}\n`)
  const unread = findUnread(
    variablesOf(source).find(({ name }) => name === validatedVersionVariable)?.value ?? '',
    known,
  )
  if (unread) process.stderr.write(`  ${unread.message} ${unread.hint}\n`)
  return left.length > 0 ? 1 : 0
}
