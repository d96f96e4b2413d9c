import { type Document, parseAllDocuments, type YAMLError } from 'yaml'

export interface Parsed {
  /** What was read: as long as what was given, with the same at each position but for those line breaks. */
  text: string
  documents: Document.Parsed[]
  errors: YAMLError[]
}

/**
 * YAML 1.1 as PyYAML reads it: keys may stand twice, and what is quoted or in brackets may go on at the margin. For that
 * the line break there is read as the space that it folds to, so that every position stays what it is.
 */
export function parseAsAnsible(text: string): Parsed {
  let read = text
  for (;;) {
    const parsed = parse(read)
    const joined = joinLines(read, parsed.errors)
    if (joined === undefined) return parsed
    read = joined
  }
}

function parse(text: string): Parsed {
  const options = { version: '1.1', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
  const found = parseAllDocuments(text, options)
  const documents = 'empty' in found ? [] : found
  return { text, documents, errors: documents.flatMap((document) => document.errors) }
}

/** The text with one line break less, when that is what the first error is about. */
function joinLines(text: string, [error]: YAMLError[]): string | undefined {
  if (!error) return undefined
  const isFlow = error.code === 'BAD_INDENT' && error.message.startsWith('Flow')
  const at = error.code === 'MISSING_CHAR' ? error.pos[0] : isFlow ? text.lastIndexOf('\n', error.pos[0] - 1) : -1
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const isPlainBreak = text[at] === '\n' && /\S/.test(before) && !/\\$|#/.test(before)
  return isPlainBreak ? `${text.slice(0, at)} ${text.slice(at + 1)}` : undefined
}
