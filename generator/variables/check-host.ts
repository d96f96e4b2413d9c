import { isDeepStrictEqual } from 'node:util'
import { inventoryPlace } from '../checkout/inventory-place.ts'
import { unreadable } from '../dialects/effective.ts'
import type { Deadly } from '../dialects/deadly/deadly.ts'
import { findDeadly } from '../dialects/find-deadly.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
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

/** Checks all files of a host together, in the order in which later ones win. */
export function checkHost(sources: Source[], playbook: PlaybookNames): Diagnostic[] {
  const set = setBy(sources)
  const values = Object.fromEntries(
    set.map(({ variable: { name, value } }) => [name, value === opaque ? unreadable : value]),
  )
  const find = (name: string) => set.findLast(({ variable }) => variable.name === name)
  return explain([...findDeadly(values), ...findUnreadIn(values, playbook)], sources.every(isClear), find)
}

/** The problems of an inventory's hosts, each with its own groups. A group that is wrong for many hosts is reported once. */
export function checkInventory(
  { root, source, variables, hosts }: ReadInventory,
  sources: Source[],
  playbook: PlaybookNames,
): Diagnostic[] {
  const own = variables.map((variable) => ({ source, variable }))
  const found = hosts.flatMap((host) => {
    const set = [...own, ...setBy(sources.filter(({ file }) => isOf(host, root, file)))]
    const find = (name: string) => placeOf(name, host.values[name], set)
    const unread = host.groups.has(theServers) ? findUnreadIn(host.values, playbook) : []
    return [
      ...explain([...findDeadly(host.values), ...unread], host.isCertain, find),
      ...changesUnsaid(host, source, playbook),
    ]
  })
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function isOf({ name, groups }: ReadHost, root: string, file: string): boolean {
  const place = inventoryPlace(file)
  if (place?.root !== root) return false
  return place.kind === 'host_vars' ? place.name === name : place.name === 'all' || groups.has(place.name)
}

/** The position of the value that counts; else the last place where the variable is set. */
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

/** A setting that the playbook refuses, or that stops the server, by its variable. */
interface DeadlySetting extends Pick<Deadly, 'name' | 'message' | 'hint'> {
  code: DiagnosticCode
}

/** An encrypted file could set anything, so nothing is certain then. */
function explain(all: DeadlySetting[], isCertain: boolean, find: (name: string) => Set | undefined): Diagnostic[] {
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

function findUnreadIn(
  { [validatedVersionVariable]: written }: Record<string, unknown>,
  playbook: PlaybookNames,
): DeadlySetting[] {
  const unread = written === undefined ? undefined : findUnread(written, playbook)
  return unread ? [{ ...unread, code: 'unread-changes', name: validatedVersionVariable }] : []
}

/** The group of the hosts that the playbook is for. */
const theServers = 'matrix_servers'

/** If no file of the playbook's host sets the version. Only a warning: an older playbook does not require it. */
function changesUnsaid(
  { values, groups, isCertain }: ReadHost,
  inventory: Source,
  playbook: PlaybookNames,
): Diagnostic[] {
  const isConcerned = isCertain && groups.has(theServers) && values[validatedVersionVariable] === undefined
  const unread = isConcerned ? findUnread(undefined, playbook) : undefined
  return unread ? [{ code: 'unread-changes', severity: 'warning', place: placeAt(inventory, 0, 0), ...unread }] : []
}
