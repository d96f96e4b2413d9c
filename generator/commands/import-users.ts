import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { authorities } from '../authorities/index.ts'
import type { Authority } from '../authorities/authority.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan, UserPlan } from '../plan/host-plan.ts'
import { renderUsers } from '../render/users.ts'
import type { UserRecord } from '../run/report.ts'
import { counted } from '../ui/counted.ts'
import { withProgress } from '../ui/progress.ts'
import { chooseHost } from './choose-host.ts'
import { configsOf } from './configs-of.ts'
import { addHostOptions, addReachOptions, type ReachOptions, reachOf } from './reach.ts'

interface Options extends ReachOptions {
  write?: boolean
}

/** `registrar import-users`: the accounts that a server has, as a host file names them. */
export function importUsersCommand(setExit: (code: ExitCode) => void): Command {
  const command = addHostOptions(new Command('import-users').description('tell the accounts that the server has as users of the host file, those that it does not name yet')).option(
    '--write',
    'add them to the host file, instead of printing them',
  )
  return addReachOptions(command)
    .addHelpText('after', '\nAfterwards registrar plan has nothing to do. Guests and the accounts of bridges are left out.\n\nExamples:\n  registrar import-users\n  registrar import-users --host matrix.example.com --write')
    .action(async (options: Options) => setExit(await importUsers(options)))
}

async function importUsers(options: Options): Promise<ExitCode> {
  const { plan, directory } = chooseHost(options)
  if (options.write && plan.users) throw new AppError('usage', `${plan.source} names users already.`, { hint: 'Leave out --write, and add to them what is printed.' })
  const { openSession } = await import('../run/operate.ts') // with all that connects: the help starts without it
  const { observe } = await import('../run/observe.ts')
  const session = await openSession(plan, await reachOf({ host: plan.host, directory }, options))
  const authority: Authority = authorities[plan.authority]
  const hasEmails = !('refused' in authority.operations['add-email'])
  const { users } = await withProgress(`Asking ${plan.host}`, () => observe(session, () => hasEmails)).finally(() => session.close())
  const found = unnamed(users, plan).map((user) => userOf(user, authority))
  if (options.write) addToFile(plan.source, renderUsers(found))
  else process.stdout.write(renderUsers(found))
  process.stderr.write(`${counted(found.length, 'account')}${options.write ? ` added to ${plan.source}` : ''}.\n`)
  return 0
}

/** Those of people, that the host file does not name. */
function unnamed(users: UserRecord[], { users: declared = [], domain, authority }: HostPlan): UserRecord[] {
  const named = new Set(declared.map(({ username }) => localpart({ username, domain }).toLowerCase()))
  const canDeactivate = !('refused' in authorities[authority].operations['deactivate-user'])
  return users.filter(({ username, kind, deactivated }) => !named.has(username.toLowerCase()) && kind !== 'guest' && kind !== 'bridge' && (canDeactivate || !deactivated))
}

function userOf({ username, admin, emails, locked, deactivated }: UserRecord, { operations }: Authority): UserPlan {
  const hasStates = !('refused' in operations['lock-user'])
  if (deactivated) return { username, state: 'deactivated' }
  return { username, admin, ...(emails.length > 0 ? { emails } : {}), ...(hasStates ? { state: locked ? 'locked' : 'present' } : {}) }
}

/** The whole file or nothing: what would not be a valid host file is not kept. */
function addToFile(file: string, users: string): void {
  const path = realpathSync(file)
  const draft = `${path}.${process.pid}.tmp`
  const { text } = loadHostFile(path)
  try {
    writeFileSync(draft, `${text}${text.endsWith('\n') ? '' : '\n'}${users}`, { flag: 'wx' })
    configsOf([loadHostFile(draft)], new AppError('not-added', `The accounts cannot be added to ${file}; it is as it was.`, { hint: 'Leave out --write, and add by hand what is printed.' }))
    chmodSync(draft, statSync(path).mode)
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}
