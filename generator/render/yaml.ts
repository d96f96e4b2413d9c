import { WrittenNumber } from '../plan/host-plan.ts'

/** What a rendered YAML file can hold; `Jinja` is an expression of ours, everything else is data. */
export type YamlValue =
  string | number | boolean | null | WrittenNumber | Jinja | PlainText | YamlValue[] | { [key: string]: YamlValue }

/** A Jinja expression that Ansible is to evaluate, without its braces. */
export class Jinja {
  readonly expression: string

  constructor(expression: string) {
    this.expression = expression
  }
}

/** A text that Ansible does not evaluate: braces in it have no meaning. */
class PlainText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A value as YAML for a file that Ansible does not read, such as a host file. */
export function toPlainYaml(value: YamlValue, indent = 0): string {
  return toYaml(asPlainText(value), indent)
}

function asPlainText(value: YamlValue): YamlValue {
  if (typeof value === 'string') return new PlainText(value)
  if (isScalar(value)) return value
  if (Array.isArray(value)) return value.map(asPlainText)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asPlainText(item)]))
}

/**
 * A value as YAML that PyYAML (YAML 1.1) reads back exactly and Ansible does not evaluate, in block style, each line
 * after the first indented by `indent` spaces.
 */
export function toYaml(value: YamlValue, indent = 0): string {
  if (isScalar(value)) return scalar(value)
  const entries = Array.isArray(value)
    ? value.map((item) => sequenceEntry(item, indent))
    : mappingEntries(value, indent)
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}'
  return entries.join('\n' + ' '.repeat(indent))
}

/** A string as YAML: plain if every reader reads it as text, else double-quoted. */
export function quoteYaml(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text).replace(unprintable, escapeUnit)
}

type YamlScalar = string | number | boolean | null | WrittenNumber | Jinja | PlainText

function isScalar(value: YamlValue): value is YamlScalar {
  return (
    value === null ||
    typeof value !== 'object' ||
    [Jinja, PlainText, WrittenNumber].some((kind) => value instanceof kind)
  )
}

function scalar(value: YamlScalar): string {
  if (value instanceof WrittenNumber) return value.text
  if (value instanceof PlainText) return quoteYaml(value.text)
  if (value instanceof Jinja) return quoteYaml(`{{ ${value.expression} }}`)
  if (typeof value !== 'string') return String(value)
  return /\{[{%#]/.test(value) ? `!unsafe ${quoteYaml(value)}` : quoteYaml(value)
}

function sequenceEntry(item: YamlValue, indent: number): string {
  return `- ${toYaml(item, indent + 2)}`
}

function mappingEntries(value: { [key: string]: YamlValue }, indent: number): string[] {
  return Object.entries(value).map(([key, item]) => {
    const block = isScalar(item) ? literal(quoteYaml(key), item, indent + 2) : undefined
    if (block) return block
    const nested = !isScalar(item) && Object.keys(item).length > 0
    const line = `${quoteYaml(key)}:${nested ? '\n' + ' '.repeat(indent + 2) : ' '}${toYaml(item, indent + 2)}`
    return isScalar(item) && indent + line.length > width ? (folded(quoteYaml(key), item, indent + 2) ?? line) : line
  })
}

/** A text of whole lines as a literal block, or undefined if a reader or Ansible would read it differently. */
function literal(key: string, item: YamlValue, indent: number): string | undefined {
  if (typeof item !== 'string' || !item.endsWith('\n') || item.startsWith(' ') || /\{[{%#]/.test(item)) return undefined
  const lines = item.slice(0, -1).split('\n')
  if (!lines.every((line) => /^[ -~]*[!-~]$/.test(line))) return undefined
  return [`${key}: |`, ...lines].join('\n' + ' '.repeat(indent))
}

/** Columns that yamllint allows by default. */
const width = 80

/** A long text over several lines, or undefined if its spaces do not allow that. */
function folded(key: string, item: YamlValue, indent: number): string | undefined {
  const text = item instanceof Jinja ? `{{ ${item.expression} }}` : item
  if (typeof text !== 'string' || !/^[\x20-\x7e]+$/.test(text) || /^ | $| {2}/.test(text)) return undefined
  const tag = item instanceof Jinja || !/\{[{%#]/.test(text) ? '' : '!unsafe '
  return [`${key}: ${tag}>-`, ...wrap(text, width - indent)].join('\n' + ' '.repeat(indent))
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Words that no YAML 1.1 reader resolves to anything but text, and that hold nothing of YAML's or Jinja's syntax. */
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z/_][A-Za-z0-9_./@+=-]*( [A-Za-z0-9_./@(+=-][A-Za-z0-9_./@)+=,;-]*)*$/.test(text) && !resolved.test(text)
  )
}

const resolved = /^(y|n|yes|no|on|off|true|false|null|[0-9].*|=|<<)$/i

// Control characters, line separators and the byte order mark: JSON leaves them as they are, YAML readers do not. What
// turns the direction of writing would show a reader something else than what is there.

const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

function escapeUnit(unit: string): string {
  return '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')
}
