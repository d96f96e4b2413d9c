import { isScalar, type Pair, type YAMLMap } from 'yaml'

const indexes = new WeakMap<YAMLMap, Map<string, Pair>>()

/** The pair of a mapping with this key, without looking at each of them every time. */
export function pairIn(map: YAMLMap, key: string): Pair | undefined {
  if (map.items.length < 20) return map.items.findLast((pair) => nameOf(pair) === key)
  let index = indexes.get(map)
  if (!index) {
    index = new Map(map.items.map((pair) => [nameOf(pair), pair] as const))
    indexes.set(map, index)
  }
  return index.get(key)
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}
