import { relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { fronts, homeserverNames } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { addOutputOptions, type OutputOptions } from './output.ts'
import { refuseExisting } from './write-new.ts'
import { note } from '../ui/verbosity.ts'

export interface InitOptions extends OutputOptions {
  domain?: string
  host?: string
  homeserver?: string
  authority?: string
  address?: string
  user?: string
  local?: boolean
  from?: string
  inventory?: string
  takeOver?: boolean
  out: string
}

/** `registrar init`: the first host file, from a few answers or from a checkout of the playbook. */
export function initCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('init')
    .description('create a starter host file; asks for anything not given as an option')
    .option('--from <checkout>', 'read the settings from an existing matrix-docker-ansible-deploy inventory')
    .option('--inventory <file>', 'with --from: the inventory to use, if the checkout has several')
    .option(
      '--take-over',
      "with --from: move the variables over too, so that this workspace replaces the checkout's inventory",
    )
    .option('--domain <name>', 'the Matrix server name: accounts are @john:NAME')
    .option('-H, --host <name>', 'the name of the server; default: matrix.DOMAIN')
    .addOption(
      new Option('--homeserver <name>', `which homeserver runs there; default: ${defaultHomeserver}`).choices(
        homeserverNames,
      ),
    )
    .addOption(
      new Option(
        '--authority <name>',
        'with --from: which service owns the accounts, if the variables do not show it',
      ).choices(['homeserver', ...fronts.map(({ key }) => key)]),
    )
    .option('--address <name>', 'SSH address, if different from --host')
    .option('--user <name>', 'SSH user; default: root')
    .option('--local', 'connect locally: registrar runs on the server itself')
    .option('--out <directory>', 'output directory', '.')
  return addOutputOptions(command, { out: true })
    .addHelpText(
      'after',
      '\nExamples:\n  registrar init\n  registrar init --domain example.com\n  registrar init --domain example.com --homeserver dendrite --user deploy\n  registrar init --from ../matrix-docker-ansible-deploy\n  registrar init --from ../matrix-docker-ansible-deploy --take-over --out workspace',
    )
    .action(async (options: InitOptions) => setExit(await init(options)))
}

async function init(options: InitOptions): Promise<ExitCode> {
  const { from, takeOver, inventory, out } = options
  if (from === undefined) {
    refuseExisting(['registrar.yml'], resolve(out), instead) // before anyone is asked in vain
    if (takeOver || inventory !== undefined)
      throw new AppError('usage', `${takeOver ? '--take-over' : '--inventory'} only works with --from.`, {
        hint: 'Add --from CHECKOUT.',
      })
  }
  const files = await (from === undefined ? initAfresh(options) : initFromCheckout(from, options))
  const { printWritten } = await import('./write-host-files.ts')
  const commands = nextCommands(options)
  printWritten(files, options, { next: commands.map(([command]) => command) })
  const lines = commands.map(([command, what]) => `  ${command.padEnd(32)}  ${what}`.trimEnd())
  note(['Next:', ...lines, ''].join('\n'))
  return 0
}

async function initAfresh(options: InitOptions) {
  const { askedDraft } = await import('./ask-draft.ts') // with the validator: the help starts without it
  const { writeHostFiles } = await import('./write-host-files.ts')
  return writeHostFiles([{ path: 'registrar.yml', draft: await askedDraft(options) }], options)
}

async function initFromCheckout(from: string, options: InitOptions) {
  const { initFrom } = await import('./init-from.ts') // with processes, the validator and the renderer
  return initFrom(from, options)
}

const instead = 'Edit it, move it away, or name another directory with --out.'

/** Commands, each with what it is for. */
function nextCommands({ from, inventory, out, takeOver }: InitOptions): [string, string][] {
  const way = (path: string) => relative(resolve(out), resolve(path)) || '.'
  const into =
    from === undefined || takeOver
      ? ''
      : ` --into ${way(from)}${inventory === undefined ? '' : ` --inventory ${way(inventory)}`}`
  const where: [string, string][] = out === '.' ? [] : [[`cd ${out}`, '']]
  const then = takeOver
    ? 'just install-all: the playbook, with the inventory of this workspace'
    : 'just register-user john'
  return [
    ...where,
    ['registrar register-user john', 'an account, without Ansible'],
    [`registrar generate${into}`, `then: ${then}`],
  ]
}
