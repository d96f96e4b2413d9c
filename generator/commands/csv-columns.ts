import { AppError } from '../errors/app-error.ts'
import { printableLines } from '../ui/printable.ts'
import { csvError } from './csv-error.ts'
import { note } from '../ui/verbosity.ts'

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
  firstname: 'first_name',
  given_name: 'first_name',
  lastname: 'last_name',
  surname: 'last_name',
  family_name: 'last_name',
}

export interface ColumnOptions {
  /** The columns that mean something here. */
  known: string[]
  /** One of these columns is enough to know who is meant. */
  naming: string[]
  /** What a person says that columns are: by what stands in the file. */
  renamed?: Map<string, string>
  /** The others are kept, as notes. */
  keepsOthers?: boolean
}

/** What a field is: of a column that means something, or a note. */
export interface Column {
  name: string
  isNote: boolean
}

/** What the fields of the first line name; undefined for those that are passed over. What becomes of unknown ones is told. */
export function columnsOf(file: string, heads: string[], options: ColumnOptions): (Column | undefined)[] {
  const { known, naming, keepsOthers = false } = options
  const names = namesOf(file, heads, options)
  if (!names.some((name) => naming.includes(name)))
    throw csvError(
      `${file}:1: there is no column ${naming.join(', ')}.`.replace(/, ([^,]+)$/, ' or $1'),
      naming.length > 1 ? 'Say which column is which: --columns name=HEADING' : undefined,
    )
  const isUsed = (name: string) => name !== '' && (keepsOthers || known.includes(name))
  const again = names.findIndex((name, index) => isUsed(name) && names.indexOf(name) !== index)
  if (again !== -1)
    throw csvError(
      `${file}:1: the columns ${heads[names.indexOf(names[again] ?? '')]?.trim()} and ${heads[again]?.trim()} are both the ${names[again]}.`,
      'Keep one of them.',
    )
  tellOthers(
    file,
    heads.filter((_, index) => !known.includes(names[index] ?? '')).map((head) => head.trim()),
    options,
  )
  return names.map((name) => (isUsed(name) ? { name, isNote: !known.includes(name) } : undefined))
}

/** What a person says counts; a column that would be the same by its own heading is none then. */
function namesOf(file: string, heads: string[], { renamed = new Map() }: ColumnOptions): string[] {
  const missing = [...renamed.keys()].find((head) => !heads.some((each) => each.trim() === head))
  if (missing !== undefined)
    throw csvError(
      `${file}:1: there is no column ${missing}, which --columns names.`,
      `Its columns: ${heads.map((head) => head.trim()).join(', ')}`,
    )
  const said = new Set(renamed.values())
  return heads.map((head) => {
    const own = columnOf(head)
    return renamed.get(head.trim()) ?? (said.has(own) ? '' : own)
  })
}

function tellOthers(file: string, others: string[], { known, keepsOthers }: ColumnOptions): void {
  if (others.length === 0) return
  const told = keepsOthers
    ? `kept as notes: ${others.join(', ')}.`
    : `ignored: ${others.join(', ')}. Known: ${known.join(', ')}.`
  note(printableLines(`note: ${file}:1: ${told}`) + '\n')
}

/** What `--columns username=Kennung,display_name=Name` says: by heading, the column's name. */
export function renamedColumns(text: string): Map<string, string> {
  const pairs = text.split(',').map((pair) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair))
  return new Map(
    pairs.map((pair) => {
      const [, name = '', head = ''] = pair ?? []
      if (!pair)
        throw new AppError('usage', `--columns ${text} is not of the form NAME=HEADING,NAME=HEADING.`, {
          hint: 'For example: --columns username=Kennung,display_name=Name',
        })
      return [head, columnOf(name)] as const
    }),
  )
}

function columnOf(head: string): string {
  const name = head
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return otherNames[name] ?? name
}
