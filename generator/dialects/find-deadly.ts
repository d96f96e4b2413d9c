import { fronts, isHomeserver } from '../authorities/index.ts'
import type { Deadly } from './deadly/deadly.ts'
import { homeserverOf, type Values } from './effective.ts'
import { servers } from './servers.ts'

/** From all variables of a host; a value that cannot be read here (a template, a vault) counts as set. */
export function findDeadly(values: Values): Deadly[] {
  const homeserver = homeserverOf(values)
  const finders = [
    ...(isHomeserver(homeserver) ? servers[homeserver].deadly : []),
    ...fronts.flatMap(({ key }) => servers[key].deadly),
  ]
  return finders.flatMap((find) => find(values))
}
