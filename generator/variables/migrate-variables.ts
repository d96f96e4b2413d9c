import { findNotAllowed } from '../dialects/allowed-values.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { KnownNames } from '../dialects/known-names.ts'
import { type Edit, editText } from '../load/edit-text.ts'
import type { Source } from '../load/source.ts'
import { type Variable, variablesOf } from './load-variables.ts'
import { type Mention, namesInTemplates } from './names-in-templates.ts'
import { mentionsStaying, newNameOf, type Sibling, stayingNames } from './staying-names.ts'

export interface Migration {
  text: string
  /** How many names were rewritten. */
  renamed: number
  /** What is left to a person. */
  left: Left[]
}

export interface Left {
  /** Where the name begins, from 0. */
  at: number
  message: string
  hint: string
}

/**
 * The same text with the names of another release: as keys, and in templates. Every other character stays as it is, and so
 * does a name whose new one would change what counts among all files of the host.
 */
export function migrateVariables(source: Source, known: KnownNames, siblings: Sibling[] = []): Migration {
  const variables = variablesOf(source)
  const owners = new Map(variables.map(({ name }) => [name, name]))
  const staying = stayingNames(source, siblings, known)
  const changes = variables.map((variable) => {
    const why = staying.get(variable.name)
    const to = why ? undefined : successorOf(variable, known, owners)
    const left = why ? [{ at: variable.start, ...why }] : leftOf({ ...variable, name: to ?? variable.name }, known)
    return { edits: to === undefined ? [] : [rename(variable, to, source.text)], left }
  })
  const kept = new Set(variables.flatMap(({ name }, index) => (changes[index]?.edits.length === 0 ? [name] : [])))
  const elsewhere = mentionsStaying(source, siblings, known)
  const mentions = namesInTemplates(source).map((mention) => renameMention(mention, known, { kept, elsewhere }))
  const all = [...changes, ...mentions]
  const edits = all.flatMap((each) => each.edits)
  const left = all.flatMap((each) => each.left).sort((a, b) => a.at - b.at)
  return { text: editText(source.text, edits), renamed: edits.length, left }
}

/** The new name of a variable, unless another one has it in this file; `owners` says which one has each. */
function successorOf({ name }: Variable, known: KnownNames, owners: Map<string, string>): string | undefined {
  const to = newNameOf(name, known)
  if (to === undefined || (owners.get(to) ?? name) !== name) return undefined
  owners.set(to, name)
  return to
}

function rename({ name, start, end }: Variable, to: string, text: string): Edit {
  return { start, end, to: text.slice(start, end).replace(name, to) }
}

function leftOf({ name, start, value }: Variable, known: KnownNames): Left[] {
  const verdict = judgeName(name, known)
  const notAllowed = findNotAllowed(name, value, known)
  const explained =
    verdict.kind === 'renamed'
      ? { message: `${name} would become ${verdict.to}, which is set already.`, hint: 'Keep one of them.' }
      : explainVerdict(name, verdict, known.of)
  return [explained, notAllowed].flatMap((words) =>
    words ? [{ at: start, message: words.message, hint: words.hint }] : [],
  )
}

interface Staying {
  /** Names that stay in this file. */
  kept: ReadonlySet<string>
  /** Names that stay in another one, and why where only this file says so. */
  elsewhere: ReadonlyMap<string, { message: string; hint: string } | undefined>
}

function renameMention(
  { name, start, end }: Mention,
  known: KnownNames,
  staying: Staying,
): { edits: Edit[]; left: Left[] } {
  const to = newNameOf(name, known)
  if (to === undefined) return { edits: [], left: leftOfMention({ name, start }, known) }
  if (staying.kept.has(name)) return { edits: [], left: [] }
  if (!staying.elsewhere.has(name)) return { edits: [{ start, end, to }], left: [] }
  const why = staying.elsewhere.get(name)
  return { edits: [], left: why ? [{ at: start, ...why }] : [] }
}

/** A template that asks for what is gone fails, or silently gets nothing. */
function leftOfMention({ name, start }: { name: string; start: number }, known: KnownNames): Left[] {
  const verdict = judgeName(name, known)
  if (verdict.kind !== 'removed' && verdict.kind !== 'replaced') return []
  const explained = explainVerdict(name, verdict, known.of)
  return explained ? [{ at: start, message: `In a template: ${explained.message}`, hint: explained.hint }] : []
}
