import type { HostConfig } from '../generated/host-config.ts'

/** Servers are named in the host file's schema; the tables of servers must have an entry for each. */
export type Homeserver = HostConfig['homeserver']

/** A server that owns accounts in place of the homeserver behind it. */
export type FrontName = Exclude<NonNullable<HostConfig['authority']>, 'homeserver'>

export type AuthorityName = Homeserver | FrontName

/** The playbook's own, and ours. */
export const defaultHomeserver: Homeserver = 'synapse'

type Named = Pick<HostConfig, 'authority' | 'homeserver'>

/** Which server owns the accounts of a host file. */
export function authorityNameOf({ authority, homeserver }: Named): AuthorityName {
  return authority === undefined || authority === 'homeserver' ? homeserver : authority
}

/** The homeserver, and the server in front of it if that owns the accounts. */
export function serverNamesOf(config: Named): AuthorityName[] {
  return [...new Set([config.homeserver, authorityNameOf(config)])]
}
