import { dirname, resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { inTurns } from '../load/in-turns.ts'
import { type Loading, loadHead, loadingHostFile } from '../load/load-host-file.ts'
import type { Source } from '../load/source.ts'
import { planOfGroup } from '../plan/groups.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { takeNamedSecrets } from '../secrets/environment.ts'
import { readMembers, workspaceOf } from '../write/members.ts'
import type { Configs } from './configs-of.ts'
import { hostFiles } from './host-files.ts'

export interface ChosenHost {
  /** The host file and its lists, as they were read. */
  source: Source
  plan: HostPlan
  /** The host file's directory; its paths are relative to it. */
  directory: string
}

export interface NamedHost {
  file?: string
  host?: string
}

/** The one host that an operation is for: the one that is named, or the only one. Throws an AppError otherwise. */
export async function chooseHost(named: NamedHost, loading: Loading = {}): Promise<ChosenHost> {
  const { configsOf } = await import('./configs-of.ts') // with the validator: the help starts without it
  const sources: Source[] = []
  for (const name of filesOf(named)) sources.push(await inTurns(loadingHostFile(name, loading)))
  const configs = configsOf(
    sources,
    new AppError('invalid-host-file', 'The host file has errors; nothing was done.', {
      hint: 'Fix the problems above.',
    }),
  )
  return chosenAmong(configs, sources, named)
}

/** That host by what its file says before the accounts; undefined if that may change with them, or has errors. */
export async function chooseHead(named: NamedHost): Promise<ChosenHost | undefined> {
  const { validateSources } = await import('../validate/validate-sources.ts')
  const files = filesOf(named)
  const loaded = files.flatMap((file) => loadHead(file) ?? [])
  if (loaded.length < files.length) return undefined
  const heads = loaded.map(({ head }) => head)
  const { configs, diagnostics } = validateSources(heads)
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined
  loaded.flatMap(({ texts }) => texts).forEach(takeNamedSecrets) // before anything is started
  return chosenAmong(configs, heads, named).catch(() => undefined)
}

function filesOf({ file }: NamedHost): string[] {
  return hostFiles(file === undefined ? [] : [file])
}

async function chosenAmong(configs: Configs, sources: Source[], { host }: NamedHost): Promise<ChosenHost> {
  const names = configs.map(({ config }) => config.host)
  const found = configs.filter(({ config }) => host === undefined || config.host === host || config.domain === host)
  const [only] = found
  if (only === undefined)
    throw new AppError('unknown-host', `Unknown host "${host ?? ''}".`, { hint: `Choose one of: ${names.join(', ')}` })
  if (found.length > 1)
    throw new AppError('several-hosts', `Several hosts are configured: ${names.join(', ')}.`, {
      hint: 'Add --host NAME.',
    })
  const { planHost } = await import('../plan/plan-host.ts')
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
