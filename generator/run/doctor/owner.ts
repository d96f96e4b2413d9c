import type { Authority } from '../../authorities/authority.ts'
import { authorities, fronts, homeserverLabels, homeservers, isHomeserver } from '../../authorities/index.ts'
import type { HostPlan } from '../../plan/host-plan.ts'
import type { Result } from '../result.ts'
import { bad, type Finding, good } from './finding.ts'
import { isOlder } from './versions.ts'

/** Whether the server that answers is the one of the host file; undefined: no server identified itself. */
export function judgeServer(plan: HostPlan, { facts: { kind, version } }: Result): Finding {
  const { oldest }: Authority = authorities[plan.homeserver]
  const actual = [kind ?? 'an unidentified homeserver', version].filter(Boolean).join(' ')
  const isTheOne = kind === undefined || String(kind).toLowerCase() === plan.homeserver
  if (isTheOne && oldest !== undefined && typeof version === 'string' && isOlder(version, oldest))
    return {
      check: 'server',
      state: 'warning',
      detail: `${actual} answers, which is older than every tested version`,
      next: `Some operations may fail with confusing messages. Upgrade it to ${oldest} or newer.`,
    }
  if (isTheOne) return { ...good('server', `${actual} answers`), state: kind === undefined ? 'note' : 'good' }
  const wrong = `The server that answers is ${actual}, but the host file says homeserver: ${plan.homeserver}`
  return bad('server', wrong, changesForServer(plan, String(kind).toLowerCase()))
}

function changesForServer({ source, deployment }: HostPlan, other: string): string {
  if (!isHomeserver(other)) return `Only ${homeserverLabels} can be managed.`
  const own = `its configuration, its service${homeservers[other].native.isPython ? ', its Python' : ''}`
  return `In ${source}: homeserver: ${other}${deployment.kind === 'native' ? `, and deployment of that server (${own})` : ''}.`
}

/** The domain of the host file, compared with that of the server. */
export function judgeDomain(plan: HostPlan, { facts: { name } }: Result): Finding[] {
  if (name === undefined || name === null) return []
  if (name === plan.domain) return [good('domain', plan.domain)]
  return [
    bad(
      'domain',
      `The server serves ${String(name)}, but the host file says domain: ${plan.domain}`,
      `In ${plan.source}: domain: ${String(name)}.`,
    ),
  ]
}

/** Who owns the accounts by the homeserver's own answer, compared with the host file. */
export function judgeOwner(plan: HostPlan, { signs, facts }: Result): Finding {
  const owner = fronts.find(({ key }) => signs[0] === `owner/${key}`)
  const { front } = authorities[plan.authority]
  const issuer = facts['issuer'] ? ` (${String(facts['issuer'])})` : ''
  const actual = `${owner ? `${owner.label}${issuer}` : 'The homeserver itself'} owns the accounts`
  if (owner?.key === front?.key) return good('owner', `${actual}, as configured`)
  return owner
    ? bad(
        'owner',
        `${actual}, but the host file says that ${plan.homeserver} does`,
        owner.movedHere(plan, facts['issuer']),
      )
    : bad('owner', `${actual}, but the host file says authority: ${plan.authority}`, front?.movedBack(plan) ?? '')
}

/** Whether the homeserver delegates to the server in the host file, by the issuers that both report. */
export function judgeIssuer(plan: HostPlan, owner: Result | undefined, asked: Result | undefined): Finding[] {
  const [delegatedTo, answers] = [owner?.facts['issuer'], asked?.facts['issuer']]
  if (typeof delegatedTo !== 'string' || typeof answers !== 'string' || bare(delegatedTo) === bare(answers)) return []
  const { short } = authorities[plan.authority]
  return [
    bad(
      'owner',
      `The homeserver delegates to ${delegatedTo}, but the ${short} in the host file says that it is ${answers}`,
      `Correct ${plan.authority}.address in ${plan.source}, or the endpoint in the configuration of the homeserver.`,
    ),
  ]
}

/** Servers write an issuer with a slash at its end, operators without. */
function bare(url: string): string {
  return url.replace(/\/+$/, '')
}

/** Whether people can log in with a password. */
export function judgeSignIn({ signs, facts: { notes = [], logins } }: Result): Finding[] {
  if (signs[0] !== 'sign_in/found' || [notes].flat().length === 0) return []
  return [
    {
      check: 'sign-in',
      state: 'warning',
      detail:
        logins === undefined
          ? 'Nobody can sign in with a password that is set here: the homeserver does not compare its own'
          : `Nobody can sign in with a password: the homeserver offers ${String(logins)}`,
      next: 'See password_config in its configuration. Accounts can still be registered.',
    },
  ]
}

/** No note if the server allows this many logins at once. */
const manyLogins = 20

/** Each operation by access.login logs in once, and out again. */
export function judgeLimits({ signs, facts: { burst, every } }: Result): Finding[] {
  if (signs[0] !== 'limits/found' || Number(burst) >= manyLogins) return []
  const then = every === null ? 'none after that' : `then one every ${String(every)}`
  return [
    {
      check: 'login limit',
      state: 'note',
      detail: `The server allows ${String(burst)} logins at once, ${then}; each operation logs in once`,
      next: 'registrar setup-access --as NAME replaces the login by a token, which has no such limit. The limit is rc_login in the configuration of Synapse.',
    },
  ]
}

/** Accounts that only the owner or only the homeserver has; whether each is active is in the looks' facts, by localpart. */
export function judgeBothSides(
  plan: Pick<HostPlan, 'homeserver' | 'authority'>,
  homeserver: Result | undefined,
  owner: Result | undefined,
): Finding[] {
  if (homeserver?.signs[0] !== 'accounts/listed' || owner?.signs[0] !== 'accounts/listed') return []
  const [behind, { short, front }] = [authorities[plan.homeserver].short, authorities[plan.authority]]
  const [there, here] = [homeserver, owner].map(
    ({ facts }) => new Map(Object.entries(facts['active'] as Record<string, boolean>)),
  )
  const lacking = (from: Map<string, boolean> = new Map(), to: Map<string, boolean> = new Map()) =>
    [...from].flatMap(([name, active]) => (active && !to.has(name) ? [name] : []))
  const [unmigrated, unprovisioned] = [lacking(there, here), lacking(here, there)]
  const found = [
    ...(unmigrated.length > 0
      ? [bad('both sides', `Only ${behind} knows ${several(unmigrated)}`, front?.onHomeserverOnly ?? '')]
      : []),
    ...(unprovisioned.length > 0
      ? [bad('both sides', `Only ${short} knows ${several(unprovisioned)}`, front?.hereOnly ?? '')]
      : []),
  ]
  return found.length > 0
    ? found
    : [good('both sides', `${short} and ${behind} know the same accounts (${here?.size ?? 0} in ${short})`)]
}

function several(names: string[]): string {
  const shown = names.sort().slice(0, 5).join(', ')
  return names.length > 5 ? `${names.length} accounts: ${shown}, ...` : shown
}
