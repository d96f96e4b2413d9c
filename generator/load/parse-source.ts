import { type Document, isAlias, isNode, LineCounter, type Node, parseAllDocuments, visit, type YAMLError } from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeAt } from './place.ts'
import type { Source } from './source.ts'

/** The YAML of a host file. Refused, each with its reason: what hides a value from the reader, or a file from its host. */
export function parseSource(file: string, text: string): Source {
  const lineCounter = new LineCounter()
  const source: Source = { file, text, lineCounter, diagnostics: [] }
  const documents = parseAllDocuments(text, { lineCounter, uniqueKeys: true, prettyErrors: false, logLevel: 'silent' })
  if (
    'empty' in documents ||
    documents.every((document) => document.contents === null && document.errors.length === 0)
  ) {
    return {
      ...source,
      diagnostics: [
        problem(
          source,
          0,
          'empty-file',
          'This file is empty.',
          'Write version, domain, host and homeserver; inventory-examples/ has some to start from.',
        ),
      ],
    }
  }
  const [document, second] = documents
  const errors = documents.flatMap(({ errors }) => errors).map((error) => explain(source, error))
  if (second)
    errors.push(
      problem(
        source,
        second.range[0],
        'several-documents',
        'A second document begins here.',
        'Write one file per host, without "---" between them.',
      ),
    )
  if (errors.length > 0 || !document) return { ...source, diagnostics: errors }
  return { ...source, document, diagnostics: findIndirection(source, document) }
}

function explain(source: Source, error: YAMLError): Diagnostic {
  const [start] = error.pos
  if (error.code === 'DUPLICATE_KEY') {
    return problem(
      source,
      start,
      'duplicate-key',
      'This key stands in the mapping twice.',
      'Keep one of them: a reader would take the last, and you would wonder.',
    )
  }
  if (error.code === 'TAB_AS_INDENT' || source.text[start] === '\t') {
    return problem(source, start, 'tab', 'A tab stands where YAML wants spaces.', 'Indent with spaces.')
  }
  return problem(
    source,
    start,
    'syntax',
    `This is not YAML: ${error.message.replace(/\.$/, '')}.`,
    'Look for a missing space after a colon, a quote that is not closed, or a line that is indented otherwise.',
  )
}

function findIndirection(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = []
  const hint = 'Write the value out: one host file is short, and says what it means where it stands.'
  const start = (node: Node) => node.range?.[0] ?? 0
  visit(document, {
    Node(key, node) {
      if (isAlias(node))
        found.push(problem(source, start(node), 'alias', `*${node.source} takes a value from elsewhere.`, hint))
      else if (node.anchor)
        found.push(problem(source, start(node), 'alias', `&${node.anchor} names a value for use elsewhere.`, hint))
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
        found.push(
          problem(
            source,
            start(node),
            'tag',
            `The tag ${node.tag} has no meaning here.`,
            'Leave it out; a secret is a reference such as { ansible_var: NAME }.',
          ),
        )
      }
      return undefined
    },
    Pair(_key, pair) {
      if (isNode(pair.key) && 'value' in pair.key && pair.key.value === '<<')
        found.push(problem(source, start(pair.key), 'alias', '<< takes keys from elsewhere.', hint))
    },
  })
  return found
}

function problem(source: Source, offset: number, code: Diagnostic['code'], message: string, hint: string): Diagnostic {
  return { code, severity: 'error', place: placeAt(source, offset, 1), message, hint }
}
