import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import { type Edit, editText, nextLine, startOfLine } from '../load/edit-text.ts'

/** Keys of `access`, each with its value as YAML on one line; undefined: the key is taken out. */
export type AccessLines = Record<string, string | undefined>

/**
 * The text of a host file with these keys of its `access`, and nothing else in it changed. Undefined: its keys are not
 * on lines of their own, so that no line can be added.
 */
export function withAccess(text: string, lines: AccessLines): string | undefined {
  const root = parseDocument(text).contents
  if (!isMap(root) || root.flow) return undefined
  const pairs = root.items as Pair<Node, Node>[]
  const pair = pairs.find(({ key }) => nameOf(key) === 'access')
  const added = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
  if (!pair) return added.length === 0 ? text : editText(text, [inserted(text, pairs, added)])
  const edits =
    isMap(pair.value) && !pair.value.flow
      ? blockEdits(text, pair, { lines, added })
      : [wholeEdit(text, pair, { lines, added })]
  return editText(text, edits)
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

/** Above the accounts, of which there can be many, or else at the end. */
function inserted(text: string, pairs: Pair<Node, Node>[], added: string[]): Edit {
  const at = pairs.findIndex(({ key }) => /^users(_|$)/.test(nameOf(key)))
  const before = at < 0 ? pairs.at(-1) : pairs[at - 1]
  const start = before ? nextLine(text, endOf(before)) : 0
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const ahead = text.slice(0, start)
  const gap = ahead === '' || ahead.endsWith('\n') ? '' : eol
  const after = text.slice(start)
  const blank = after === '' || /^\r?\n/.test(after) ? '' : eol
  const block = ['access:', ...added.map((line) => `  ${line}`)].map((line) => `${line}${eol}`).join('')
  return { start, end: start, to: `${gap}${/\n\r?\n$/.test(ahead) ? '' : eol}${block}${blank}` }
}

interface Wanted {
  lines: AccessLines
  added: string[]
}

/** Line by line, so that comments stay. */
function blockEdits(text: string, pair: Pair<Node, Node>, { lines, added }: Wanted): Edit[] {
  const items = (isMap(pair.value) ? pair.value.items : []) as Pair<Node, Node>[]
  const gone = items.filter(({ key }) => nameOf(key) in lines)
  const cuts = gone.map((each) => ({
    start: startOfLine(text, startOf(each)),
    end: nextLine(text, endOf(each)),
    to: '',
  }))
  if (gone.length === items.length && added.length === 0)
    return [{ start: startOf(pair), end: nextLine(text, pair.key.range?.[1] ?? 0), to: '' }, ...cuts]
  const first = items[0] as Pair<Node, Node> // a block mapping has one
  const indent = text.slice(startOfLine(text, startOf(first)), startOf(first))
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const start = cuts[0]?.start ?? startOfLine(text, startOf(first))
  const block = added.map((line) => `${indent}${line}${eol}`).join('')
  const [cut, ...others] = cuts
  return cut ? [{ ...cut, to: block }, ...others] : [{ start, end: start, to: block }]
}

/** `access: { ... }` on one line, or without a value. */
function wholeEdit(text: string, pair: Pair<Node, Node>, { lines, added }: Wanted): Edit {
  const items = (isMap(pair.value) ? pair.value.items : []) as Pair<Node, Node>[]
  const kept = items
    .filter(({ key }) => !(nameOf(key) in lines))
    .map((each) => text.slice(startOf(each), endOf(each)).trim())
  const all = [...kept, ...added]
  if (all.length === 0) return { start: startOf(pair), end: nextLine(text, endOf(pair)), to: '' }
  return { start: startOf(pair), end: endOf(pair), to: `access: { ${all.join(', ')} }` }
}

function startOf({ key }: Pair<Node, Node>): number {
  return key.range?.[0] ?? 0
}

/** Where its last word ends; comments and blank lines below it are not its own. */
function endOf({ key, value }: Pair<Node, Node | null>): number {
  return value ? endOfNode(value) : (key.range?.[1] ?? 0) + 1
}

function endOfNode(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1)
    if (isMap(node) && last) return endOf(last as Pair<Node, Node>)
    if (last) return endOfNode(last as Node)
  }
  return node.range?.[1] ?? 0
}
