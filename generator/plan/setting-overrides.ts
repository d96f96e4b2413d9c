import type { HostPlan } from './host-plan.ts'

/** Of an authority's settings, those whose defaults do not fit this host: a native install names its own. */
export function settingOverrides({ deployment, homeserver }: HostPlan): Record<string, string | string[]> {
  if (deployment.kind !== 'native') return {}
  const { python, config, address, service } = deployment
  return { python: [python], config, url: address, service, ...(homeserver === 'dendrite' ? { psql: [] } : {}) }
}
