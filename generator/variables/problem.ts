import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import type { Variable } from './load-variables.ts'

export type Words = Pick<Diagnostic, 'message' | 'hint'>

/** An error at the name of a variable. */
export function problem(
  source: Source,
  { start, end }: Pick<Variable, 'start' | 'end'>,
  code: Diagnostic['code'],
  { message, hint }: Words,
): Diagnostic {
  return { code, severity: 'error', place: placeAt(source, start, end - start), message, hint }
}
