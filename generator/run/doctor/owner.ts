import type { HostPlan } from '../../plan/host-plan.ts'
import type { Result } from '../read-results.ts'
import { bad, type Finding, good } from './finding.ts'

/** Whether the server that answers is the one of the host file; undefined: no server told what it is. */
export function judgeServer(plan: HostPlan, { facts: { kind, version } }: Result): Finding {
  const told = [kind ?? 'a homeserver that does not say which', version].filter(Boolean).join(' ')
  if (kind === undefined || String(kind).toLowerCase() === plan.homeserver)
    return { ...good('server', `${told} answers`), state: kind === undefined ? 'note' : 'good' }
  const other = String(kind).toLowerCase()
  const next = ['synapse', 'dendrite'].includes(other)
    ? `In ${plan.source}: homeserver: ${other}${plan.deployment.kind === 'native' ? `, and deployment of that server (its configuration, its service${other === 'synapse' ? ', its Python' : ''})` : ''}.`
    : 'Only Synapse and Dendrite can be managed.'
  return bad('server', `What answers is ${told}, but the host file says homeserver: ${plan.homeserver}`, next)
}

/** The domain of the accounts, against what the server is configured with. */
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

/** Who owns the accounts, as the homeserver tells it, against the host file. */
export function judgeOwner(plan: HostPlan, { signs, facts }: Result): Finding {
  const delegates = signs[0] === 'owner/mas'
  const issuer = facts['issuer'] ? ` (${String(facts['issuer'])})` : ''
  if (delegates && plan.authority === 'mas')
    return good('owner', `Matrix Authentication Service${issuer} owns the accounts, as the host file says`)
  if (!delegates && plan.authority !== 'mas')
    return good('owner', 'The homeserver itself owns the accounts, as the host file says')
  if (delegates)
    return bad(
      'owner',
      `Matrix Authentication Service${issuer} owns the accounts, but the host file says that ${plan.homeserver} does`,
      changesForMas(plan, facts['issuer']),
    )
  return bad(
    'owner',
    'The homeserver itself owns the accounts, but the host file says authority: mas',
    changesForHomeserver(plan),
  )
}

/** Accounts that only MAS or only the homeserver has; whether each is active is in the looks' facts, by localpart. */
export function judgeBothSides(homeserver: Result | undefined, mas: Result | undefined): Finding[] {
  if (homeserver?.signs[0] !== 'accounts/listed' || mas?.signs[0] !== 'accounts/listed') return []
  const [there, here] = [homeserver, mas].map(
    ({ facts }) => new Map(Object.entries(facts['active'] as Record<string, boolean>)),
  )
  const lacking = (from: Map<string, boolean> = new Map(), to: Map<string, boolean> = new Map()) =>
    [...from].flatMap(([name, active]) => (active && !to.has(name) ? [name] : []))
  const [unmigrated, unprovisioned] = [lacking(there, here), lacking(here, there)]
  const found = [
    ...(unmigrated.length > 0
      ? [
          bad(
            'both sides',
            `Only Synapse knows ${several(unmigrated)}`,
            'They were made before MAS came, or beside it, and cannot log in: migrate them with syn2mas, or deactivate them.',
          ),
        ]
      : []),
    ...(unprovisioned.length > 0
      ? [
          bad(
            'both sides',
            `Only MAS knows ${several(unprovisioned)}`,
            'Did provisioning fail? See journalctl of MAS, then: mas-cli manage provision-all-users.',
          ),
        ]
      : []),
  ]
  return found.length > 0
    ? found
    : [good('both sides', `MAS and Synapse know the same accounts (${here?.size ?? 0} in MAS)`)]
}

function several(names: string[]): string {
  const shown = names.sort().slice(0, 5).join(', ')
  return names.length > 5 ? `${names.length} accounts: ${shown}, ...` : shown
}

/** Each key of the host file that must change after a move to MAS. */
function changesForMas({ source, access, deployment, homeserver }: HostPlan, issuer: unknown): string {
  const useless = [
    access.token ? 'access.token' : '',
    access.login ? 'access.login' : '',
    access.preferDatabase === undefined ? '' : 'access.prefer_database',
  ].filter(Boolean)
  return [
    `In ${source}: authority: mas;`,
    'access.client: { id: ULID, secret: { env: NAME } }, a client of the Admin API;',
    ...(deployment.kind === 'native'
      ? [`mas.address: where the host reaches it${issuer ? `, perhaps ${String(issuer)}` : ''};`]
      : []),
    ...(useless.length > 0 ? [`take out ${useless.join(' and ')}, which only ${homeserver} knew;`] : []),
    deployment.kind === 'playbook'
      ? 'then registrar generate, and the playbook, which sets that client up.'
      : 'and let that client use the Admin API: policy.data.admin_clients of MAS.',
  ].join(' ')
}

function changesForHomeserver({ source, access }: HostPlan): string {
  const out = ['authority: mas', 'mas', ...(access.client ? ['access.client'] : [])]
  return `In ${source}, take out ${out.slice(0, -1).join(', ')} and ${out.at(-1)}. Where the move to MAS is not finished: matrix_authentication_service.enabled in homeserver.yaml, and a restart.`
}
