import { CST, Lexer } from 'yaml'

const firstIndentWithTab = /^(?: *\n)* *\t/

/** Where a tab indents a line of a block: PyYAML takes no such file, even when a comment follows. */
export function findTab(text: string): number | undefined {
  if (!text.includes('\t')) return undefined // most files: nothing to take apart
  let offset = 0
  let depth = 0
  let isScalar = false
  let header = ''
  let isIndent = true // only spaces before it on its line
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'scalar-text' : CST.tokenType(lexeme)
    isScalar = type === 'scalar'
    if (type === 'block-scalar-header') header = lexeme
    if (type === 'scalar-text' && /^[|>][^1-9]*$/.test(header)) {
      const indent = firstIndentWithTab.exec(lexeme) // that of the first line is measured, in spaces alone
      if (indent) return offset + indent[0].length - 1
    }
    if (type === 'scalar-text') header = ''
    if (type === 'doc-mode' || type === 'flow-error-end' || type === 'scalar') continue // marks, not text
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1
    if (type === 'space' && depth === 0 && isIndent && lexeme.includes('\t')) return offset + lexeme.indexOf('\t')
    isIndent = /^ *$/.test(lexeme.slice(lexeme.lastIndexOf('\n') + 1)) && (isIndent || lexeme.includes('\n'))
    offset += lexeme.length
  }
  return undefined
}
