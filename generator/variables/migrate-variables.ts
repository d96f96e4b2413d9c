import { isScalar, visit } from 'yaml'
import { judgeName } from '../dialects/judge-name.ts'
import type { Source } from '../load/source.ts'
import { variablesOf } from './load-variables.ts'

export interface Migration {
  text: string
  /** How many names were rewritten. */
  renamed: number
  /** Names that have no translation. */
  left: string[]
}

interface Edit {
  start: number
  end: number
  to: string
}

/** The same text with the names of another release: as keys, and in templates. Every other character stays as it is. */
export function migrateVariables(source: Source, names: ReadonlySet<string>): Migration {
  const variables = variablesOf(source)
  const taken = new Set(variables.map(({ name }) => name))
  const left: string[] = []
  const edits: Edit[] = variables.flatMap(({ name, start, end }) => {
    const verdict = judgeName(name, names)
    const to = verdict.kind === 'renamed' && !taken.has(verdict.to) ? verdict.to : undefined
    if (to !== undefined) taken.add(to)
    else if (verdict.kind !== 'known') left.push(name)
    return to === undefined ? [] : [{ start, end, to: source.text.slice(start, end).replace(name, to) }]
  })
  const all = [...edits, ...templateEdits(source, names)].sort((a, b) => b.start - a.start)
  return {
    text: all.reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), source.text),
    renamed: all.length,
    left,
  }
}

/** Names in texts that hold a template; a name that begins a longer one is not meant. */
function templateEdits({ document, text }: Source, names: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = []
  if (!document) return edits
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || !isScalar(node) || !node.range) return
      const [start, end] = node.range
      const written = text.slice(start, end)
      if (!/\{[{%]/.test(written)) return
      for (const match of written.matchAll(/\bmatrix_\w+/g)) {
        const verdict = judgeName(match[0], names)
        if (verdict.kind === 'renamed')
          edits.push({ start: start + match.index, end: start + match.index + match[0].length, to: verdict.to })
      }
    },
  })
  return edits
}
