import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml'
import type { DiagnosticCode } from '../errors/codes.ts'
import type { Parsed } from './parse-as-ansible.ts'
import { findTab } from './tabs.ts'

/** What Ansible refuses or warns about, and where. */
export interface Refused {
  code: DiagnosticCode
  at: number
  length?: number
  severity?: 'warning'
  message: string
  hint: string
}

export function explainError({ code, message, pos: [at] }: YAMLError): Refused {
  if (code === 'TAB_AS_INDENT') return tab(at)
  return {
    code: 'syntax',
    at,
    message: `This is not YAML: ${message.replace(/\.$/, '')}.`,
    hint: 'Look for a missing space after a colon, a quote that is not closed, or a line with different indentation.',
  }
}

/** What a reader of YAML takes and PyYAML or Ansible does not, and what Ansible warns of. */
export function refusalsIn({ text, documents, cutAt, tooDeepAt }: Parsed): Refused[] {
  if (tooDeepAt !== undefined) return [nestedTooDeep(tooDeepAt)]
  const [document, second] = documents
  const tabAt = findTab(text)
  const found = [
    ...(tabAt === undefined ? [] : [tab(tabAt)]),
    ...(second ? [severalDocuments(second.range[0])] : []),
    ...(document ? refusalsOf(document) : []),
    ...(cutAt === undefined ? [] : [tooMany(cutAt)]),
  ]
  return found.sort((a, b) => a.at - b.at)
}

function refusalsOf(document: Document.Parsed): Refused[] {
  const { contents } = document
  if (contents !== null && !isMap(contents)) return isEmptyNode(contents) ? [] : [noVariables]
  const found: Refused[] = []
  const anchors: Anchors = new Map()
  visit(document, {
    Node(key, node) {
      if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node as Node) // of a document that was parsed
      found.push(...refusedNode(node as Node, anchors, { isKey: key === 'key' }))
    },
    Map(_key, map) {
      if (map.anchor) anchors.set(map.anchor, map as Node) // of a document that was parsed; Node is not asked about it
      for (const each of duplicatesIn(map.items)) found.push(each) // there may be more than a call takes
    },
    Pair(_key, pair) {
      found.push(...refusedKey(pair, anchors))
    },
  })
  return found
}

/** The value of an alias, of those that were read so far. */
type Anchors = Map<string, Node>

function isEmptyNode(node: unknown): boolean {
  return isScalar(node) && node.value === null
}

function refusedNode(node: Node, anchors: Anchors, { isKey }: { isKey: boolean }): Refused[] {
  const at = node.range?.[0] ?? 0
  if (isAlias(node)) return anchors.has(node.source) ? [] : [undefinedAlias(node.source, at)]
  if (node.tag !== undefined && !tags.test(node.tag)) return [unknownTag(node.tag, at)]
  if (isScalar(node) && isNoNumber(node)) return [needsQuotes(String(node.source), at)]
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.source !== 'string') return []
  if (node.source === '=' || (node.source === '<<' && !isKey)) return [needsQuotes('=', at)]
  return isNoDate(node.source) ? [needsQuotes(node.source, at)] : []
}

const tags =
  /^(!|!vault|!vault-encrypted|!unsafe|tag:yaml\.org,2002:(null|bool|int|float|binary|timestamp|omap|pairs|set|str|seq|map))$/

/** A value tagged !!int or !!float that is not a number. */
function isNoNumber({ tag, value }: Scalar): boolean {
  return /^tag:yaml\.org,2002:(int|float)$/.test(tag ?? '') && typeof value !== 'number'
}

/** PyYAML makes a date of what looks like one, and fails when there is no such day. */
function isNoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[Tt \t])/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)
}

function refusedKey({ key, value }: Pair, anchors: Anchors): Refused[] {
  if (isScalar(key) && key.source === '' && key.type === 'PLAIN') return [noKey(key.range?.[0] ?? 0)]
  if (isScalar(key) || isPair(key) || isAlias(key)) return isMergeKey(key) ? refusedMerge(value, anchors) : []
  const at = isNode(key) ? (key.range?.[0] ?? 0) : 0
  return [isMap(key) ? unquotedTemplate(at) : compositeKey(at)]
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol') && key.type === 'PLAIN'
}

