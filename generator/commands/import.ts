import { basename, dirname, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { movedPaths } from '../checkout/moved-paths.ts'
import { newestRelease, type Release, releases } from '../dialects/releases.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'
import { readVariables } from './read-variables.ts'
import { keptName, modeOf } from './kept-file.ts'
import { refuseHiding } from './refuse-hiding.ts'
import { addOutputOptions, type OutputOptions } from './output.ts'
import type { NewFile } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

interface Options extends OutputOptions {
  host?: string
  domain?: string
  user?: string
  local?: boolean
  release: Release
  out: string
}

/** `registrar import vars.yml...`: a host file from a host's variables, and beside it what a host file cannot say. */
export function importCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('import')
    .description('convert an existing vars.yml to a host file; secrets and unsupported settings go to a separate file')
    .argument('<file...>', "the host's variables, such as inventory/host_vars/HOST/vars.yml")
    .option(
      '-H, --host <name>',
      'the name of the host; default: that of the directory under host_vars, else matrix.DOMAIN',
    )
    .option('--domain <name>', 'the Matrix server name, if the variables encrypt it or evaluate a template')
    .option('--user <name>', 'SSH user; default: from the variables, else root')
    .option('--local', 'connect locally: registrar runs on the server itself')
    .addOption(
      new Option('--release <version>', "the playbook's release that the variables are for")
        .choices(releases)
        .default(newestRelease),
    )
    .option('--out <directory>', 'output directory', '.')
  return addOutputOptions(command, { out: true })
    .addHelpText(
      'after',
      '\nExamples:\n  registrar import vars.yml\n  registrar import vars.yml --host matrix.example.com --out workspace',
    )
    .action(async (files: string[], options: Options) => setExit(await run(files, options)))
}

async function run(
  files: string[],
  { host: named = hostOf(files), domain, user, local, release, out, output }: Options,
): Promise<ExitCode> {
  const { domainIn, importVariables } = await import('../importing/import-variables.ts') // with the validator and the renderer: other commands start without
  const { importedConnection } = await import('./imported-connection.ts')
  const { printWritten, writeWorkspace } = await import('./write-host-files.ts')
  const sources = readVariables(files)
  const serverName = sureDomain(domainIn(sources), domain)
  const host = named ?? `matrix.${serverName.replace(/:\d+$/, '')}`
  const { connection, notes } = importedConnection(sources, host, {
    ...(user === undefined ? {} : { user }),
    ...(local === undefined ? {} : { local }),
  })
  const imported = importVariables(sources, { release, given: { domain: serverName, host, connection } })
  if (!imported) throw noDomain()
  if (imported.kept.length > 0) refuseHiding(host, join(resolve(out), 'inventory/host_vars'))
  for (const place of files.flatMap(movedPaths))
    notes.push(`${place}: that is another directory once the file is kept in the workspace.`)
  for (const each of notes) note(`note: ${each}\n`)
  const written = await writeWorkspace(
    [{ path: 'registrar.yml', text: imported.hostFile, isHostFile: true }, ...imported.kept.map(keptFile(host, files))],
    { out },
  )
  const { moved, stayed } = imported
  printWritten(written, { out, output }, { moved, stayed, next: ['registrar generate'] })
  note(
    `${counted(moved, 'variable')} in the host file, ${stayed.length} kept as they were.\nNext: registrar generate\n`,
  )
  return 0
}

/** The variables win; the option is for when they do not give a domain. */
function sureDomain(found: string | undefined, given: string | undefined): string {
  if (found !== undefined && given !== undefined && found !== given)
    throw new AppError('usage', `--domain is ${given}, and matrix_domain is ${found}; nothing was written.`, {
      hint: 'Leave --domain out, or correct the variable.',
    })
  const domain = given ?? found
  if (domain === undefined) throw noDomain()
  return domain
}

function noDomain(): AppError {
  return new AppError('no-domain', 'None of these files sets matrix_domain unencrypted; nothing was written.', {
    hint: 'Also name the file that does, or add --domain example.com',
  })
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
