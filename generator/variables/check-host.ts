import { isDeepStrictEqual } from 'node:util'
import { inventoryPlace } from '../checkout/inventory-place.ts'
import { unreadable } from '../dialects/effective.ts'
import { findDeadly } from '../dialects/find-deadly.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import type { Source } from '../load/source.ts'
import { isEncrypted, isReadable, opaque, type Variable, variablesOf } from './load-variables.ts'
import { problem } from './problem.ts'
import type { ReadHost, ReadInventory } from './read-inventory.ts'

/** Where a variable is set. */
interface Set {
  source: Source
  variable: Variable
}

/** What all files of a host say together, in the order in which later ones win. */
export function checkHost(sources: Source[]): Diagnostic[] {
  const set = setBy(sources)
  const values = Object.fromEntries(
    set.map(({ variable: { name, value } }) => [name, value === opaque ? unreadable : value]),
  )
  return judge(values, sources.every(isClear), (name) => set.findLast(({ variable }) => variable.name === name))
}

/** What counts for the hosts of an inventory, each with its own groups. A group that is wrong for many hosts is told once. */
export function checkInventory({ root, source, variables, hosts }: ReadInventory, sources: Source[]): Diagnostic[] {
  const own = variables.map((variable) => ({ source, variable }))
  const found = hosts.flatMap((host) => {
    const set = [...own, ...setBy(sources.filter(({ file }) => isOf(host, root, file)))]
    return judge(host.values, host.isCertain, (name) => placeOf(name, host.values[name], set))
  })
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function isOf({ name, groups }: ReadHost, root: string, file: string): boolean {
  const place = inventoryPlace(file)
  if (place?.root !== root) return false
  return place.kind === 'host_vars' ? place.name === name : place.name === 'all' || groups.has(place.name)
}

/** Where the value stands that counts; else the last place where the variable is set. */
function placeOf(name: string, value: unknown, set: Set[]): Set | undefined {
  const named = set.filter(({ variable }) => variable.name === name)
  return named.findLast(({ variable }) => isDeepStrictEqual(variable.value, value)) ?? named.at(-1)
}

function setBy(sources: Source[]): Set[] {
  return sources.filter(isClear).flatMap((source) => variablesOf(source).map((variable) => ({ source, variable })))
}

function isClear(source: Source): boolean {
  return !isEncrypted(source) && isReadable(source)
}

/** What an encrypted file says is not known, so nothing is certain then. */
function judge(
  values: Record<string, unknown>,
  isCertain: boolean,
  find: (name: string) => Set | undefined,
): Diagnostic[] {
  return findDeadly(values).flatMap(({ code, name, message, hint }) => {
    const found = find(name)
    if (!found) return []
    const words = isCertain
      ? { message, hint }
      : { message, hint: `${hint} The file that could not be read may do so.` }
    const diagnostic = problem(found.source, found.variable, code, words)
    return [isCertain ? diagnostic : { ...diagnostic, severity: 'warning' as const }]
  })
}
