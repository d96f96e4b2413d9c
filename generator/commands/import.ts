import { basename, dirname, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { movedPaths } from '../checkout/moved-paths.ts'
import { newestRelease, type Release, releases } from '../dialects/releases.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'
import { readVariables } from './read-variables.ts'
import { keptName, modeOf } from './kept-file.ts'
import { refuseHiding } from './refuse-hiding.ts'
import type { NewFile } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

interface Options {
  host?: string
  domain?: string
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
    .option('--domain <name>', 'the Matrix server name, if the variables encrypt it or evaluate a template')
    .option('--user <name>', 'SSH user; default: what the variables say, else root')
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
  { host: named = hostOf(files), domain, user, local, release, out }: Options,
): Promise<ExitCode> {
  const { domainIn, importVariables } = await import('../importing/import-variables.ts') // with the validator and the renderer: other commands start without
  const { importedConnection } = await import('./imported-connection.ts')
  const { writeWorkspace } = await import('./write-host-files.ts')
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
  for (const moved of files.flatMap(movedPaths))
    notes.push(`${moved}: that is another directory once the file is kept in the workspace.`)
  for (const each of notes) note(`note: ${each}\n`)
  await writeWorkspace(
    [{ path: 'registrar.yml', text: imported.hostFile, isHostFile: true }, ...imported.kept.map(keptFile(host, files))],
    { out },
  )
  note(
    `${counted(imported.moved, 'variable')} in the host file, ${imported.stayed.length} kept as they were.\nNext: registrar generate\n`,
  )
  return 0
}

/** What the variables say counts; an option says what they do not. */
function sureDomain(found: string | undefined, said: string | undefined): string {
  if (found !== undefined && said !== undefined && found !== said)
    throw new AppError('usage', `--domain is ${said}, and matrix_domain is ${found}; nothing was written.`, {
      hint: 'Leave --domain out, or correct the variable.',
    })
  const domain = said ?? found
  if (domain === undefined) throw noDomain()
  return domain
}

function noDomain(): AppError {
  return new AppError('no-domain', 'None of these files says matrix_domain in the clear; nothing was written.', {
    hint: 'Name the file that does, too, or say it: --domain example.com',
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
