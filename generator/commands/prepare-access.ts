import type { Authority } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Examination } from '../run/doctor/examine.ts'
import { recipesToUpdate } from './recipes-to-update.ts'
import { setUpCli } from './set-up-cli.ts'
import { setUpClient } from './set-up-client.ts'
import { setUpToken } from './set-up-token.ts'
import type { Nothing, Prepared, SettingUp } from './setup-access.ts'

/** The steps to a working access. */
export async function prepareAccess(setting: SettingUp): Promise<Prepared | Nothing> {
  const { plan, directory, options, examine } = setting
  const { ownAccess }: Authority = authorities[plan.authority]
  if (options.client && !plan.access.client) return setUpClient(setting)
  const current = await examine(plan)
  const works = ownAccess.ways.some((way) => current.works.includes(way))
  const replacesLogin = plan.access.login !== undefined && options.as !== undefined
  if (works && !replacesLogin) return { nothing: `Nothing to do: access in ${plan.source} works.`, ...noteOf(current) }
  refuseTroubled(current)
  const { steps, carryOut, close } = await (ownAccess.kind === 'token' ? setUpToken : setUpCli)(setting, current)
  return {
    steps: [...brokenAccess(current, plan), ...steps],
    about: ownAccess.rights,
    done: `Done: access in ${plan.source} works.${recipesToUpdate(directory)}`,
    carryOut,
    ...(close ? { close } : {}),
  }
}

/** Why the access in the host file is replaced. */
function brokenAccess({ findings }: Examination, { source, access: { token, login } }: HostPlan): string[] {
  const found = findings.find(({ check, state }) => state === 'bad' && ['admin', 'access'].includes(check))
  return (token || login) && found ? [`Replace access in ${source}, which does not work: ${found.detail}.`] : []
}

/** If the doctor did not reach the accounts, its first problem. */
function refuseTroubled({ reachable, works, findings, operations }: Examination): void {
  if (reachable && (works.length > 0 || operations.length > 0)) return
  const trouble = findings.find(({ state }) => state === 'bad')
  throw new AppError('host-troubled', `${trouble?.detail ?? 'The server could not be examined'}.`, {
    hint: `${trouble?.next ?? 'Run registrar doctor for details.'} Nothing was done.`,
    exitCode: 3,
  })
}

/** The doctor's finding on the rate limit of logins. */
function noteOf({ findings }: Examination): { hint?: string } {
  const limits = findings.find(({ check }) => check === 'login limit')
  return limits ? { hint: `${limits.detail}. ${limits.next ?? ''}` } : {}
}
