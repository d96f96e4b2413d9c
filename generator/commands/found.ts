import type { Report, TokenRecord, UserRecord } from '../run/report.ts'
import { printable } from '../ui/printable.ts'
import { csvLine, csvOf, Table } from './table.ts'
import { noneFound, stateOf } from './user-list.ts'

/** What an operation that only looks has found, for people: a table of tokens, or the one account line by line. */
export function tableOfFound({ user, tokens = [], message }: Report): string {
  if (user) return lines(fieldsOf(user))
  return tokens.length === 0
    ? noneFound(message)
    : new Table().text([['TOKEN', 'USED', 'OF', 'EXPIRES', 'GOOD'], ...tokens.map(tokenRow)])
}

/** The same tokens as comma-separated values, one line each. */
export function csvOfFound({ tokens = [] }: Report): string {
  const heads = ['token', 'uses', 'uses_allowed', 'pending', 'expires', 'valid'] as const
  return csvLine(heads) + csvOf(heads, tokens)
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

function tokenRow({ token, uses, uses_allowed: allowed, expires, valid }: TokenRecord): string[] {
  return [
    token,
    String(uses),
    allowed === null ? 'unlimited' : String(allowed),
    expires ?? 'never',
    valid ? 'yes' : 'no',
  ]
}

function lines(fields: [string, string][]): string {
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name.padEnd(14)}${printable(value)}\n`])).join('')
}
