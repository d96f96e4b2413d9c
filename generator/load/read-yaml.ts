import {
  Composer,
  CST,
  type Document,
  type DocumentOptions,
  Lexer,
  type LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  type YAMLError,
} from 'yaml'
import { withoutStacks } from '../errors/without-stacks.ts'
import { startOfLine } from './edit-text.ts'
import { atOnce, type Steps } from './in-turns.ts'

/** A parsed text. */
export interface ReadYaml {
  documents: Document.Parsed[]
  /** Those of what was read. */
  errors: YAMLError[]
  /** Where it stopped, since the text has more parts than it reads; what came before was read. */
  cutAt?: number
  /** Where it stopped, since values are nested deeper than any reader goes; nothing was read then. */
  tooDeepAt?: number
}

/** Tokens of YAML: words, signs, spaces and line breaks. 20,000 accounts in 1 MiB have some 600,000, as `cost` counts. */
export const mostParts = 600_000

/** Lists in lists, and mappings in mappings. Python's reader of YAML ends at some 300. */
const deepest = 100

/** Where it stopped, if before the end. */
type End = Pick<ReadYaml, 'cutAt' | 'tooDeepAt'>

type Options = ParseOptions & DocumentOptions & SchemaOptions & { lineCounter?: LineCounter; parts?: number }

/** Reads YAML within bounds: its time grows with the text, and ends at so many parts. Repeated keys are not looked for: that takes each with each. */
export function readYaml(text: string, options: Options): ReadYaml {
  return atOnce(readingYaml(text, options))
}

/** The same, in steps of some milliseconds. */
export function* readingYaml(text: string, { lineCounter, parts = mostParts, ...options }: Options): Steps<ReadYaml> {
  const parser = new Parser(lineCounter?.addNewLine)
  const composer = new Composer({ ...options, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  lineCounter?.addNewLine(0)
  const ended: End = {}
  try {
    const tokens = yield* tokensOf(text, parser, parts, ended)
    const documents = withoutStacks(() => [...composer.compose(tokens)])
    const end = ended.cutAt === undefined ? Infinity : startOfLine(text, ended.cutAt) // what was not read to its end looks broken
    const isRead = ({ pos }: YAMLError) => pos[0] < end
    return { documents, errors: documents.flatMap(({ errors }) => errors).filter(isRead), ...ended }
  } catch (error) {
    if (error !== tooDeep && (error as Error).name !== 'RangeError') throw error
    return { documents: [], errors: [], tooDeepAt: ended.tooDeepAt ?? 0 }
  }
}

const tooDeep = new Error('nested too deep')

/** Parts that are read in one step. */
const atATime = 2000

/** As Parser.parse has it, with bounds. */
function* tokensOf(text: string, parser: Parser, parts: number, ended: End): Steps<CST.Token[]> {
  const tokens: CST.Token[] = []
  const depth = depthCounter()
  let count = 0
  let pause = atATime
  for (const lexeme of new Lexer().lex(text)) {
    if (depth(lexeme) > deepest) {
      ended.tooDeepAt = parser.offset
      throw tooDeep
    }
    if ((count += cost(lexeme)) > parts) {
      ended.cutAt = parser.offset
      break
    }
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (count > pause) {
      pause = count + atATime
      yield
    }
  }
  return [...tokens, ...parser.end()]
}

/** What makes the reader build the most counts for several parts: collections, aliases, documents. */
function cost(lexeme: string): number {
  switch (lexeme[0]) {
    case '[':
    case ']':
    case '{':
    case '}':
    case '*':
      return 4
    case '-':
      return lexeme.startsWith('---') ? 4 : 1
    default:
      return 1
  }
}

/** How deep the brackets are, or the indicators on one line. */
function depthCounter(): (lexeme: string) => number {
  let brackets = 0
  let onLine = 0
  return (lexeme) => {
    if (lexeme.length > 2) return brackets + onLine
    if (lexeme === '[' || lexeme === '{') brackets += 1
    else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1)
    else if (lexeme === CST.FLOW_END) brackets = 0
    else if (lexeme === '\n' || lexeme === '\r\n') onLine = 0
    else if (brackets === 0 && (lexeme === '-' || lexeme === '?' || lexeme === ':')) onLine += 1
    return brackets + onLine
  }
}
