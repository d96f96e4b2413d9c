import { findNotAllowed } from '../dialects/allowed-values.ts'
import { findDeadly } from '../dialects/find-deadly.ts'
import { unreadable } from '../dialects/effective.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { KnownNames } from '../dialects/known-names.ts'
import { findRawSetting } from '../dialects/raw-settings.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { shortened } from '../errors/first-hundred.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { checkType } from './check-type.ts'
import { filesByHost } from './files-of-host.ts'
import { isEncrypted, isReadable, opaque, type Variable, variablesOf } from './load-variables.ts'

/** What is wrong with hand-written files of the playbook's variables: of each its lines, and of each host the whole. */
export function checkVariables(sources: Source[], known: KnownNames): Diagnostic[] {
  const ofHosts = filesByHost(sources).flatMap(checkHost)
  const found = sources.flatMap((source) =>
    [
      ...source.diagnostics,
      ...checkFile(source, known),
      ...ofHosts.filter(({ place }) => place.file === source.file),
    ].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
  )
  return shortened(found)
}

/** A suggestion takes a look at each of some thousand names. */
const mostSuggested = 1000

type Words = Pick<Diagnostic, 'message' | 'hint'>

function problem(
  source: Source,
  { start, end }: Variable,
  code: Diagnostic['code'],
  { message, hint }: Words,
): Diagnostic {
  return { code, severity: 'error', place: placeAt(source, start, end - start), message, hint }
}

function checkFile(source: Source, known: KnownNames): Diagnostic[] {
  if (isEncrypted(source)) return [notChecked(source)]
  if (!isReadable(source)) return []
  return variablesOf(source).flatMap((variable, index) =>
    checkVariable(source, variable, known, { suggests: index < mostSuggested }),
  )
}

function checkVariable(
  source: Source,
  variable: Variable,
  known: KnownNames,
  { suggests }: { suggests: boolean },
): Diagnostic[] {
  const { name, value } = variable
  const explained = explainVerdict(name, judgeName(name, known, suggests), known.of)
  const found: [Diagnostic['code'], Words | undefined][] = [
    [explained?.code ?? 'unknown-variable', explained],
    ['wrong-type', checkType(name, value, known)],
    ['value-not-allowed', findNotAllowed(name, value, known)],
    ['unread-changes', name === validatedVersionVariable ? findUnread(value, known) : undefined],
  ]
  const raw = findRawSetting(name, known)
  return [
    ...found.flatMap(([code, words]) => (words ? [problem(source, variable, code, words)] : [])),
    ...(raw && !isUsed(name, source)
      ? [{ ...problem(source, variable, 'unknown-variable', raw), severity: 'warning' as const }]
      : []),
  ]
}

/** An operator's own variable stands in a template somewhere. */
function isUsed(name: string, { text }: Source): boolean {
  return new RegExp(`\\{[{%][^}]*\\b${name}\\b`).test(text)
}

/** What all files of a host say together. What an encrypted one says is not known, so nothing is certain then. */
function checkHost(sources: Source[]): Diagnostic[] {
  const readable = sources.filter((source) => !isEncrypted(source) && isReadable(source))
  const set = readable.flatMap((source) => variablesOf(source).map((variable) => ({ source, variable })))
  const values = Object.fromEntries(
    set.map(({ variable: { name, value } }) => [name, value === opaque ? unreadable : value]),
  )
  const isCertain = readable.length === sources.length
  return findDeadly(values).flatMap(({ code, name, message, hint }) => {
    const found = set.findLast(({ variable }) => variable.name === name)
    if (!found) return []
    const words = isCertain
      ? { message, hint }
      : { message, hint: `${hint} The file that could not be read may do so.` }
    const diagnostic = problem(found.source, found.variable, code, words)
    return [isCertain ? diagnostic : { ...diagnostic, severity: 'warning' as const }]
  })
}

function notChecked({ file }: Source): Diagnostic {
  return {
    code: 'not-checked',
    severity: 'warning',
    place: { file, line: 1, column: 1, length: 0 },
    message: 'Not checked: this file is encrypted with ansible-vault.',
    hint: `To check it: ansible-vault view ${file} | registrar check-vars -`,
  }
}
