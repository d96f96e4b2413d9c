import type { Report, TokenRecord, UserRecord } from '../run/report.ts'
import { printable } from '../ui/printable.ts'

/** What an operation that only looks has found, for people: a table, or the one account line by line. */
export function tableOfFound({ user, users, tokens, message }: Report): string {
  if (user) return lines(fieldsOf(user))
  const rows = tokens ? tokens.map(tokenRow) : (users ?? []).map(userRow)
  if (rows.length === 0) return `${message.replace(/\.$/, '')}: none.\n`
  return table([tokens ? tokenHeads : userHeads, ...rows])
}

/** The same as comma-separated values, one line a record. */
export function csvOfFound({ users, tokens }: Report): string {
  const records: (UserRecord | TokenRecord)[] = tokens ?? users ?? []
  const heads: string[] = tokens ? ['token', 'uses', 'uses_allowed', 'pending', 'expires', 'valid'] : ['user_id', 'username', 'display_name', 'admin', 'locked', 'suspended', 'deactivated', 'erased', 'kind', 'created']
  const rows = records.map((record) => heads.map((head) => cell((record as unknown as Record<string, unknown>)[head])))
  return [heads, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('')
}

const userHeads = ['USER', 'NAME', 'ADMIN', 'STATE', 'KIND', 'CREATED']

function userRow({ user_id: id, display_name: name, admin, kind, created, ...user }: UserRecord): string[] {
  return [id, name, admin ? 'admin' : '', stateOf(user), kind, created?.slice(0, 10) ?? '']
}

function stateOf({ locked, suspended, deactivated, erased }: Pick<UserRecord, 'locked' | 'suspended' | 'deactivated' | 'erased'>): string {
  const states = { erased, deactivated: deactivated && !erased, locked, suspended }
  return Object.entries(states).flatMap(([state, is]) => (is ? [state] : [])).join(', ') || 'active'
}

function fieldsOf(user: UserRecord): [string, string][] {
  return [
    ['user', user.user_id],
    ['display name', user.display_name],
    ['admin', user.admin ? 'yes' : 'no'],
    ['state', stateOf(user)],
    ['kind', user.kind],
    ['e-mail', user.emails.join(', ')],
    ['created', user.created ?? ''],
  ]
}

const tokenHeads = ['TOKEN', 'USED', 'OF', 'EXPIRES', 'GOOD']

function tokenRow({ token, uses, uses_allowed: allowed, expires, valid }: TokenRecord): string[] {
  return [token, String(uses), allowed === null ? 'unlimited' : String(allowed), expires ?? 'never', valid ? 'yes' : 'no']
}

function lines(fields: [string, string][]): string {
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name.padEnd(14)}${printable(value)}\n`])).join('')
}

/** Columns as wide as their longest cell. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_head, column) => Math.max(...rows.map((row) => printable(row[column] ?? '').length)))
  return rows.map((row) => `${row.map((text, column) => printable(text).padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')
}

function cell(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** A cell that begins as a formula is text for a spreadsheet too. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !text.startsWith('@') ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
