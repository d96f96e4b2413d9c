import { AppError } from '../errors/app-error.ts'
import { printableLines } from '../ui/printable.ts'
import { csvError } from './csv-error.ts'
import { note } from '../ui/verbosity.ts'

/** Other names for them, in lower case, with _ between words. */
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
  passwort: 'password',
  kennwort: 'password',
  mot_de_passe: 'password',
  contraseña: 'password',
  senha: 'password',
  wachtwoord: 'password',
  heslo: 'password',
  hasło: 'password',
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
  /** The columns that are used here. */
  allowed: string[]
  /** One of these columns is needed to identify the account. */
  naming: string[]
  /** Columns named with --columns: by heading, the column's name. */
  renamed?: Map<string, string>
  /** The others are kept, as notes. */
  keepsOthers?: boolean
}

/** A field's column: a known one, or a note. */
export interface Column {
  name: string
  isNote: boolean
}

/** The column of each field of the first line; undefined for those that are ignored. A note names unknown ones. */
export function columnsOf(file: string, heads: string[], options: ColumnOptions): (Column | undefined)[] {
  const { allowed, naming, keepsOthers = false } = options
  const names = namesOf(file, heads, options)
  if (!names.some((name) => naming.includes(name)))
    throw csvError(
      `${file}:1: there is no column ${naming.join(', ')}.`.replace(/, ([^,]+)$/, ' or $1'),
      naming.length > 1 ? 'Say which column is which: --columns name=HEADING' : undefined,
    )
  const isUsed = (name: string) => name !== '' && (keepsOthers || allowed.includes(name))
  const again = names.findIndex((name, index) => isUsed(name) && names.indexOf(name) !== index)
  if (again !== -1)
    throw csvError(
      `${file}:1: the columns ${heads[names.indexOf(names[again] ?? '')]?.trim()} and ${heads[again]?.trim()} are both the ${names[again]}.`,
      'Keep one of them.',
    )
  noteOthers(
    file,
    heads.filter((_, index) => !allowed.includes(names[index] ?? '')).map((head) => head.trim()),
    options,
  )
  return names.map((name) => (isUsed(name) ? { name, isNote: !allowed.includes(name) } : undefined))
}

/** --columns wins over a heading that means the same column. */
function namesOf(file: string, heads: string[], { renamed = new Map() }: ColumnOptions): string[] {
  const missing = [...renamed.keys()].find((head) => !heads.some((each) => each.trim() === head))
  if (missing !== undefined)
    throw csvError(
      `${file}:1: there is no column ${missing}, which --columns names.`,
      `Its columns: ${heads.map((head) => head.trim()).join(', ')}`,
    )
  const renamedTo = new Set(renamed.values())
  return heads.map((head) => {
    const own = columnOf(head)
    return renamed.get(head.trim()) ?? (renamedTo.has(own) ? '' : own)
  })
}

function noteOthers(file: string, others: string[], { allowed, keepsOthers }: ColumnOptions): void {
  if (others.length === 0) return
  const words = keepsOthers
    ? `kept as notes: ${others.join(', ')}.`
    : `ignored: ${others.join(', ')}. Known: ${allowed.join(', ')}.`
  note(printableLines(`note: ${file}:1: ${words}`) + '\n')
}

/** Parses `--columns username=Kennung,display_name=Name`: by heading, the column's name. */
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
