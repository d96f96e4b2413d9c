import type { HostConfig } from '../generated/host-config.ts'

/** The server that registers people. */
export type AccountServer = 'synapse' | 'dendrite' | 'mas'

export function accountServerOf({
  authority,
  homeserver,
}: Pick<HostConfig, 'authority' | 'homeserver'>): AccountServer {
  return authority === 'mas' ? 'mas' : homeserver
}
