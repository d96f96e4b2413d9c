import type { DiagnosticCode } from './codes.ts'

/** A place in a file. `line` and `column` count from 1; `length` is in UTF-16 units, on that line. */
export interface Place {
  file: string
  line: number
  column: number
  length: number
}

/** Something that a person can put right: what is wrong, where, and what to do. */
export interface Diagnostic {
  /** The anchor in schemas/ERRORS.md. */
  code: DiagnosticCode
  severity: 'error' | 'warning'
  place: Place
  /** What is wrong, with the value in it; never a secret. */
  message: string
  /** What to do about it. */
  hint: string
  /** How many problems it represents, if more than one. */
  count?: number
}
