/** What an operation finds: a fact of the program's answer, by which table, CSV, JSON and the check of that answer follow. */
export interface Finds {
  /** The name under which the answer has it, and the JSON output, too. */
  fact: 'user' | 'users' | 'sessions' | 'tokens'
  /** Of a list whose records are alike: its values, in the order of the columns. Without it, it has a form of its own. */
  row?: Record<string, Column>
}

export interface Column {
  type: 'text' | 'number' | 'flag'
  /** The heading of its column in a table; without one it is only in CSV and JSON. */
  heading?: string
  /** What a table shows where a value is null; without it, none may be. */
  none?: string
}

/** A record of such a list. */
export type Row = Record<string, string | number | boolean | null>

/** Whether a value has the values of a row, each of its type. */
export function isRow(value: unknown, row: Record<string, Column>): value is Row {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Record<string, unknown>
  return Object.entries(row).every(([name, { type, none }]) =>
    record[name] === null ? none !== undefined : typeof record[name] === javaScriptType[type],
  )
}

const javaScriptType = { text: 'string', number: 'number', flag: 'boolean' }
