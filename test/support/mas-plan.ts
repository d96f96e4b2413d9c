import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Mas } from '../lab/mas.ts'
import { localPlan } from './plans.ts'

/** What the secret of the client is read from. */
export const clientSecretVariable = 'MATRIX_CLIENT_SECRET'

/** The plan of a MAS of this machine; notes of what was begun stand in `state`. */
export function masPlan(
  mas: Pick<Mas, 'url' | 'synapse' | 'adminApi'>,
  state: string,
  client = mas.adminApi,
): HostPlan {
  return {
    ...localPlan('synapse', mas.synapse, mas.synapse.python),
    authority: 'mas',
    access: {
      client: { id: client.clientId, secret: { env: clientSecretVariable } },
      mas: { address: mas.url, state },
    },
  }
}
