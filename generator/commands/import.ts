import { basename, dirname, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { movedPaths } from '../checkout/moved-paths.ts'
import { newestRelease, type Release, releases } from '../dialects/releases.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'
import { readVariables } from './read-variables.ts'
import { ignoreKept } from './ignore-kept.ts'
import { keptName, modeOf } from './kept-file.ts'
import { refuseHiding } from './refuse-hiding.ts'
import { type NewFile, writeNew } from './write-new.ts'

interface Options {
  host?: string
  user?: string
  local?: boolean
  release: Release
  out: string
}

/** `registrar import vars.yml...`: a host file from a host's variables, and beside it what a host file cannot say. */
export function importCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('import')
    .description('convert an existing vars.yml to a host file; secrets and unsupported settings go to a separate file')
    .argument('<file...>', "the host's variables, such as inventory/host_vars/HOST/vars.yml")
    .option(
      '-H, --host <name>',
      'the name of the host; default: that of the directory under host_vars, else matrix.DOMAIN',
    )
    .option('--user <name>', 'SSH user; default: root')
    .option('--local', 'connect locally: registrar runs on the server itself')
    .addOption(
      new Option('--release <release>', "the playbook's release that the variables are for")
        .choices(releases)
        .default(newestRelease),
    )
    .option('-o, --out <directory>', 'output directory', '.')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar import vars.yml\n  registrar import vars.yml --host matrix.example.com --out workspace',
    )
    .action(async (files: string[], options: Options) => setExit(await run(files, options)))
}

async function run(
  files: string[],
  { host = hostOf(files), user = 'root', local = false, release, out }: Options,
): Promise<ExitCode> {
  const { importVariables } = await import('../importing/import-variables.ts') // with the validator and the renderer: other commands start without
  const sources = readVariables(files)
  const connection = local ? { kind: 'local' } : { kind: 'ssh', user }
  const imported = importVariables(sources, { release, given: { connection, ...(host === undefined ? {} : { host }) } })
  if (!imported)
    throw new AppError('no-domain', 'None of these files says matrix_domain in the clear; nothing was written.', {
      hint: 'Name the file that does, too.',
    })
  const written = [
    { path: 'registrar.yml', text: imported.hostFile },
    ...imported.kept.map(keptFile(imported.host, files)),
  ]
  if (imported.kept.length > 0) refuseHiding(imported.host, join(resolve(out), 'inventory/host_vars'))
  for (const moved of files.flatMap(movedPaths))
    process.stderr.write(`note: ${moved}: that is another directory once the file is kept in the workspace.\n`)
  writeNew(written, resolve(out), 'Move it away, or name another directory with --out.')
  for (const { path } of written) process.stderr.write(`${path}: written\n`)
  await ignoreKept(written, resolve(out))
  process.stderr.write(
    `${counted(imported.moved, 'variable')} in the host file, ${imported.stayed.length} kept as they were.\nNext: registrar generate\n`,
  )
  return 0
}

function hostOf(files: string[]): string | undefined {
  const [first = ''] = files
  return basename(dirname(dirname(resolve(first)))) === 'host_vars' ? basename(dirname(resolve(first))) : undefined
}

/** Ansible reads every file in the directory of a host, in the order of their names. */
const keptFile =
  (host: string, files: string[]) =>
  ({ file, text }: { file: string; text: string }): NewFile => ({
    path: `inventory/host_vars/${host}/${keptName(basename(file), files.length)}`,
    text,
    mode: modeOf(file),
    isKept: true,
  })
