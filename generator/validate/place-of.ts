import { type Document, isMap, isNode, isScalar, type Node } from 'yaml'
import type { Place } from '../errors/diagnostic.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'

/** Where the value at a path stands; the value around it where it is absent. */
export function placeOf(source: Source, document: Document.Parsed, path: string[]): Place {
  const found = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isNode(found)) return placeOfNode(source, found)
  return path.length === 0 ? placeAt(source, 0, 1) : placeOf(source, document, path.slice(0, -1))
}

/** Where a key stands in the mapping at a path. */
export function placeOfKey(source: Source, document: Document.Parsed, path: string[], key: string): Place {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined
  return pair && isNode(pair.key) ? placeOfNode(source, pair.key) : placeOf(source, document, path)
}

function placeOfNode(source: Source, node: Node): Place {
  const [start, end] = node.range ?? [0, 1]
  const line = source.text.slice(start, end).split('\n', 1)[0] ?? ''
  return placeAt(source, start, Math.max(1, line.trimEnd().length))
}
