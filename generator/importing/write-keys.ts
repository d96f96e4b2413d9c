import { Document, isMap, isScalar, type YAMLMap } from 'yaml'
import type { Keys } from './guess-keys.ts'

/** Comments that go along, a line each: above a key of the host file, or above one of its extra_vars. */
export interface Comments {
  keys: Map<string, string[]>
  extraVariables: Map<string, string[]>
}

/** The text of a host file. */
export function writeKeys(keys: Keys, comments: Comments): string {
  const document = new Document(keys, { compat: 'yaml-1.1' })
  document.commentBefore = ' Secrets, and what no key of this file can say, stayed in the files kept*.'
  const extra = document.get('extra_vars')
  if (isMap(document.contents)) comment(document.contents as YAMLMap, comments.keys)
  if (isMap(extra)) comment(extra as YAMLMap, comments.extraVariables)
  return document.toString({ lineWidth: 0 })
}

function comment(map: YAMLMap, lines: Map<string, string[]>): void {
  for (const { key } of map.items)
    if (isScalar(key) && lines.has(String(key.value)))
      key.commentBefore = lines.get(String(key.value))?.join('\n') ?? ''
}
