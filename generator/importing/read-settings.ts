import { isMap, isNode, isScalar, type Pair } from 'yaml'
import type { Source } from '../load/source.ts'
import { areWords, commentAbove } from './comments.ts'
import { isHarmless } from './harmless.ts'
import { hasComment, type Plain, plainValue } from './plain-value.ts'

/** A variable that a file sets, with the lines that it takes, its comment above them included. */
export interface Setting {
  name: string
  /** undefined: it is not data alone, or may be a secret. */
  value?: Plain
  /** The comment above it, a line each, without the sign. */
  comment: string[]
  /** It stays where it is: a comment that cannot go with it belongs to it. */
  stays: boolean
  start: number
  end: number
}

/** The variables of a file, in its order. */
export function readSettings({ document, text }: Source): Setting[] {
  if (!isMap(document?.contents) || document.contents.flow) return []
  return document.contents.items.flatMap((pair) => readSetting(pair, text))
}

function readSetting(pair: Pair, text: string): Setting[] {
  const { key, value } = pair
  if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return []
  const from = key.range[0]
  const to = from + text.slice(from, isNode(value) && value.range ? value.range[1] : key.range[1]).trimEnd().length
  const line = text.lastIndexOf('\n', from - 1) + 1
  const above = commentAbove(text, line)
  const place = {
    name: key.value,
    comment: above.lines,
    stays: hasComment(pair) || !areWords(above.lines),
    start: above.start,
    end: endOfLine(text, to),
  }
  const isOwn = /^[A-Za-z_]\w*$/.test(key.value) && text.slice(line, from) === ''
  const plain = isOwn ? plainValue(pair) : undefined
  return [plain === undefined || !isHarmless(key.value, plain) ? place : { ...place, value: plain }]
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
