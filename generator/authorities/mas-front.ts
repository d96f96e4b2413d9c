import type { HostPlan } from '../plan/host-plan.ts'
import type { Front } from './front.ts'

export const masFront: Front = {
  before: ['synapse'],
  key: 'mas',
  enabledBy: 'matrix_authentication_service_enabled',
  migratingBy: 'matrix_authentication_service_migration_in_progress',
  migratedBy: 'syn2mas',
  pages: { path: '/auth/', register: 'register', account: 'account' },
  movedHere,
  movedBack,
  onHomeserverOnly:
    'They were created before the move to MAS, or without MAS, and cannot log in: migrate them with syn2mas, or deactivate them.',
  hereOnly: 'Provisioning may have failed. Check the log of MAS, then run: mas-cli manage provision-all-users.',
}

/** Each key of the host file that must change after a move to MAS. */
function movedHere({ source, access, deployment, homeserver }: HostPlan, issuer: unknown): string {
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
    ...(useless.length > 0 ? [`remove ${useless.join(' and ')}, which only ${homeserver} has;`] : []),
    deployment.kind === 'playbook'
      ? 'then registrar generate, and the playbook, which sets that client up.'
      : 'and let that client use the Admin API: policy.data.admin_clients of MAS.',
  ].join(' ')
}

function movedBack({ source, access }: HostPlan): string {
  const out = ['authority: mas', 'mas', ...(access.client ? ['access.client'] : [])]
  return `In ${source}, remove ${out.slice(0, -1).join(', ')} and ${out.at(-1)}. If the move to MAS is not finished: matrix_authentication_service.enabled in homeserver.yaml, and a restart.`
}
