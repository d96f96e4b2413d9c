import { toPlainYaml, type YamlValue } from '../render/yaml.ts'
import type { Keys } from './guess-keys.ts'

/** Comments that go along, a line each: above a key of the host file, or above one of its extra_vars. */
export interface Comments {
  keys: Map<string, string[]>
  extraVariables: Map<string, string[]>
}

/** The text of a host file. */
export function writeKeys(keys: Keys, comments: Comments): string {
  const { extra_vars: extra, ...others } = keys
  return [
    '# Secrets, and what no key of this file can say, stayed in the files kept*.',
    '',
    ...pairs(others, comments.keys),
    ...(extra === undefined ? [] : ['extra_vars:', ...pairs(extra as Keys, comments.extraVariables, '  ')]),
    '',
  ].join('\n')
}

/** `keys` are data, as they were read. */
function pairs(keys: Keys, comments: Map<string, string[]>, indent = ''): string[] {
  return Object.entries(keys).flatMap(([key, value]) => [
    ...(comments.get(key) ?? []).map((line) => `${indent}#${line}`),
    indent + toPlainYaml({ [key]: value as YamlValue }, indent.length),
  ])
}
