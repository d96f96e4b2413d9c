import { printable } from '../ui/printable.ts'

/** The values of records under these heads, as comma-separated values. */
export function csvOf<Head extends string>(heads: readonly Head[], records: Partial<Record<Head, unknown>>[]): string {
  return records.map((record) => csvLine(heads.map((head) => String(record[head] ?? '')))).join('')
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`
}

/** Escapes text that a spreadsheet would read as a formula; a user ID is not one. */
export function spreadsheetText(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && !userId.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  const safe = spreadsheetText(printable(text))
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** User IDs as servers create them, without characters that a formula would need. */
const userId = /^@[A-Za-z0-9._=/+-]+:[A-Za-z0-9.:[\]-]+$/
