import type { Report, UserRecord } from '../run/result.ts'
import { printableLines } from '../ui/printable.ts'
import { toPlainYaml, type YamlValue } from '../render/yaml.ts'
import { documentText, formatVersion, type Output } from './output.ts'
import { csvLine, csvOf } from './csv-line.ts'
import { Table } from './table.ts'

/** The text of a batch of accounts, and what follows the last one, or replaces an empty list. */
interface Format {
  page(users: UserRecord[], isFirst: boolean): string
  end(report: object): string
  none(report: Partial<Report>): string
}

/** LAST SEEN only if the server provides it. */
const userHeads = ['USER', 'NAME', 'ADMIN', 'STATE', 'KIND', 'CREATED', 'LAST SEEN']
const userKeys = [
  'user_id',
  'username',
  'display_name',
  'admin',
  'locked',
  'suspended',
  'deactivated',
  'erased',
  'kind',
  'created',
  'last_seen',
] as const

const formats = {
  table(): Format {
    const table = new Table()
    return {
      page: (users, isFirst) => table.text([...(isFirst ? [headsFor(users)] : []), ...users.map(userRow)]),
      end: () => '',
      none: ({ outcome, message = '' }) => (outcome === 'found' ? noneFound(message) : ''),
    }
  },
  csv: (): Format => ({
    page: (users, isFirst) => `${isFirst ? csvLine(userKeys) : ''}${csvOf(userKeys, users)}`,
    end: () => '',
    none: ({ outcome }) => (outcome === 'found' ? csvLine(userKeys) : ''),
  }),
  json: (): Format => ({
    page: (users, isFirst) =>
      `${isFirst ? `{\n  "format_version": ${formatVersion},\n  "users": [` : ','}${users
        .map((user) => `\n${JSON.stringify(user, null, 2)}`)
        .join(',')
        .replaceAll('\n', '\n    ')}`,
    end: (report) => `\n  ],${JSON.stringify({ ...report, users: undefined }, null, 2).slice(1)}\n`,
    none: (report) => documentText(report, 'json'),
  }),
  yaml: (): Format => ({
    page: (users, isFirst) => `${isFirst ? `format_version: ${formatVersion}\nusers:\n` : ''}${yamlOf(users)}\n`,
    end: (report) => `${yamlOf({ ...report, users: undefined })}\n`,
    none: (report) => documentText(report, 'yaml'),
  }),
}

function yamlOf(value: unknown): string {
  return toPlainYaml(JSON.parse(JSON.stringify(value)) as YamlValue)
}

/** How many accounts are kept before they are printed. */
const pageSize = 500

/** A list of accounts, printed page by page as it comes: so none is too long. */
export class UserList {
  #page: UserRecord[] = []
  #isFirst = true
  readonly #format: Format
  readonly #print: (text: string) => void

  constructor(output: Output, print: (text: string) => void) {
    this.#format = formats[output === 'github' ? 'table' : output]()
    this.#print = print
  }

  add(user: UserRecord): void {
    this.#page.push(user)
    if (this.#page.length === pageSize) this.#flush()
  }

  /** The rest, with the result: its report, or in JSON the failure. */
  end(report: object): void {
    this.#flush()
    this.#print(this.#isFirst ? this.#format.none(report) : this.#format.end(report))
  }

  #flush(): void {
    if (this.#page.length === 0) return
    this.#print(this.#format.page(this.#page, this.#isFirst))
    this.#page = []
    this.#isFirst = false
  }
}

export function noneFound(message: string): string {
  return `${printableLines(message.replace(/\.$/, ''))}: none.\n`
}

function headsFor(users: UserRecord[]): string[] {
  return users.some(tellsLastSeen) ? userHeads : userHeads.slice(0, -1)
}

function tellsLastSeen({ last_seen: lastSeen }: UserRecord): boolean {
  return lastSeen !== undefined
}

function userRow(user: UserRecord): string[] {
  const { user_id: id, display_name: name, admin, kind, created, last_seen: lastSeen } = user
  return [
    id,
    name,
    admin ? 'admin' : '',
    stateOf(user),
    kind,
    created?.slice(0, 10) ?? '',
    ...(tellsLastSeen(user) ? [lastSeen?.slice(0, 10) ?? 'unknown'] : []),
  ]
}

export function stateOf({
  locked,
  suspended,
  deactivated,
  erased,
}: Pick<UserRecord, 'locked' | 'suspended' | 'deactivated' | 'erased'>): string {
  const states = { erased, deactivated: deactivated && !erased, locked, suspended }
  return (
    Object.entries(states)
      .flatMap(([state, is]) => (is ? [state] : []))
      .join(', ') || 'active'
  )
}
