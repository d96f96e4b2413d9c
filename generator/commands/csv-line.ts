import { printable } from '../ui/printable.ts'

/** The values of records under these heads, as comma-separated values. */
export function csvOf<Head extends string>(heads: readonly Head[], records: Partial<Record<Head, unknown>>[]): string {
  return records.map((record) => csvLine(heads.map((head) => String(record[head] ?? '')))).join('')
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`
}

/** What begins as a formula does is text for a spreadsheet too; a user ID is none. */
export function spreadsheetText(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && !userId.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  const safe = spreadsheetText(printable(text))
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** As servers have made them, without what a formula would need to call something. */
const userId = /^@[A-Za-z0-9._=/+-]+:[A-Za-z0-9.:[\]-]+$/
