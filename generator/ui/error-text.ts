import { colour } from '../errors/colour.ts'
import { printableLines } from './printable.ts'
import { wrap } from './wrap.ts'

/** A failure for a person: what is wrong, and what to do. */
export function errorText(message: string, hint = ''): string {
  const help = hint ? `  ${printableLines(hint)}\n` : ''
  return wrap(`${colour.red('error')}: ${printableLines(message)}\n${help}`, process.stderr)
}
