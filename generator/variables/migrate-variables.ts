import { findNotAllowed } from '../dialects/allowed-values.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import { type Edit, editText } from '../load/edit-text.ts'
import type { Source } from '../load/source.ts'
import { type Variable, variablesOf } from './load-variables.ts'
import { type Mention, namesInTemplates } from './names-in-templates.ts'
import { mentionsStaying, newNameOf, type Sibling, stayingNames } from './staying-names.ts'

export interface Migration {
  text: string
  /** How many names were rewritten. */
  renamed: number
  /** What a person must change. */
  left: Left[]
}

interface Left {
  /** Where the name begins, from 0. */
  at: number
  message: string
  hint: string
}

/**
 * The same text with the names of another release: as keys, and in templates. Every other character stays as it is, and so
 * does a name whose new one would change what counts among all files of the host.
 */
export function migrateVariables(source: Source, playbook: PlaybookNames, siblings: Sibling[] = []): Migration {
  const variables = variablesOf(source)
  const owners = new Map(variables.map(({ name }) => [name, name]))
  const staying = stayingNames(source, siblings, playbook)
  const changes = variables.map((variable) => {
    const why = staying.get(variable.name)
    const to = why ? undefined : successorOf(variable, playbook, owners)
    const left = why ? [{ at: variable.start, ...why }] : leftOf({ ...variable, name: to ?? variable.name }, playbook)
    return { edits: to === undefined ? [] : [rename(variable, to, source.text)], left }
  })
  const kept = new Set(variables.flatMap(({ name }, index) => (changes[index]?.edits.length === 0 ? [name] : [])))
  const elsewhere = mentionsStaying(source, siblings, playbook)
  const mentions = namesInTemplates(source).map((mention) => renameMention(mention, playbook, { kept, elsewhere }))
  const all = [...changes, ...mentions]
  const edits = all.flatMap((each) => each.edits)
  const left = all.flatMap((each) => each.left).sort((a, b) => a.at - b.at)
  return { text: editText(source.text, edits), renamed: edits.length, left }
}

/** The new name of a variable, unless another variable of this file takes it; `owners` has the variable for each name. */
function successorOf({ name }: Variable, playbook: PlaybookNames, owners: Map<string, string>): string | undefined {
  const to = newNameOf(name, playbook)
  if (to === undefined || (owners.get(to) ?? name) !== name) return undefined
  owners.set(to, name)
  return to
}

function rename({ name, start, end }: Variable, to: string, text: string): Edit {
  return { start, end, to: text.slice(start, end).replace(name, to) }
}

function leftOf({ name, start, value }: Variable, playbook: PlaybookNames): Left[] {
  const verdict = judgeName(name, playbook)
  const notAllowed = findNotAllowed(name, value, playbook)
  const explained =
    verdict.kind === 'renamed'
      ? { message: `${name} would become ${verdict.to}, which is already set.`, hint: 'Keep one of them.' }
      : explainVerdict(name, verdict, playbook.of)
  return [explained, notAllowed].flatMap((words) =>
    words ? [{ at: start, message: words.message, hint: words.hint }] : [],
  )
}

interface Staying {
  /** Names that stay in this file. */
  kept: ReadonlySet<string>
  /** Names that stay in another file, with the reason if only this file shows it. */
  elsewhere: ReadonlyMap<string, { message: string; hint: string } | undefined>
}

function renameMention(
  { name, start, end }: Mention,
  playbook: PlaybookNames,
  staying: Staying,
): { edits: Edit[]; left: Left[] } {
  const to = newNameOf(name, playbook)
  if (to === undefined) return { edits: [], left: leftOfMention({ name, start }, playbook) }
  if (staying.kept.has(name)) return { edits: [], left: [] }
  if (!staying.elsewhere.has(name)) return { edits: [{ start, end, to }], left: [] }
  const why = staying.elsewhere.get(name)
  return { edits: [], left: why ? [{ at: start, ...why }] : [] }
}

/** A template that uses a removed variable fails, or silently gets nothing. */
function leftOfMention({ name, start }: { name: string; start: number }, playbook: PlaybookNames): Left[] {
  const verdict = judgeName(name, playbook)
  if (verdict.kind !== 'removed' && verdict.kind !== 'replaced') return []
  const explained = explainVerdict(name, verdict, playbook.of)
  return explained ? [{ at: start, message: `In a template: ${explained.message}`, hint: explained.hint }] : []
}
