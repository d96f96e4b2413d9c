import type { Diagnostic } from '../errors/diagnostic.ts'

export function error(code: Diagnostic['code'], place: Diagnostic['place'], message: string, hint: string): Diagnostic {
  return { code, severity: 'error', place, message, hint }
}

/** A key that contradicts another one, or has no effect next to it. */
export function conflict(place: Diagnostic['place'], message: string, hint: string): Diagnostic {
  return error('conflicting-keys', place, message, hint)
}
