import { Command, Option } from 'commander'
import { type AnsibleOrder, inAnsibleOrder } from '../checkout/ansible-order.ts'
import { inventoryPlace } from '../checkout/inventory-place.ts'
import { linksOut } from '../checkout/links-out.ts'
import { newestRelease, type Release, releases } from '../dialects/releases.ts'
import { type PlaybookNames, releaseNames } from '../dialects/playbook-names.ts'
import type { ExitCode } from '../errors/app-error.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { type Source, textIn } from '../load/source.ts'
import { counted } from '../ui/counted.ts'
import { note } from '../ui/verbosity.ts'
import { addOutputOptions, type OutputOptions, printDiagnostics } from './output.ts'
import { readAll, utf8 } from './read-input.ts'
import { namesInUse } from '../variables/checkout-names.ts'
import { checkVariables } from '../variables/check-variables.ts'
import type { ReadInventory } from '../variables/read-inventory.ts'
import { loadVariables, parseVariables } from '../variables/load-variables.ts'
import { filesOf, isInventory } from './files-of.ts'

interface Options extends OutputOptions {
  release?: Release
  checkout?: string
}

/** `registrar check-vars FILE...`: checks hand-written variables against the playbook's names. */
export function checkVarsCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('check-vars')
    .description("check hand-written vars.yml files against the playbook's variables")
    .argument(
      '<file...>',
      'files or directories of variables, such as inventory/host_vars/HOST; files of the same host are checked together; "-" is standard input',
    )
    .addOption(
      new Option('--release <version>', `the playbook's release to check against; default: ${newestRelease}`)
        .choices(releases)
        .conflicts('checkout'),
    )
    .addOption(new Option('--checkout <directory>', 'check against this checkout of the playbook instead'))
  return addOutputOptions(command, { github: true })
    .addHelpText(
      'after',
      '\nExamples:\n  registrar check-vars vars.yml\n  registrar check-vars inventory/group_vars inventory/host_vars/matrix.example.com\n  registrar check-vars vars.yml --checkout ../matrix-docker-ansible-deploy',
    )
    .action(async (files: string[], options: Options) => setExit(await checkVars(files, options)))
}

async function checkVars(paths: string[], { release = newestRelease, checkout, output }: Options): Promise<ExitCode> {
  const playbook: PlaybookNames = checkout === undefined ? releaseNames(release) : namesInUse(checkout)
  const { read, passedOver } = inAnsibleOrder(paths.flatMap(filesOf))
  for (const words of linksOut(read)) note(`note: ${words}\n`)
  const sources = await Promise.all(read.map(readOne))
  const inventories = needsGroups(paths, read) ? await inventoriesOf(paths, sources) : []
  const diagnostics = [...passedOver.map(notRead), ...checkVariables(sources, playbook, inventories)]
  printDiagnostics(diagnostics, textIn([...inventories.map(({ source }) => source), ...sources]), output)
  note(`${summary(read.length + passedOver.length, diagnostics)}\n`)
  if (diagnostics.some(({ severity }) => severity === 'error')) return 2
  return diagnostics.some(({ code }) => code === 'not-checked') ? 1 : 0
}

/** Only the inventory knows which groups a host is in. */
function needsGroups(paths: string[], files: string[]): boolean {
  return paths.some(isInventory) || files.some((file) => inventoryPlace(file)?.kind === 'group_vars')
}

async function inventoriesOf(paths: string[], sources: Source[]): Promise<ReadInventory[]> {
  const { readInventories } = await import('./read-inventories.ts') // with processes: most checks do without
  return readInventories(paths, sources)
}

/** A file that Ansible does not read has no effect. */
function notRead({ file, message, hint }: AnsibleOrder['passedOver'][number]): Diagnostic {
  const place = { file, line: 1, column: 1, length: 0 }
  return { code: 'not-checked', severity: 'warning', place, message, hint }
}

/** "-" is standard input, such as the output of `ansible-vault view`. */
async function readOne(file: string): Promise<Source> {
  return file === '-' ? parseVariables(file, utf8(await readAll(process.stdin, 1))) : loadVariables(file)
}

function summary(files: number, diagnostics: Diagnostic[]): string {
  const unchecked = diagnostics.filter(({ code }) => code === 'not-checked').length
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(diagnostics.length > errors + unchecked ? [counted(diagnostics.length - errors - unchecked, 'warning')] : []),
  ]
  const checked = `${counted(files - unchecked, 'file')} checked, ${found.join(' and ') || 'no problems found'}.`
  return unchecked === 0 ? checked : `${checked} ${counted(unchecked, 'file')} not checked.`
}
