import { isScalar, type Pair, type YAMLMap } from 'yaml'

const indexes = new WeakMap<YAMLMap, Map<string, Pair>>()

/** The pair of a mapping with this key, without looking at each of them every time. */
export function pairIn(map: YAMLMap, key: string): Pair | undefined {
  let index = indexes.get(map)
  if (!index) {
    index = new Map(map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair] as const))
    indexes.set(map, index)
  }
  return index.get(key)
}
