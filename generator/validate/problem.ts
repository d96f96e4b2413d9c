import type { Diagnostic } from '../errors/diagnostic.ts'

export function error(code: Diagnostic['code'], place: Diagnostic['place'], message: string, hint: string): Diagnostic {
  return { code, severity: 'error', place, message, hint }
}
