import { printableLines } from '../ui/printable.ts'
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
  email: 'emails',
  e_mail: 'emails',
  mail: 'emails',
  email_address: 'emails',
}

/** What the fields of the first line name, each one of `known`; undefined for others, which are passed over, and told. */
export function columnsOf(file: string, heads: string[], known: string[]): (string | undefined)[] {
  const names = heads.map(columnOf)
  if (!names.includes('username') && !(known.includes('name') && names.includes('name')))
    throw csvError(`${file}:1: there is no column username.`)
  const isKnown = (name: string) => known.includes(name)
  const again = names.findIndex((name, index) => isKnown(name) && names.indexOf(name) !== index)
  if (again === -1) {
    const others = heads.filter((_, index) => !isKnown(names[index] ?? '')).map((head) => head.trim())
    if (others.length > 0)
      process.stderr.write(
        printableLines(`note: ${file}:1: ignored: ${others.join(', ')}. Known: ${known.join(', ')}.`) + '\n',
      )
    return names.map((name) => (isKnown(name) ? name : undefined))
  }
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
