import { stringify } from 'yaml'
import type { HostPlan } from '../../generator/plan/host-plan.ts'

/** The host file that a plan could come from. */
export function hostFile({ domain, host, homeserver, deployment, connection, become, elementUrl }: HostPlan): string {
  const written = deployment.kind === 'native' && homeserver === 'dendrite' ? { ...deployment, python: undefined } : deployment // the host's own, always
  return stringify({ version: 1, domain, host, homeserver, deployment: written, connection: { ...connection, become }, web: { element: elementUrl ?? false } })
}
