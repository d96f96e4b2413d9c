import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** Columns of two lines of a terminal, less what is printed before a message (`error: `). */
export const mostColumns = 2 * 100 - 'error: '.length

/** What stands for a value that is put into a text. */
const value = 'x'.repeat(10)

interface LongText {
  place: string
  columns: number
  text: string
}

/** Each text of these sources of which a person would see more than two lines; a text may have several lines, such as those of a help. */
export function longTexts(directory: string): LongText[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files
    .filter((name) => !name.startsWith('generated'))
    .flatMap((name) => longTextsOf(join(directory, name), directory))
}

function longTextsOf(file: string, directory: string): LongText[] {
  const parsing = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), parsing)
  const found: LongText[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    for (const line of (text ?? '').replaceAll(/%\(\w+\)s/g, value).split('\n'))
      if (line.length > mostColumns) {
        const { line: row } = source.getLineAndCharacterOfPosition(node.getStart(source))
        found.push({ place: `${relative(directory, file)}:${row + 1}`, columns: line.length, text: line })
      }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => value + literal.text).join('')
}
