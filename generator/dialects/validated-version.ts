import type { KnownNames } from './known-names.ts'

/** By this variable an operator says which of the playbook's breaking changes they have read; the playbook refuses to run below what it expects. */
export const validatedVersionVariable = 'matrix_playbook_migration_validated_version'

export interface UnreadChanges {
  message: string
  hint: string
}

/** What is wrong with the version that is written; it is for a person to raise, never for a program. Versions compare as text, as the playbook does it. */
export function findUnread(written: unknown, { validatedVersion: expected }: KnownNames): UnreadChanges | undefined {
  if (typeof written !== 'string' || expected === undefined || written >= expected) return undefined
  return {
    message: `The playbook refuses to run: it has breaking changes up to ${expected}, and ${validatedVersionVariable} says that you have read ${written ? `those up to ${written}` : 'none'}.`,
    hint: `Read its CHANGELOG.md, then write ${expected}.`,
  }
}
