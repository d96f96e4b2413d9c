import type { PlaybookNames } from './playbook-names.ts'

/** With this variable an operator confirms having read the playbook's breaking changes; the playbook refuses to run below what it expects. */
export const validatedVersionVariable = 'matrix_playbook_migration_validated_version'

interface UnreadChanges {
  message: string
  hint: string
}

/** The problem with the given version (undefined: not set); only a person may raise it. Versions compare as text, as the playbook does it. */
export function findUnread(written: unknown, { validatedVersion: expected }: PlaybookNames): UnreadChanges | undefined {
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
