import { resolve } from 'node:path'
import { Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'
import { version } from '../version.ts'
import { cleanWorkspace } from '../write/clean.ts'
import { note } from '../ui/verbosity.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'

interface Options extends OutputOptions {
  dryRun?: boolean
}

/** `registrar clean [DIR]`: removes the generated files of a workspace. */
export function cleanCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('clean')
    .description('remove generated files, and nothing else')
    .argument('[directory]', 'the workspace; inside a checkout: its inventory/', '.')
    .option('-n, --dry-run', 'remove nothing; show what would be removed')
  return addOutputOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  registrar clean --dry-run\n  registrar clean ../matrix-docker-ansible-deploy/inventory',
    )
    .action((directory: string, options: Options) => setExit(clean(directory, options)))
}

function clean(directory: string, { dryRun = false, output }: Options): ExitCode {
  const root = resolve(directory)
  const { removed, left } = cleanWorkspace(root, { version, dryRun })
  if (isDocument(output)) printDocument({ root, dry_run: dryRun, removed, left }, output)
  for (const path of removed) note(`  ${path}: ${dryRun ? 'would be removed' : 'removed'}\n`)
  for (const path of left) note(`  ${path}: left alone: edited by hand\n`)
  note(
    removed.length + left.length === 0
      ? `There are no generated files in ${directory}.\n`
      : `${counted(removed.length, 'file')} ${dryRun ? 'would be removed' : 'removed'}, ${left.length} left alone.\n`,
  )
  return left.length > 0 ? 1 : 0
}
