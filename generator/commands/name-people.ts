import { usernameOf } from '../operations/username-of.ts'
import { type CsvRow, forEachRow } from './accounts-from-csv.ts'
import { csvError } from './csv-error.ts'

/**
 * Rows with a username each. It is made of the name where there is none; of people of one name, and where somebody has it
 * already (`taken`, in lower case), the next one gets a number: anna.berg, anna.berg2, anna.berg3.
 */
export function namePeople(rows: CsvRow[], taken: Iterable<string>): CsvRow[] {
  const all = new Set([...taken, ...rows.map(({ username }) => username.toLowerCase())])
  return forEachRow(rows, (row) => {
    if (row.nameForIt === '') return row
    const base = usernameOf(row.nameForIt)
    if (base === '')
      throw csvError(
        `${row.where}: cannot derive a username from this name.`,
        'Add a column username, and fill it in for this row.',
      )
    const username = firstFree(base, all)
    all.add(username)
    return { ...row, username }
  })
}

function firstFree(base: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`
    if (!taken.has(name)) return name
  }
}
