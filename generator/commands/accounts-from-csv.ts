import type { CsvError } from 'csv-parse/sync'
import { AppError } from '../errors/app-error.ts'
import { withoutStacks } from '../errors/without-stacks.ts'
import { isEmailAddress } from '../operations/email-address.ts'
import { type Column, type ColumnOptions, columnsOf } from './csv-columns.ts'
import { columns, csvError } from './csv-error.ts'
import { delimiterOf, readCsvText } from './csv-text.ts'

/** A line of the file; what is left out is empty. */
export interface CsvRow {
  username: string
  /** Instead of a username: what one is made of. */
  nameForIt: string
  password: string
  admin: boolean
  displayName: string
  /** Where they are asked for, in a column emails. */
  emails: string[]
  /** Of a column id. */
  id: string
  /** Of a column until: a day, or nothing. */
  until: string
  /** The other columns, where they are kept. */
  notes: Record<string, string>
  /** FILE:LINE, for messages. */
  where: string
}

export interface CsvOptions {
  /** What people are called can stand for usernames. */
  makesUsernames?: boolean
  /** It is a list of people, with columns beside the usual ones, and no passwords. */
  ofPeople?: boolean
  renamed?: Map<string, string>
}

const ofPeopleOnly = ['emails', 'id', 'until', 'first_name', 'last_name']

/** The rows of a CSV file; `-` is standard input. No message has anything of a field in it, for it could be a piece of a password. */
export async function rowsOfCsv(file: string, options: CsvOptions = {}): Promise<CsvRow[]> {
  const { makesUsernames = false, ofPeople = false, renamed } = options
  const names = makesUsernames ? ['name', 'display_name', 'first_name', 'last_name'] : []
  const records = await parseCsv(file, await readCsvText(file, { mayBeLatin: ofPeople }), {
    known: [...columns, ...(ofPeople ? ofPeopleOnly : []), ...(ofPeople || makesUsernames ? ['name'] : [])],
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

const mostTold = 20

/** Does something with each row; what is wrong with some is told of all of them together. */
export function forEachRow<Row, Result>(rows: Row[], work: (row: Row) => Result): Result[] {
  const told: string[] = []
  const hints = new Set<string>()
  let more = 0
  const attempt = (row: Row) => {
    try {
      return [work(row)]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      hints.add(error.hint)
      if (told.length < mostTold) told.push(error.message)
      else more += 1
      return []
    }
  }
  const results = withoutStacks(() => rows.flatMap(attempt))
  if (told.length === 0) return results
  throw csvError([...told, ...(more > 0 ? [`... and ${more} more.`] : [])].join('\n'), [...hints].join('\n  '))
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
    if (rows.length === 0) throw csvError(`${file}: there is no account in it.`)
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

/** In words of our own: the parser's have the beginning of the field in them. */
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
  throw csvError(`${where}: until is not a day such as 2027-07-31.`, 'Write the year first.')
}

/** Several stand with spaces, commas or semicolons between them. */
function addressesIn(field: string, where: string): string[] {
  const addresses = field.split(/[\s,;]+/).filter(Boolean)
  if (addresses.every(isEmailAddress)) return addresses
  throw csvError(
    `${where}: emails has what is no e-mail address.`,
    'Write anna@example.com, or several with spaces between.',
  )
}

/** The accounts are made at once: of two rows with one name, either password could win. */
function checkName(row: CsvRow, firsts: Map<string, string>): CsvRow {
  if (row.username === '') throw csvError(`${row.where}: there is no username.`)
  const name = row.username.replace(/^@([^:]*):.*$/, '$1').toLowerCase()
  if (name === '' || name.startsWith('@'))
    throw csvError(
      `${row.where}: the user ID is not whole.`,
      'Write @john:example.org, with a name before the colon; or john alone.',
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
