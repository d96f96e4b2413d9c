import { isDeepStrictEqual } from 'node:util'
import { inventoryPlace } from '../checkout/inventory-place.ts'
import { unreadable } from '../dialects/effective.ts'
import type { Deadly } from '../dialects/deadly/deadly.ts'
import { findDeadly } from '../dialects/find-deadly.ts'
import type { KnownNames } from '../dialects/known-names.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { DiagnosticCode } from '../errors/codes.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeAt } from '../load/place.ts'
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
export function checkHost(sources: Source[], known: KnownNames): Diagnostic[] {
  const set = setBy(sources)
  const values = Object.fromEntries(
    set.map(({ variable: { name, value } }) => [name, value === opaque ? unreadable : value]),
  )
  const find = (name: string) => set.findLast(({ variable }) => variable.name === name)
  return explain([...findDeadly(values), ...findUnreadIn(values, known)], sources.every(isClear), find)
}

/** What counts for the hosts of an inventory, each with its own groups. A group that is wrong for many hosts is told once. */
export function checkInventory(
  { root, source, variables, hosts }: ReadInventory,
  sources: Source[],
  known: KnownNames,
): Diagnostic[] {
  const own = variables.map((variable) => ({ source, variable }))
  const found = hosts.flatMap((host) => {
    const set = [...own, ...setBy(sources.filter(({ file }) => isOf(host, root, file)))]
    const find = (name: string) => placeOf(name, host.values[name], set)
    const unread = host.groups.has(theServers) ? findUnreadIn(host.values, known) : []
    return [
      ...explain([...findDeadly(host.values), ...unread], host.isCertain, find),
      ...changesUnsaid(host, source, known),
    ]
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

/** What the playbook would refuse, or what would stop the server, by the variable that does. */
interface Found extends Pick<Deadly, 'name' | 'message' | 'hint'> {
  code: DiagnosticCode
}

/** What an encrypted file says is not known, so nothing is certain then. */
function explain(all: Found[], isCertain: boolean, find: (name: string) => Set | undefined): Diagnostic[] {
  return all.flatMap(({ code, name, message, hint }) => {
    const found = find(name)
    if (!found) return []
    const words = isCertain
      ? { message, hint }
      : { message, hint: `${hint} The file that could not be read may do so.` }
    const diagnostic = problem(found.source, found.variable, code, words)
    return [isCertain ? diagnostic : { ...diagnostic, severity: 'warning' as const }]
  })
}

function findUnreadIn({ [validatedVersionVariable]: written }: Record<string, unknown>, known: KnownNames): Found[] {
  const unread = written === undefined ? undefined : findUnread(written, known)
  return unread ? [{ ...unread, code: 'unread-changes', name: validatedVersionVariable }] : []
}

/** The group of the hosts that the playbook is for. */
const theServers = 'matrix_servers'

/** Where no file of the playbook's host names a version. Only a warning: an older playbook than these names asks for none. */
function changesUnsaid({ values, groups, isCertain }: ReadHost, inventory: Source, known: KnownNames): Diagnostic[] {
  const isConcerned = isCertain && groups.has(theServers) && values[validatedVersionVariable] === undefined
  const unread = isConcerned ? findUnread(undefined, known) : undefined
  return unread ? [{ code: 'unread-changes', severity: 'warning', place: placeAt(inventory, 0, 0), ...unread }] : []
}
