import { type Document, isMap, isScalar, LineCounter, type Pair, type Scalar } from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { load } from '../load/load-host-file.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { explainError, type Refused, refusalsIn } from './refusals.ts'
import { parseAsAnsible } from './parse-as-ansible.ts'

/** In MiB. */
const limit = 1

/** Reads a file of Ansible variables as Ansible does: what it would refuse is an error, what it warns of a warning. */
export function loadVariables(file: string): Source {
  return load(file, limit, parseVariables)
}

export function parseVariables(file: string, text: string): Source {
  const source: Source = { file, text, lineCounter: countLines(text), diagnostics: [] }
  if (isEncrypted(source)) return source
  const parsed = parseAsAnsible(text)
  const errors = parsed.errors.map(explainError)
  const refused = errors.length > 0 ? errors.slice(0, 1) : refusalsIn(parsed) // what follows an error is often its echo
  const [document] = parsed.documents
  const diagnostics = refused.map((each) => diagnose(source, each))
  return { ...source, diagnostics, ...(document ? { document } : {}) }
}

function diagnose(source: Source, { at, length = 1, severity, ...words }: Refused): Diagnostic {
  return { ...words, severity: severity ?? 'error', place: placeAt(source, at, length) }
}

function countLines(text: string): LineCounter {
  const lineCounter = new LineCounter()
  lineCounter.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lineCounter.addNewLine(index + 1)
  return lineCounter
}

/** Whether ansible-vault encrypted the file as a whole: nothing in it can be read here. */
export function isEncrypted({ text }: Pick<Source, 'text'>): boolean {
  return text.startsWith('$ANSIBLE_VAULT;')
}

/** Whether Ansible would read the file. */
export function isReadable({ diagnostics }: Source): boolean {
  return diagnostics.every(({ severity }) => severity !== 'error')
}

/** A variable that a file sets, and where its name stands. */
export interface Variable {
  name: string
  start: number
  end: number
  value: unknown
}

/** The variables of a file, in its order; without a value that only Ansible can read (a vault, a template). */
export function variablesOf({ document }: Source): Variable[] {
  if (!isMap(document?.contents)) return []
  const { contents } = document
  return contents.items.flatMap((pair) => variableOf(pair, document))
}

function variableOf({ key, value }: Pair, document: Document): Variable[] {
  if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return []
  const [start, end] = key.range
  return [{ name: key.value, start, end, value: readable(value, document) }]
}

/** Stands for what only Ansible can read. */
export const opaque = Symbol('opaque')

function readable(node: unknown, document: Document): unknown {
  if (node === null) return null
  if (isScalar(node)) {
    const ours = node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:')
    return ours && !/\{[{%]/.test(String(node.value)) ? plain(node) : opaque
  }
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), readable(value, document)]),
    )
  if (typeof node === 'object' && 'items' in node && Array.isArray(node.items))
    return node.items.map((item) => readable(item, document))
  if (typeof node === 'object' && 'resolve' in node && typeof node.resolve === 'function')
    return readable(node.resolve(document), document)
  return opaque
}

/** y and n are text to PyYAML. */
function plain({ value, source }: Scalar): unknown {
  return typeof value === 'boolean' && source !== undefined && /^[yn]$/i.test(source) ? source : value
}
