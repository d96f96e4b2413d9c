import { dirname, resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { type Loading, loadHostFile } from '../load/load-host-file.ts'
import type { Source } from '../load/source.ts'
import { planOfGroup } from '../plan/groups.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { readMembers, workspaceOf } from '../write/members.ts'
import { hostFiles } from './host-files.ts'

export interface ChosenHost {
  /** The host file and its lists, as they were read. */
  source: Source
  plan: HostPlan
  /** The host file's directory; its paths are relative to it. */
  directory: string
}

/** The one host that an operation is for: the one that is named, or the only one. Throws an AppError otherwise. */
export async function chooseHost(
  { file, host }: { file?: string; host?: string },
  loading: Loading = {},
): Promise<ChosenHost> {
  // With the validator: the help starts without them.
  const [{ configsOf }, { planHost }] = await Promise.all([import('./configs-of.ts'), import('../plan/plan-host.ts')])
  const sources = hostFiles(file === undefined ? [] : [file]).map((name) => loadHostFile(name, loading))
  const configs = configsOf(
    sources,
    new AppError('invalid-host-file', 'The host file has errors; nothing was done.', {
      hint: 'Fix the problems above.',
    }),
  )
  const names = configs.map(({ config }) => config.host)
  const found = configs.filter(({ config }) => host === undefined || config.host === host || config.domain === host)
  const [only] = found
  if (only === undefined)
    throw new AppError('unknown-host', `Unknown host "${host ?? ''}".`, { hint: `Choose one of: ${names.join(', ')}` })
  if (found.length > 1)
    throw new AppError('several-hosts', `Several hosts are configured: ${names.join(', ')}.`, {
      hint: 'Add --host NAME.',
    })
  const directory = dirname(resolve(only.file))
  const { groups } = only
  const members = groups.length > 0 ? readMembers(workspaceOf(directory), only.config.host) : {}
  const plan = planHost(only.config, {
    source: only.file,
    outputDirectory: directory,
    hostFileDirectory: directory,
    groups,
    members,
  })
  const source = sources.find((each) => each.file === only.file) as Source // it is the file of one of them
  return { plan, directory, source }
}

/** A host's plan, limited to a group if one is named. */
export function chooseGroup(plan: HostPlan, group: string | undefined): HostPlan {
  if (group === undefined) return plan
  const part = planOfGroup(plan, group)
  if (part) return part
  const names = (plan.groups ?? []).map(({ name }) => name)
  throw new AppError('unknown-group', `The host file of ${plan.host} has no group ${group}.`, {
    hint:
      names.length > 0
        ? `Choose one of: ${names.join(', ')}`
        : `A list of accounts can be a group: users_files: [{ file: ${group}.yml, group: ${group} }]`,
  })
}
