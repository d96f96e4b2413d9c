import { type Document, isMap, isScalar, type Scalar, visit } from 'yaml'
import { WrittenNumber } from '../dialects/written-number.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { error } from './problem.ts'

/** What PyYAML, which Ansible reads with, takes for something else than text (its resolver.py). */
const special = [
  /^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?$/,
  /^\.[0-9][0-9_]*([eE][-+][0-9]+)?$/,
  /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/,
  /^[-+]?(\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/,
  /^[-+]?(0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+)$/,
  /^(~|null|Null|NULL|<<|=)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}/,
]

/** Numbers that every version of YAML reads alike. */
const plainNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/

/**
 * Makes the values of extra_vars those that Ansible would read: a number stays as it was written. What YAML 1.1 and 1.2
 * read differently without quotes is refused, because either could be meant.
 */
export function readExtraValues(source: Source, document: Document.Parsed): Diagnostic[] {
  const extra = isMap(document.contents) ? document.contents.get('extra_vars', true) : undefined
  const found: Diagnostic[] = []
  if (!isMap(extra)) return found
  visit(extra, {
    Scalar(key, node) {
      if (node.type !== 'PLAIN' || !isScalar(node)) return
      const text = node.source ?? ''
      if (isAlike(node, text) && (key !== 'key' || typeof node.value === 'string')) return keepNumber(node, text)
      found.push(ambiguous(source, node, text))
    },
  })
  return found
}

function isAlike({ value }: Scalar, text: string): boolean {
  if (typeof value === 'number') return plainNumber.test(text) || (/^0x/.test(text) && Number.isSafeInteger(value))
  if (typeof value === 'string') return !special.some((pattern) => pattern.test(text))
  return true
}

function keepNumber(node: Scalar, text: string): void {
  if (typeof node.value === 'number' && plainNumber.test(text) && String(node.value) !== text)
    node.value = new WrittenNumber(text)
}

function ambiguous(source: Source, node: Scalar, text: string): Diagnostic {
  const place = placeAt(source, node.range?.[0] ?? 0, Math.max(1, text.length))
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text
  const instead = /^(yes|on)$/i.test(text) ? 'true' : /^(no|off)$/i.test(text) ? 'false' : 'a plain decimal number'
  return error(
    'invalid-value',
    place,
    `${shown} without quotes is read differently by different YAML readers.`,
    `For the text write ${JSON.stringify(shown)}, in quotes; otherwise ${instead}.`,
  )
}
