import { type Document, isMap, isScalar, isSeq } from 'yaml'
import { namesFor } from '../dialects/playbook-names.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { booleanPaths } from '../generated/schema-facts.ts'
import { validateHost, validateUsersFile } from '../generated/validate-host.js'
import type { Source } from '../load/source.ts'
import { readExtraValues } from './extra-values.ts'
import { explainSchemaErrors } from './explain-schema-errors.ts'
import { placeOf } from './place-of.ts'
import { type Checked, rules } from './rules.ts'

/** Of aliases, each an error already: the reader refuses a document with over 100, which could unfold without end. */
const bearable = 10

/** Checks one host file against the schema and then against the rules. */
export function validateSource(source: Source): {
  config?: HostConfig
  hostPlace?: Diagnostic['place']
  groups?: Group[]
  diagnostics: Diagnostic[]
} {
  const { document, diagnostics } = source
  if (!document) return { diagnostics }
  const version = checkVersion(source, document)
  if (version) return { diagnostics: [...diagnostics, version] }
  if (diagnostics.filter(({ code }) => code === 'alias').length > bearable) return { diagnostics }
  const problems = [...diagnostics, ...readExtraValues(source, document)]
  const data: unknown = readBooleans(document).toJS()
  const lists = (source.usersFiles ?? []).map(checkUsersFile)
  problems.push(...lists.flatMap((list) => list.diagnostics))
  if (!validateHost(data))
    return { diagnostics: [...problems, ...explainSchemaErrors(source, document, data, validateHost.errors ?? [])] }
  const playbook = source.playbook ?? namesFor(data)
  const config =
    lists.length === 0 ? data : { ...data, users: [...(data.users ?? []), ...lists.flatMap(({ users }) => users)] }
  const userPlaces = [placesIn({ source, document, users: data.users ?? [] }), ...lists.map(placesIn)].flat()
  const found = [...problems, ...rules.flatMap((rule) => rule({ source, document, config, userPlaces, playbook }))]
  if (found.some(({ severity }) => severity === 'error')) return { diagnostics: found }
  return { config, hostPlace: placeOf(source, document, ['host']), groups: groupsOf(data, lists), diagnostics: found }
}

/** A list of accounts that is a group. */
interface Group {
  name: string
  leavers: 'report' | 'lock' | 'deactivate'
  usernames: string[]
}

function groupsOf({ users_files: files = [] }: HostConfig, lists: UsersList[]): Group[] {
  return files.flatMap((file, index) => {
    if (typeof file === 'string' || file.group === undefined) return []
    const usernames = (lists[index]?.users ?? []).map(({ username }) => username)
    return [{ name: file.group, leavers: file.leavers ?? 'report', usernames }]
  })
}

interface UsersList {
  source: Source
  document?: Document.Parsed
  users: NonNullable<HostConfig['users']>
}

/** A file with more accounts, against the schema of such files. */
function checkUsersFile(source: Source): UsersList & { diagnostics: Diagnostic[] } {
  const { document, diagnostics } = source
  if (!document || diagnostics.some(({ code }) => code === 'alias')) return { source, users: [], diagnostics }
  const data: unknown = readBooleans(document).toJS()
  if (validateUsersFile(data)) return { source, document, users: data.users, diagnostics }
  return {
    source,
    users: [],
    diagnostics: [...diagnostics, ...explainSchemaErrors(source, document, data, validateUsersFile.errors ?? [])],
  }
}

function placesIn({ source, document, users }: UsersList): Checked['userPlaces'] {
  return document ? users.map((_user, index) => ({ source, document, index })) : []
}

/** A file of another version gets one diagnostic, not a hundred. */
function checkVersion(source: Source, document: Document.Parsed): Diagnostic | undefined {
  const version = isMap(document.contents) ? document.get('version') : undefined
  if (typeof version !== 'number' || version <= 1 || !Number.isInteger(version)) return undefined
  return {
    code: 'newer-version',
    severity: 'error',
    place: placeOf(source, document, ['version']),
    message: `This file is of version ${version}; this registrar reads version 1.`,
    hint: 'Update registrar, or write the file in version 1.',
  }
}

/** YAML 1.2 reads yes, no, on and off as text; where a boolean is expected they are converted. */
function readBooleans(document: Document.Parsed): Document.Parsed {
  readBooleansIn(document.contents, booleans)
  return document
}

function readBooleansIn(node: unknown, keys: Keys): void {
  if (isSeq(node)) for (const item of node.items) readBooleansIn(item, keys)
  else if (isMap(node))
    for (const { key, value } of node.items) {
      const below = isScalar(key) ? keys.get(key.value) : undefined
      if (below) readBooleansIn(value, below)
    }
  else if (keys.size === 0 && isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string') {
    const word = node.value.toLowerCase()
    if (['yes', 'on', 'y'].includes(word)) node.value = true
    if (['no', 'off', 'n'].includes(word)) node.value = false
  }
}

/** The keys that lead to a boolean, one below the other. */
type Keys = Map<unknown, Keys>

const booleans: Keys = new Map()
for (const path of booleanPaths) {
  let keys = booleans
  for (const key of path.split('.')) {
    const below: Keys = keys.get(key) ?? new Map()
    keys.set(key, below)
    keys = below
  }
}
