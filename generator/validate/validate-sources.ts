import type { Diagnostic } from '../errors/diagnostic.ts'
import { shortened } from '../errors/first-hundred.ts'
import type { HostConfig } from '../generated/host-config.ts'
import type { Source } from '../load/source.ts'
import { validateSource } from './validate-source.ts'

interface Validation {
  /** The host files without an error, in the order of the sources. */
  configs: {
    file: string
    config: HostConfig
    playbook?: NonNullable<Source['playbook']>
    groups: NonNullable<ReturnType<typeof validateSource>['groups']>
  }[]
  /** All diagnostics, in the order of files and places. */
  diagnostics: Diagnostic[]
}

/** Checks host files, each by itself and then with the others. */
export function validateSources(sources: Source[]): Validation {
  const results = sources.map((source) => ({ source, ...validateSource(source) }))
  const diagnostics = results.map((result) =>
    shortened([...result.diagnostics, ...findDuplicate(result, results)].sort(byPlace(result.source))),
  )
  const configs = results.flatMap(({ source, config, groups = [] }) =>
    config ? [{ file: source.file, config, groups, ...(source.playbook ? { playbook: source.playbook } : {}) }] : [],
  )
  return { configs, diagnostics: diagnostics.flat() }
}

type Result = { source: Source; config?: HostConfig; hostPlace?: Diagnostic['place'] }

function findDuplicate({ source, config, hostPlace }: Result, all: Result[]): Diagnostic[] {
  const other = all.find((result) => result.config && result.config.host.toLowerCase() === config?.host.toLowerCase())
  if (!config || !hostPlace || !other || other.source === source) return []
  return [
    {
      code: 'duplicate-host',
      severity: 'error',
      place: hostPlace,
      message: `The host ${config.host} already has a file: ${other.source.file}.`,
      hint: 'Give each host one file, or this one another name.',
    },
  ]
}

/** The host file first, then those that it names. */
function byPlace({ file, usersFiles = [] }: Source): (a: Diagnostic, b: Diagnostic) => number {
  const order = new Map([...usersFiles.map((each) => each.file).reverse(), file].map((name, at) => [name, -at]))
  const at = (name: string) => order.get(name) ?? 1
  return ({ place: a }, { place: b }) => at(a.file) - at(b.file) || a.line - b.line || a.column - b.column
}
