import { csvError } from './csv-error.ts'

/** What other programs and people call them, in lower case, with _ for what stands between words. */
const otherNames: Record<string, string> = {
  user: 'username',
  user_name: 'username',
  user_id: 'username',
  userid: 'username',
  mxid: 'username',
  matrix_id: 'username',
  localpart: 'username',
  login: 'username',
  pass: 'password',
  passwd: 'password',
  is_admin: 'admin',
  administrator: 'admin',
  displayname: 'display_name',
  full_name: 'display_name',
  fullname: 'display_name',
}

/** What the fields of the first line name, each one of `known`. */
export function columnsOf(file: string, heads: string[], known: string[]): string[] {
  const names = heads.map(columnOf)
  if (!names.includes('username') && !(known.includes('name') && names.includes('name')))
    throw csvError(`${file}:1: there is no column username.`)
  const unknown = names.findIndex((name) => !known.includes(name))
  if (unknown !== -1) throw csvError(`${file}:1: the column ${heads[unknown]?.trim()} is not known.`)
  const again = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (again === -1) return names
  const first = heads[names.indexOf(names[again] ?? '')]
  throw csvError(
    `${file}:1: the columns ${first?.trim()} and ${heads[again]?.trim()} are both the ${names[again]}.`,
    'Keep one of them.',
  )
}

function columnOf(head: string): string {
  const name = head
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return otherNames[name] ?? name
}
