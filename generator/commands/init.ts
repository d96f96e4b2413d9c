import { relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { fronts, homeserverNames } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { refuseExisting } from './write-new.ts'

export interface InitOptions {
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

/** `registrar init`: the first host file, from a few answers or from what a checkout of the playbook says. */
export function initCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('init')
    .description('write a host file to start from: asks on a terminal for what no option says')
    .option('--from <checkout>', 'take it from the inventory of a checkout of matrix-docker-ansible-deploy')
    .option('--inventory <file>', "with --from: the inventory, when that is not the checkout's inventory/hosts")
    .option(
      '--take-over',
      "with --from: the variables too, so that this workspace takes the place of the checkout's inventory",
    )
    .option('--domain <name>', 'the Matrix server name: accounts are @john:NAME')
    .option('--host <name>', 'the name of the server; default: matrix.DOMAIN')
    .addOption(
      new Option('--homeserver <name>', `which homeserver runs there; default: ${defaultHomeserver}`).choices(
        homeserverNames,
      ),
    )
    .addOption(
      new Option(
        '--authority <name>',
        'with --from: who owns the accounts, where the variables do not say it in the clear',
      ).choices(['homeserver', ...fronts.map(({ key }) => key)]),
    )
    .option('--address <name>', 'what to connect to, when that is not the name of the server')
    .option('--user <name>', 'the user to log in as; default: root')
    .option('--local', 'registrar runs on the server itself')
    .option('--out <directory>', 'where it goes', '.')
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
      throw new AppError('usage', `${takeOver ? '--take-over' : '--inventory'} says what to do with a checkout.`, {
        hint: 'Name it with --from.',
      })
    const { askedDraft } = await import('./ask-draft.ts') // with the validator: the help starts without it
    const { writeHostFiles } = await import('./write-host-files.ts')
    await writeHostFiles([{ path: 'registrar.yml', draft: await askedDraft(options) }], { out })
  } else {
    const { initFrom } = await import('./init-from.ts') // with processes, the validator and the renderer
    await initFrom(from, options)
  }
  process.stderr.write(`${nextSteps(options)}\n`)
  return 0
}

const instead = 'Edit it, move it away, or name another directory with --out.'

function nextSteps({ from, out, takeOver }: InitOptions): string {
  const into = from === undefined || takeOver ? '' : ` --into ${relative(resolve(out), resolve(from)) || '.'}`
  const where = out === '.' ? [] : [`  cd ${out}`]
  const then = takeOver
    ? 'just install-all: the playbook, with the inventory of this workspace'
    : 'just register-user john'
  return [
    'Next:',
    ...where,
    '  registrar register-user john      an account, without Ansible',
    `  ${`registrar generate${into}`.padEnd(32)}  then: ${then}`,
  ].join('\n')
}
