import { isScalar, visit } from 'yaml'
import type { Source } from '../load/source.ts'

export interface Mention {
  name: string
  start: number
  end: number
}

/** Every name of a variable within the templates of a file's values: no attribute, and no text in quotes but a name that is looked up. */
export function namesInTemplates({ document, text }: Source): Mention[] {
  const found: Mention[] = []
  if (!document) return found
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || !isScalar(node) || !node.range) return
      const [start, end] = node.range
      for (const { 0: expression, index } of text.slice(start, end).matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs))
        found.push(...namesIn(expression, start + index))
    },
  })
  return found
}

/** The text before a name that is looked up; the rest of a long template is not read again for each name. */
const longestLookup = 200

function namesIn(expression: string, offset: number): Mention[] {
  return [...expression.matchAll(/(['"])(.*?)\1|(?<![\w.])([a-z]\w*)/gs)].flatMap(
    ({ 1: quote, 2: quoted, 3: name, index }) => {
      const at = index + (quote === undefined ? 0 : 1)
      const word =
        quote === undefined
          ? name
          : isLookedUp(expression.slice(Math.max(0, index - longestLookup), index))
            ? quoted
            : undefined
      if (word === undefined || !/^[a-z]\w*$/.test(word)) return []
      return [{ name: word, start: offset + at, end: offset + at + word.length }]
    },
  )
}

/** vars['name'], hostvars[host]['name'], lookup('vars', 'name'). */
function isLookedUp(before: string): boolean {
  return /(vars\[|vars\[[^\]]*\]\[|lookup\(\s*['"](ansible\.builtin\.)?vars['"],)\s*$/.test(before)
}
