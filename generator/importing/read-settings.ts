import { isMap, isNode, isScalar, type Pair } from 'yaml'
import type { Source } from '../load/source.ts'
import { hasComment, type Plain, plainValue } from './plain-value.ts'

/** A variable that a file sets, with the lines that it takes. */
export interface Setting {
  name: string
  /** undefined: it is not data alone, or is a secret. */
  value?: Plain
  /** It stays where it is: a comment belongs to it. */
  stays: boolean
  start: number
  end: number
}

/** Secrets stay where the operator put them: a host file has none. A switch of that name is none. */
const secret =
  /secret|passw|passphrase|token|private_?key|api_?key|access_?key|generic_key|_key$|_pass$|salt|pepper|credential/i

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
  const place = {
    name: key.value,
    stays: hasComment(pair),
    start: text.lastIndexOf('\n', from - 1) + 1,
    end: endOfLine(text, to),
  }
  const isOwn = /^[A-Za-z_]\w*$/.test(key.value) && text.slice(place.start, from) === ''
  const plain = isOwn ? plainValue(pair) : undefined
  const isSecret = secret.test(key.value) && typeof plain !== 'boolean' && typeof plain !== 'number'
  return [plain === undefined || isSecret ? place : { ...place, value: plain }]
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
