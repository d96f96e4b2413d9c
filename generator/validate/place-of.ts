import { type Document, isMap, isNode, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Place } from '../errors/diagnostic.ts'
import { pairIn } from '../load/pair-in.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'

/** The position of the value at a path; if it is absent, of the value around it. */
export function placeOf(source: Source, document: Document.Parsed, path: string[]): Place {
  const found = nodeAt(document, path)
  if (isNode(found)) return placeOfNode(source, found)
  return path.length === 0 ? placeAt(source, 0, 1) : placeOf(source, document, path.slice(0, -1))
}

/** The position of a key in the mapping at a path. */
export function placeOfKey(source: Source, document: Document.Parsed, path: string[], key: string): Place {
  const parent = nodeAt(document, path)
  const pair = isMap(parent) ? pairIn(parent as YAMLMap, key) : undefined
  return pair && isNode(pair.key) ? placeOfNode(source, pair.key) : placeOf(source, document, path)
}

function nodeAt({ contents }: Document.Parsed, path: string[]): unknown {
  return path.reduce<unknown>((node, key) => {
    if (isSeq(node)) return node.items[Number(key)]
    return isMap(node) ? pairIn(node as YAMLMap, key)?.value : undefined
  }, contents)
}

function placeOfNode(source: Source, node: Node): Place {
  const [start, end] = node.range ?? [0, 1]
  const text = source.text.slice(start, Math.min(end, start + 1000))
  const lineEnd = text.indexOf('\n')
  return placeAt(source, start, Math.max(1, text.slice(0, lineEnd < 0 ? undefined : lineEnd).trimEnd().length))
}
