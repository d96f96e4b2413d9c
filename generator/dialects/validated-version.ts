import type { KnownNames } from './known-names.ts'

/** By this variable an operator says which of the playbook's breaking changes they have read; the playbook refuses to run below what it expects. */
export const validatedVersionVariable = 'matrix_playbook_migration_validated_version'

export interface UnreadChanges {
  message: string
  hint: string
}

/** What is wrong with the version that is written (undefined: nowhere); it is for a person to raise, never for a program. Versions compare as text, as the playbook does it. */
export function findUnread(written: unknown, { validatedVersion: expected }: KnownNames): UnreadChanges | undefined {
  if (typeof (written ?? '') !== 'string' || expected === undefined || String(written ?? '') >= expected)
    return undefined
  const state =
    written === undefined
      ? 'is not set'
      : written
        ? `says that you have read those up to ${String(written)}`
        : 'says that you have read none'
  return {
    message: `The playbook refuses to run: it has breaking changes up to ${expected}, and ${validatedVersionVariable} ${state}.`,
    hint: `Read its CHANGELOG.md, then write ${expected}.`,
  }
}
