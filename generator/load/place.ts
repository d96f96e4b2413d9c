import type { Place } from '../errors/diagnostic.ts'
import type { Source } from './source.ts'

/** The place of an offset into the source's text. */
export function placeAt(
  { file, lineCounter }: Pick<Source, 'file' | 'lineCounter'>,
  offset: number,
  length: number,
): Place {
  const { line, col } = lineCounter.linePos(offset)
  return { file, line: Math.max(1, line), column: Math.max(1, col), length }
}
