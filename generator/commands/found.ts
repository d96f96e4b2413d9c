import type { Column, Finds, Row } from '../operations/finds.ts'
import type { Report, UserRecord } from '../run/result.ts'
import { printable } from '../ui/printable.ts'
import { csvLine, csvOf } from './csv-line.ts'
import { Table } from './table.ts'
import { noneFound, stateOf } from './user-table.ts'

/** The records of a read-only operation for people: a table, or one account line by line. */
export function tableOfFound({ user, rows = [], message }: Report, { row = {} }: Finds): string {
  if (user) return lines(fieldsOf(user))
  const columns = Object.entries(row).filter(([, { heading }]) => heading !== undefined)
  const headings = columns.map(([, { heading = '' }]) => heading)
  const cells = rows.map((record) => columns.map(([name, column]) => cellOf(record[name] ?? null, column)))
  return rows.length === 0 ? noneFound(message) : new Table().text([headings, ...cells])
}

/** The same records as comma-separated values, one line each. */
export function csvOfFound({ rows = [] }: Report, { row = {} }: Finds): string {
  const heads = Object.keys(row)
  return csvLine(heads) + csvOf(heads, rows)
}

function cellOf(value: Row[string], { none = '' }: Column): string {
  if (value === null) return none
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

function fieldsOf(user: UserRecord): [string, string][] {
  return [
    ['user', user.user_id],
    ['display name', user.display_name],
    ['admin', user.admin ? 'yes' : 'no'],
    ['state', stateOf(user)],
    ['kind', user.kind],
    ['e-mail', (user.emails ?? []).join(', ')],
    ['created', user.created ?? ''],
  ]
}

function lines(fields: [string, string][]): string {
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name.padEnd(14)}${printable(value)}\n`])).join('')
}
