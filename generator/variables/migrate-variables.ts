import { findNotAllowed } from '../dialects/allowed-values.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { KnownNames } from '../dialects/known-names.ts'
import { type Edit, editText } from '../load/edit-text.ts'
import type { Source } from '../load/source.ts'
import { type Variable, variablesOf } from './load-variables.ts'
import { namesInTemplates } from './names-in-templates.ts'

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

/** The same text with the names of another release: as keys, and in templates. Every other character stays as it is. */
export function migrateVariables(source: Source, known: KnownNames): Migration {
  const variables = variablesOf(source)
  const owners = new Map(variables.map(({ name }) => [name, name]))
  const left: Left[] = []
  const edits: Edit[] = []
  for (const variable of variables) {
    const to = successorOf(variable, known, owners)
    if (to !== undefined) edits.push(rename(variable, to, source.text))
    left.push(...leftOf({ ...variable, name: to ?? variable.name }, known))
  }
  const mentions = namesInTemplates(source)
  edits.push(...mentions.flatMap((mention) => renameMention(mention, known)))
  left.push(...mentions.flatMap((mention) => leftOfMention(mention, known)))
  return { text: editText(source.text, edits), renamed: edits.length, left: left.sort((a, b) => a.at - b.at) }
}

/** The new name of a variable, unless another one has it in this file; `owners` says which one has each. */
function successorOf({ name }: Variable, known: KnownNames, owners: Map<string, string>): string | undefined {
  const verdict = judgeName(name, known)
  if (verdict.kind !== 'renamed' || (owners.get(verdict.to) ?? name) !== name) return undefined
  owners.set(verdict.to, name)
  return verdict.to
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

function renameMention({ name, start, end }: { name: string; start: number; end: number }, known: KnownNames): Edit[] {
  const verdict = judgeName(name, known)
  return verdict.kind === 'renamed' ? [{ start, end, to: verdict.to }] : []
}

/** A template that asks for what is gone fails, or silently gets nothing. */
function leftOfMention({ name, start }: { name: string; start: number }, known: KnownNames): Left[] {
  const verdict = judgeName(name, known)
  if (verdict.kind !== 'removed' && verdict.kind !== 'replaced') return []
  const explained = explainVerdict(name, verdict, known.of)
  return explained ? [{ at: start, message: `In a template: ${explained.message}`, hint: explained.hint }] : []
}
