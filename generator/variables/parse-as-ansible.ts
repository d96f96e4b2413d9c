import type { YAMLError } from 'yaml'
import { type ReadYaml, readYaml } from '../load/read-yaml.ts'
import { joinLines } from './join-lines.ts'

export interface Parsed extends ReadYaml {
  /** What was read: as long as what was given, with the same at each position but for those line breaks. */
  text: string
}

/**
 * YAML 1.1 as PyYAML reads it: keys may stand twice, and what is quoted or in brackets may go on at the margin. For that
 * the line break there is read as the space that it folds to, so that every position stays what it is.
 */
export function parseAsAnsible(text: string): Parsed {
  const parsed = parse(text)
  const [first] = parsed.errors
  if (!first || !mayBeJoined(first)) return parsed
  const joined = joinLines(text)
  return joined === text ? parsed : parse(joined)
}

function parse(text: string): Parsed {
  return { text, ...readYaml(text, { version: '1.1' }) }
}

/** Whether the reader missed the end of something that may go on. */
function mayBeJoined({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' || (code === 'BAD_INDENT' && message.startsWith('Flow'))
}
