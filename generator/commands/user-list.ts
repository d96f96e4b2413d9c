import type { Report, UserRecord } from '../run/result.ts'
import { toPlainYaml, type YamlValue } from '../render/yaml.ts'
import { documentText, formatVersion } from './output.ts'
import { csvLine, csvOf } from './csv-line.ts'

/** The text of a batch of accounts, and what follows the last one, or replaces an empty list. */
export interface Format {
  page(users: UserRecord[], isFirst: boolean): string
  end(report: object): string
  none(report: Partial<Report>): string
}

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

/** Those for programs; user-table.ts has the one for people. */
export const formats = {
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

  /** `format`: of this list alone. */
  constructor(format: Format, print: (text: string) => void) {
    this.#format = format
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
