import { CST, Lexer } from 'yaml'

/** What a reader is in the middle of, and the line break behind which it would have to end. */
interface Open {
  quote: string
  brackets: number
  lineBreak: number
}

/**
 * Joins the lines of what is quoted or in brackets and continues with too little indentation: a space
 * takes the place of each line break, so that every position stays what it is.
 */
export function joinLines(text: string): string {
  const breaks: number[] = []
  for (let at = 0; at < text.length;) {
    const end = endOfBlock(text, at)
    const open = openIn(text.slice(at, end))
    at = open ? follow(text, { ...open, lineBreak: at + open.lineBreak }, breaks) : end
  }
  return withSpaces(text, breaks)
}

/** Behind the lines from here to the next one that begins at the margin. */
function endOfBlock(text: string, start: number): number {
  const next = /\n(?=[^\s#])/g
  next.lastIndex = start
  const found = next.exec(text)
  return found ? found.index + 1 : text.length
}

/** What is not closed where the reader gives up, or at the end of the block. */
function openIn(block: string): Open | undefined {
  if (!/["'[{]/.test(block)) return undefined
  let brackets = 0
  let offset = 0
  for (const lexeme of new Lexer().lex(block)) {
    if (lexeme === CST.FLOW_END) return { quote: '', brackets, lineBreak: block.lastIndexOf('\n', offset - 1) }
    if (lexeme === CST.SCALAR || lexeme === CST.DOCUMENT) continue
    offset += lexeme.length
    if (isUnclosed(lexeme))
      return { quote: lexeme[0] ?? '', brackets, lineBreak: lexeme.endsWith('\n') ? offset - 1 : offset }
    if (lexeme === '[' || lexeme === '{') brackets += 1
    else if (lexeme === ']' || lexeme === '}') brackets -= 1
  }
  return brackets > 0 ? { quote: '', brackets, lineBreak: block.length - 1 } : undefined
}

/** Whether a lexeme begins with a quote, and does not end with one that counts. */
function isUnclosed(lexeme: string): boolean {
  const inner = lexeme.slice(1)
  if (lexeme.startsWith('"')) return !/(?<!\\)(?:\\\\)*"$/.test(inner)
  return lexeme.startsWith("'") && !/(?<!')(?:'')*'$/.test(inner)
}

/** Goes on behind a line break until everything is closed; returns where the next block begins. */
function follow(text: string, { quote, brackets, lineBreak }: Open, breaks: number[]): number {
  let at = lineBreak
  for (; at < text.length && (quote !== '' || brackets > 0); at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\n') join(text, at, quote, breaks)
    else if (quote === '"' && sign === '\\') at += text[at + 1] === '\n' ? 0 : 1
    else if (quote === "'" && sign === "'" && text[at + 1] === "'") at += 1
    else if (quote !== '') quote = sign === quote ? '' : quote
    else if ((sign === '"' || sign === "'") && /[\s,:[{]/.test(text[at - 1] ?? '')) quote = sign
    else if (sign === '#' && /\s/.test(text[at - 1] ?? '')) at = lineEnd(text, at) - 1
    else if (sign === '[' || sign === '{') brackets += 1
    else if (sign === ']' || sign === '}') brackets -= 1
  }
  return lineEnd(text, at) + 1
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** A line break that folds to a space: none that is escaped, behind an empty line, or behind a comment. */
function join(text: string, at: number, quote: string, breaks: number[]): void {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (/\S/.test(before) && !before.endsWith('\\') && (quote !== '' || !before.includes('#'))) breaks.push(at)
}

function withSpaces(text: string, breaks: number[]): string {
  const pieces: string[] = []
  let done = 0
  for (const at of breaks) {
    pieces.push(text.slice(done, at).replace(/\r$/, ' '), ' ')
    done = at + 1
  }
  return pieces.join('') + text.slice(done)
}
