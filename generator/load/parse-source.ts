import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { firstHundred } from '../errors/first-hundred.ts'
import { atOnce, type Steps } from './in-turns.ts'
import { placeAt } from './place.ts'
import { readingYaml } from './read-yaml.ts'
import type { Source } from './source.ts'
import { walk } from './walk.ts'

/** The YAML of a host file. Refuses, each with its reason, what hides a value from the reader, or a file from its host. */
export function parseSource(file: string, text: string, parts?: number): Source {
  return atOnce(parsingSource(file, text, parts))
}

/** The same, in steps. */
export function* parsingSource(file: string, text: string, parts?: number): Steps<Source> {
  const lineCounter = new LineCounter()
  const source: Source = { file, text, lineCounter, diagnostics: [] }
  const refused = (diagnostics: Diagnostic[]): Source => ({ ...source, diagnostics })
  const { documents, errors, cutAt, tooDeepAt } = yield* readingYaml(text, {
    lineCounter,
    ...(parts === undefined ? {} : { parts }),
  })
  if (tooDeepAt !== undefined) return refused([tooDeep(source, tooDeepAt)])
  const notRead = cutAt === undefined ? [] : [tooMany(source, cutAt)]
  if (errors.length === 0 && documents.every(({ contents }) => contents === null))
    return refused([
      problem(
        source,
        0,
        'empty-file',
        'This file is empty.',
        'Write version, domain, host and homeserver; inventory-examples/ has some to start from.',
      ),
    ])
  const [document, second] = documents
  const several = second
    ? [
        problem(
          source,
          second.range[0],
          'several-documents',
          'A second document begins here.',
          'Write one file per host, without "---" between them.',
        ),
      ]
    : []
  const syntax = [...several, ...firstHundred(firstOfEachLine(source, errors), (error) => explain(source, error))]
  if (syntax.length > 0 || !document) return refused([...syntax, ...notRead])
  const { unusable, indirect } = findProblems(document.contents)
  if (unusable.length > 0) return refused([...firstHundred(unusable, (found) => problem(source, ...found)), ...notRead])
  return {
    ...source,
    document,
    diagnostics: [...firstHundred(indirect, (found) => problem(source, ...found)), ...notRead],
  }
}

function tooDeep(source: Source, at: number): Diagnostic {
  return problem(
    source,
    at,
    'syntax',
    'This is nested too deeply for a host file.',
    'Look for brackets that are not closed. Is this the right file?',
  )
}

function tooMany(source: Source, at: number): Diagnostic {
  return problem(
    source,
    at,
    'too-large',
    'This file has too many values; from here on it was not read.',
    'Put accounts into users_files. Is this the right file?',
  )
}

/** What follows on the same line follows from it. */
function firstOfEachLine({ lineCounter }: Source, errors: YAMLError[]): YAMLError[] {
  const lines = new Set<number>()
  return errors.filter(({ pos: [at] }) => {
    const { line } = lineCounter.linePos(at)
    return !lines.has(line) && lines.add(line)
  })
}

function explain(source: Source, error: YAMLError): Diagnostic {
  const [start] = error.pos
  if (error.code === 'TAB_AS_INDENT' || source.text[start] === '\t') {
    return problem(source, start, 'tab', 'YAML does not allow tabs for indentation.', 'Indent with spaces.')
  }
  return problem(
    source,
    start,
    'syntax',
    `This is not YAML: ${withoutText(error.message)}.`,
    'Look for a missing space after a colon, a quote that is not closed, or a line with different indentation.',
  )
}

/** The parser's message, without quoted text, which may be a password. */
function withoutText(message: string): string {
  return message.replace(/: .*$/s, '').replace(/\.$/, '')
}

/** Offset, code, message and hint. */
type ProblemAt = [offset: number, code: Diagnostic['code'], message: string, hint: string]

const start = (node: Node) => node.range?.[0] ?? 0

/** Problems that keep a document from being read as data, and constructs that hide a value from its reader. */
function findProblems(contents: unknown): { unusable: ProblemAt[]; indirect: ProblemAt[] } {
  const [unusable, indirect]: [ProblemAt[], ProblemAt[]] = [[], []]
  const anchors = new Set<string>()
  walk(contents, (node, isKey) => {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) unusable.push(undefinedAlias(node))
    } else if (node.anchor) anchors.add(node.anchor)
    if (isMap(node)) findRepeatedKeys(node as YAMLMap, unusable)
    if (isScalar(node)) findUnwritable(node, isKey, unusable)
    findIndirection(node, isKey, indirect)
  })
  return { unusable, indirect }
}

function undefinedAlias(node: Alias): ProblemAt {
  return [
    start(node),
    'alias',
    'This begins with *, so it is an alias, but there is no anchor of that name.',
    'If you mean text, write it in quotes, such as "*.example.com".',
  ]
}

/** Characters that a variable file for Ansible cannot contain. */
function findUnwritable(node: Scalar, isKey: boolean, found: ProblemAt[]): void {
  const text = String(node.value)
  if (/\p{Surrogate}|[\ufffe\uffff]/u.test(text)) {
    const hint = 'Remove that character.'
    found.push([start(node), 'invalid-value', 'This text contains a character that YAML does not allow.', hint])
  } else if (isKey && text.length > longestKey / 12 && writtenLength(text) > longestKey) {
    const hint = 'Write a shorter one. Is this the right file?'
    found.push([start(node), 'invalid-value', `This key is longer than ${longestKey} characters.`, hint])
  }
}

/** PyYAML reads no longer ones. */
const longestKey = 1024

/** In quotes, and with what is not printable spelt out: a character takes eleven at most. */
function writtenLength(text: string): number {
  return JSON.stringify(text).length + 5 * (text.match(/[\p{C}\p{Zl}\p{Zp}]/gu) ?? []).length
}

function findRepeatedKeys({ items }: YAMLMap, found: ProblemAt[]): void {
  if (items.length < 2) return
  const seen = new Set<unknown>()
  for (const { key } of items) {
    if (!isScalar(key)) continue
    const hint = 'Keep only one of them.'
    if (seen.has(key.value)) found.push([start(key), 'duplicate-key', 'Duplicate key.', hint])
    seen.add(key.value)
  }
}

function findIndirection(node: Node, isKey: boolean, found: ProblemAt[]): void {
  const hint = 'Write the value out instead.'
  if (isKey && isScalar(node) && node.value === '<<')
    found.push([start(node), 'alias', '<< merges keys from elsewhere.', hint])
  if (isAlias(node)) found.push([start(node), 'alias', 'An alias takes a value from elsewhere.', hint])
  else if (node.anchor) found.push([start(node), 'alias', 'An anchor names a value for use elsewhere.', hint])
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
    found.push([
      start(node),
      'tag',
      'A tag has no meaning here.',
      'Leave it out; a secret is a reference such as { ansible_var: NAME }.',
    ])
}

function problem(source: Source, ...[offset, code, message, hint]: ProblemAt): Diagnostic {
  return { code, severity: 'error', place: placeAt(source, offset, 1), message, hint }
}
