import { colour } from './colour.ts'
import type { Diagnostic } from './diagnostic.ts'
import { maskSecrets } from './mask.ts'

/** A file's text, for the code frames. */
export type ReadText = (file: string) => string

type Format = (diagnostics: Diagnostic[], readText: ReadText) => string

/** For a person: where, what is wrong, the line with a caret under it, and what to do. */
export const pretty: Format = (diagnostics, readText) =>
  diagnostics.map(prettyWith(linesFrom(readText, diagnostics))).join('\n')

/** The lines of each file to the last that is shown, taken apart once; what may be a secret is masked. */
function linesFrom(readText: ReadText, diagnostics: Diagnostic[]): (file: string) => string[] {
  const last = new Map<string, number>()
  for (const { place } of diagnostics) last.set(place.file, Math.max(place.line, last.get(place.file) ?? 0))
  const cache = new Map<string, string[]>()
  return (file) => {
    const lines = cache.get(file) ?? maskSecrets(readText(file).split('\n', last.get(file)).join('\n')).split('\n')
    cache.set(file, lines)
    return lines
  }
}

const prettyWith =
  (linesOf: (file: string) => string[]) =>
  ({ code, severity, place, message, hint }: Diagnostic): string => {
    const paint = severity === 'error' ? colour.red : colour.yellow
    const head = `${colour.bold(`${place.file}:${place.line}:${place.column}`)} ${paint(`${severity}[${code}]`)} ${message}`
    return `${[head, ...codeFrame(place, linesOf(place.file), paint), `  ${colour.cyan('help:')} ${hint}`].join('\n')}\n`
  }

function codeFrame(
  { line, column, length }: Diagnostic['place'],
  lines: string[],
  paint: (text: string) => string,
): string[] {
  const shown = lines[line - 1]?.replace(/\r$/, '')
  if (length === 0 || shown === undefined) return []
  const gutter = String(line).length
  const before = lines[line - 2]
  const row = (number: number | '', content: string) =>
    `  ${colour.dim(`${String(number).padStart(gutter)} |`)} ${content}`.trimEnd()
  const from = column > 140 ? column - 60 : 0 // of a very long line, what is around the place
  const indent = shown.slice(from, column - 1).replace(/[^\t]/g, ' ')
  return [
    ...(before === undefined ? [] : [row(line - 1, clip(before))]),
    row(line, clip(shown.slice(from))),
    row('', indent + paint('^'.repeat(Math.min(length, 80, Math.max(1, shown.length - column + 1))))),
  ]
}

function clip(line: string): string {
  return line.length > 160 ? `${line.slice(0, 157)}...` : line
}

/** For a program. */
export function recordsOf(diagnostics: Diagnostic[]) {
  return diagnostics.map(({ place, ...diagnostic }) => ({ ...diagnostic, ...place }))
}

/** For GitHub Actions: a workflow command each (docs.github.com, "Workflow commands for GitHub Actions"). */
export const github: Format = (diagnostics) => diagnostics.map(githubOne).join('')

function githubOne({ code, severity, place, message, hint }: Diagnostic): string {
  const properties = {
    file: place.file,
    line: place.line,
    col: place.column,
    endColumn: place.column + place.length,
    title: code,
  }
  const words = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  )
  return `::${severity} ${words.join(',')}::${escapeData(`${message} ${hint}`)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
