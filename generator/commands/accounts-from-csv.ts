import type { CsvError } from 'csv-parse/sync'
import { AppError } from '../errors/app-error.ts'
import { withoutStacks } from '../errors/without-stacks.ts'
import { isEmailAddress } from '../operations/email-address.ts'
import { type Column, type ColumnOptions, columnsOf } from './csv-columns.ts'
import { columns, csvError } from './csv-error.ts'
import { delimiterOf, readCsvText } from './csv-text.ts'

/** A line of the file; missing fields are empty. */
export interface CsvRow {
  username: string
  /** The name to derive a username from, if there is none. */
  nameForIt: string
  password: string
  admin: boolean
  displayName: string
  /** From the column emails. */
  emails: string[]
  /** From the column id. */
  id: string
  /** From the column until: a date, or empty. */
  until: string
  /** The other columns, if they are kept. */
  notes: Record<string, string>
  /** FILE:LINE, for messages. */
  where: string
}

interface CsvOptions {
  /** Usernames can be derived from names. */
  makesUsernames?: boolean
  /** It is a list of people, with more columns and without passwords. */
  ofPeople?: boolean
  renamed?: Map<string, string>
}

const ofPeopleOnly = ['emails', 'id', 'until', 'first_name', 'last_name']

/** The rows of a CSV file; `-` is standard input. Messages never contain a field, which could be part of a password. */
export async function rowsOfCsv(file: string, options: CsvOptions = {}): Promise<CsvRow[]> {
  const { makesUsernames = false, ofPeople = false, renamed } = options
  const names = makesUsernames ? ['name', 'display_name', 'first_name', 'last_name'] : []
  const records = await parseCsv(file, await readCsvText(file, { mayBeLatin: ofPeople }), {
    allowed: [...columns, ...(ofPeople ? ofPeopleOnly : []), ...(ofPeople || makesUsernames ? ['name'] : [])],
    naming: ['username', ...names],
    keepsOthers: ofPeople,
    ...(renamed ? { renamed } : {}),
  })
  const firsts = new Map<string, string>()
  return forEachRow(records, ({ record, notes, line }) => {
    const where = `${file}:${line}`
    const { username = '', password = '', admin = '', emails = '', id = '', until = '' } = record
    const called = record['name'] || [record['first_name'], record['last_name']].filter(Boolean).join(' ')
    const { display_name: displayName = called } = record
    const row = {
      username,
      nameForIt: username === '' && makesUsernames ? called || displayName : '',
      password,
      admin: isAdmin(admin, where),
      displayName,
      emails: addressesIn(emails, where),
      id: id.trim(),
      until: dayIn(until.trim(), where),
      notes,
      where,
    }
    return row.nameForIt === '' ? checkName(row, firsts) : row
  })
}

const mostShown = 20

/** Converts each row; the errors of all rows are reported together. */
export function forEachRow<Row, Result>(rows: Row[], work: (row: Row) => Result): Result[] {
  const messages: string[] = []
  const hints = new Set<string>()
  let more = 0
  const attempt = (row: Row) => {
    try {
      return [work(row)]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      hints.add(error.hint)
      if (messages.length < mostShown) messages.push(error.message)
      else more += 1
      return []
    }
  }
  const results = withoutStacks(() => rows.flatMap(attempt))
  if (messages.length === 0) return results
  throw csvError([...messages, ...(more > 0 ? [`... and ${more} more.`] : [])].join('\n'), [...hints].join('\n  '))
}

interface CsvRecord {
  record: Record<string, string>
  notes: Record<string, string>
  /** Where it ends. */
  line: number
}

async function parseCsv(file: string, text: string, columnOptions: ColumnOptions): Promise<CsvRecord[]> {
  const { parse } = await import('csv-parse/sync')
  const { delimiter, firstLine } = delimiterOf(text)
  const options = { bom: true, skip_empty_lines: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], info: true }
  try {
    const records = parse(text, { ...options, from_line: firstLine }) as unknown as {
      record: string[]
      info: { lines: number }
    }[] // with `info`, as its documentation has it
    const [names, ...rows] = records
    if (rows.length === 0) throw csvError(`${file}: it lists no accounts.`)
    const read = columnsOf(file, names?.record ?? [], columnOptions)
    const fields = (record: string[], isNote: boolean) =>
      Object.fromEntries(
        read.flatMap((column: Column | undefined, index) =>
          column?.isNote === isNote ? [[column.name, record[index] ?? '']] : [],
        ),
      ) as Record<string, string>
    return rows.map(({ record, info }) => ({
      record: fields(record, false),
      notes: fields(record, true),
      line: info.lines,
    }))
  } catch (error) {
    throw error instanceof AppError ? error : explain(file, error as CsvError & { lines?: number })
  }
}

const quoting =
  'Put a field with a comma, a semicolon, a quote or a newline into quotes, and write each quote in it twice.'

/** Our own messages: the parser's contain the beginning of the field. */
function explain(file: string, { code, lines }: CsvError & { lines?: number }): AppError {
  const words: Record<string, string> = {
    INVALID_OPENING_QUOTE: 'there is a quote inside a field that is not quoted.',
    CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote.',
    CSV_QUOTE_NOT_CLOSED: 'a quote is not closed.',
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'there are more or fewer fields than the first line names.',
  }
  return csvError(
    `${file}${lines === undefined ? '' : `:${lines}`}: ${words[code] ?? 'this cannot be read as CSV.'}`,
    quoting,
  )
}

function isAdmin(word: string, where: string): boolean {
  const lower = word.trim().toLowerCase()
  if (['yes', 'true', '1'].includes(lower)) return true
  if (['', 'no', 'false', '0'].includes(lower)) return false
  throw csvError(`${where}: admin is neither yes nor no.`, quoting)
}

function dayIn(field: string, where: string): string {
  if (field === '' || /^\d{4}-\d{2}-\d{2}$/.test(field)) return field
  throw csvError(`${where}: until is not a date such as 2027-07-31.`, 'Write the year first.')
}

/** Several are separated by spaces, commas or semicolons. */
function addressesIn(field: string, where: string): string[] {
  const addresses = field.split(/[\s,;]+/).filter(Boolean)
  if (addresses.every(isEmailAddress)) return addresses
  throw csvError(
    `${where}: emails contains something that is not an e-mail address.`,
    'Write anna@example.com, or several with spaces between.',
  )
}

/** Accounts are created in parallel: of two rows with the same name, either password could win. */
function checkName(row: CsvRow, firsts: Map<string, string>): CsvRow {
  if (row.username === '') throw csvError(`${row.where}: there is no username.`)
  const name = row.username.replace(/^@([^:]*):.*$/, '$1').toLowerCase()
  if (name === '' || name.startsWith('@'))
    throw csvError(
      `${row.where}: the user ID is incomplete.`,
      'Write @john:example.org, with a name before the colon; or just john.',
    )
  const before = firsts.get(name)
  if (before !== undefined)
    throw csvError(
      `${row.where}: duplicate username ${name} (first in ${before}).`,
      'Keep one of the rows, or give one of the two another username.',
    )
  firsts.set(name, row.where)
  return row
}
