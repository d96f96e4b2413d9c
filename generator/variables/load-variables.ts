import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { readText } from '../load/load-host-file.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { walk } from '../load/walk.ts'
import { explainError, type Refused, refusalsIn } from './refusals.ts'
import { parseAsAnsible } from './parse-as-ansible.ts'

/** In MiB. */
const limit = 1

/** What to do about a file that is not one of variables. */
const hints: Partial<Record<Diagnostic['code'], string>> = {
  'missing-file': 'Name a variable file, such as inventory/host_vars/HOST/vars.yml.',
  'not-a-file': 'Name a variable file, such as inventory/host_vars/HOST/vars.yml.',
  'too-large': 'Is this the right file? A variable file has some hundred lines.',
}

/** Reads a file of Ansible variables as Ansible does: what it would refuse is an error, what it warns of a warning. */
export function loadVariables(file: string): Source {
  const read = readText(file, limit)
  const source = 'diagnostics' in read ? read : parseVariables(file, read.text)
  return { ...source, diagnostics: source.diagnostics.map((each) => ({ ...each, hint: hintOf(each) })) }
}

function hintOf({ code, message, hint }: Diagnostic): string {
  return message.includes(' is a link to ') ? hint : (hints[code] ?? hint)
}

export function parseVariables(file: string, text: string): Source {
  const source = withLines(file, text)
  if (isEncrypted(source)) return source
  const parsed = parseAsAnsible(text)
  const [error] = parsed.errors // what follows it is often its echo
  const refused = error ? [explainError(error)] : refusalsIn(parsed)
  const [document] = parsed.documents
  const diagnostics = refused.map((each) => diagnose(source, each))
  return { ...source, diagnostics, ...(document ? { document } : {}) }
}

/** A text in which places can be named. */
export function withLines(file: string, text: string): Source {
  return { file, text, lineCounter: countLines(text), diagnostics: [] }
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

/** A variable that a file sets, and the position of its name. */
export interface Variable {
  name: string
  start: number
  end: number
  value: unknown
}

/** The variables of a file, in its order; without a value that only Ansible can read (a vault, a template). */
export function variablesOf({ document }: Source): Variable[] {
  if (!isMap(document?.contents)) return []
  const reading: Reading = { targets: targetsIn(document), left: mostUnfolded }
  return document.contents.items.flatMap((pair) => variableOf(pair, reading))
}

/** How many values aliases may stand for in all, one within the other: what is beyond is not read. */
const mostUnfolded = 100_000

/** How many, one within the other; a list can hold an alias of itself. */
const deepest = 20

interface Reading {
  targets: ReadonlyMap<Alias, Node>
  left: number
}

/** The value of each alias: the last one of its name before it. */
function targetsIn(document: Document): Map<Alias, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  walk(document.contents, (node) => {
    const target = isAlias(node) ? anchors.get(node.source) : undefined
    if (isAlias(node) && target) targets.set(node, target)
    if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node)
  })
  return targets
}

function variableOf({ key, value }: Pair, reading: Reading): Variable[] {
  if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return []
  const [start, end] = key.range
  return [{ name: key.value, start, end, value: readable(value, reading) }]
}

/** A value that only Ansible can read. */
export const opaque = Symbol('opaque')

/** `depth`: how many aliases, one within the other, lead to it. */
function readable(node: unknown, reading: Reading, depth = 0): unknown {
  if (node === null) return null
  if (depth > deepest || (depth > 0 && (reading.left -= 1) < 0)) return opaque
  if (isScalar(node)) {
    const ours = node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:')
    return ours && !/\{[{%]/.test(String(node.value)) ? plain(node) : opaque
  }
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), readable(value, reading, depth)]),
    )
  if (typeof node === 'object' && 'items' in node && Array.isArray(node.items))
    return node.items.map((item) => readable(item, reading, depth))
  if (isAlias(node)) return readable(reading.targets.get(node), reading, depth + 1)
  return opaque
}

/** y and n are text to PyYAML. */
function plain({ value, source }: Scalar): unknown {
  return typeof value === 'boolean' && source !== undefined && /^[yn]$/i.test(source) ? source : value
}