/** A merge key takes a mapping, or a list of them. */
function refusedMerge(value: unknown, anchors: Anchors): Refused[] {
  const meant = isAlias(value) ? anchors.get(value.source) : value
  const items = meant !== null && typeof meant === 'object' && 'items' in meant && !isMap(meant) ? meant.items : [meant]
  const all = (items as unknown[]).map((item) => (isAlias(item) ? anchors.get(item.source) : item))
  if (all.every((item) => isMap(item) || item === undefined)) return []
  return [
    {
      code: 'syntax',
      at: isNode(value) ? (value.range?.[0] ?? 0) : 0,
      message: '<< merges a mapping, and this is not one.',
      hint: 'Name a mapping after it, such as *defaults.',
    },
  ]
}

function duplicatesIn(items: Pair[]): Refused[] {
  const first = new Set<unknown>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key) || isMergeKey(key)) return []
    if (!first.has(key.value)) {
      first.add(key.value)
      return []
    }
    const name = String(key.value)
    return [
      {
        code: 'duplicate-key',
        severity: 'warning',
        at: key.range?.[0] ?? 0,
        length: name.length,
        message: `${name} is set twice in the same place.`,
        hint: 'Ansible takes the last one; remove the other.',
      } as const,
    ]
  })
}

function tab(at: number): Refused {
  return { code: 'tab', at, message: 'YAML does not allow tabs for indentation.', hint: 'Indent with spaces.' }
}

function nestedTooDeep(at: number): Refused {
  return {
    code: 'syntax',
    at,
    message: 'This is nested too deeply for a variable file.',
    hint: 'Look for brackets that are not closed. Is this the right file?',
  }
}

function tooMany(at: number): Refused {
  return {
    code: 'too-large',
    at,
    message: 'This file has too many values; from here on it was not read.',
    hint: 'Is this the right file?',
  }
}

function severalDocuments(at: number): Refused {
  return {
    code: 'several-documents',
    at,
    message: 'A second document begins here; Ansible reads only one for each file.',
    hint: 'Remove the line "---" between them.',
  }
}

function undefinedAlias(name: string, at: number): Refused {
  return {
    code: 'syntax',
    at,
    length: name.length + 1,
    message: `*${name} refers to an anchor that is not defined before it.`,
    hint: `Define it with &${name}, or put the value in quotes if it begins with an asterisk.`,
  }
}

function unknownTag(tag: string, at: number): Refused {
  return {
    code: 'tag',
    at,
    message: `Ansible does not know the tag ${tag.replace('tag:yaml.org,2002:', '!!')}.`,
    hint: 'Put the value in quotes if it begins with an exclamation mark; Ansible has !vault and !unsafe.',
  }
}

function needsQuotes(text: string, at: number): Refused {
  return {
    code: 'syntax',
    at,
    length: text.length,
    message: `Ansible cannot read ${text} without quotes.`,
    hint: `Write "${text}".`,
  }
}

function unquotedTemplate(at: number): Refused {
  return {
    code: 'syntax',
    at: Math.max(0, at - 1),
    length: 2,
    message: 'A value that begins with {{ needs quotes.',
    hint: 'Put the whole value in double quotes: "{{ name }}".',
  }
}

function noKey(at: number): Refused {
  return {
    code: 'syntax',
    at,
    message: 'There is a colon without a key before it.',
    hint: 'Put the whole value in quotes if the colon belongs to it.',
  }
}

function compositeKey(at: number): Refused {
  return {
    code: 'syntax',
    at,
    message: 'A list cannot be the name of a variable or a key.',
    hint: 'Write a text as the key.',
  }
}

const noVariables: Refused = {
  code: 'no-variables',
  at: 0,
  length: 0,
  message: 'This is not a mapping of variables.',
  hint: 'Write a name and a value on each line: matrix_domain: example.com. Is this the right file?',
}
