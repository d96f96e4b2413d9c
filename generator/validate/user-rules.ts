import { authorities, authorityOf } from '../authorities/index.ts'
import { type AccountKey, type AccountLacks, plainly } from '../authorities/lacks.ts'
import { serverNamesOf } from '../authorities/names.ts'
import type { Diagnostic, Place } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { conflict, error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for accounts. */
export const userRules: ((checked: Checked) => Diagnostic[])[] = [
  usersAreOfThisServer,
  usersAreNamedOnce,
  addressesAreOfOne,
  passwordsComeFromOnePlace,
  passwordsGoToOnePlace,
  languagesHaveWords,
  updatesHaveAPassword,
  filesHoldOnePassword,
  filesHavePlainNames,
  serverCan,
  lastDaysAreDays,
]

function usersAreOfThisServer(checked: Checked): Diagnostic[] {
  const { domain, users = [] } = checked.config
  return users.flatMap(({ username }, index) => {
    if (!username.startsWith('@') || username.endsWith(`:${domain}`)) return []
    return [
      conflict(
        placeOfUser(checked, index, 'username'),
        `${username} is not an account of ${domain}.`,
        'Write an account of this server, or leave it out.',
      ),
    ]
  })
}

/** A server can have @Foo and @foo from years ago, so these are two; making another one of such a pair is refused there. */
function usersAreNamedOnce(checked: Checked): Diagnostic[] {
  const { domain, users = [] } = checked.config
  const ending = `:${domain}`
  const nameOf = (username: string) => (username.endsWith(ending) ? username.slice(1, -ending.length) : username)
  return repeated(users.map(({ username }) => nameOf(username))).map(({ index, first }) => {
    const place = placeOfUser(checked, index, 'username')
    const { file, line } = placeOfUser(checked, first, 'username')
    return {
      ...conflict(
        place,
        `${users[index]?.username} is a duplicate; the first one is in ${file === place.file ? '' : `${file}, `}line ${line}.`,
        'Keep one of them.',
      ),
      code: 'duplicate-user',
    }
  })
}

/** A server gives an address to one account alone, and compares addresses in lower case. */
function addressesAreOfOne(checked: Checked): Diagnostic[] {
  const all = (checked.config.users ?? []).flatMap(({ username, emails = [] }, user) =>
    emails.map((email, at) => ({ username, email, path: [user, at] as const })),
  )
  const placeOfAddress = ([user, at]: readonly [number, number]) => placeInUser(checked, user, ['emails', String(at)])
  return repeated(all.map(({ email }) => email.toLowerCase())).flatMap(({ index, first }) => {
    const [again, before] = [all[index], all[first]]
    if (!again || !before) return []
    const { file, line, column } = placeOfAddress(before.path)
    return [
      conflict(
        placeOfAddress(again.path),
        `${again.email} is already the address of ${before.username}: ${file}:${line}:${column}.`,
        'Keep it for one of the accounts. Upper and lower case are the same address.',
      ),
    ]
  })
}

function passwordsComeFromOnePlace(checked: Checked): Diagnostic[] {
  return (checked.config.users ?? []).flatMap(({ password, generate }, index) =>
    password && generate
      ? [
          conflict(
            placeOfUser(checked, index, 'generate'),
            'There is already a password.',
            'Keep one of password and generate.',
          ),
        ]
      : [],
  )
}

function passwordsGoToOnePlace(checked: Checked): Diagnostic[] {
  return (checked.config.users ?? []).flatMap(({ generate }, index) => {
    if (!generate) return []
    const places = ['file', 'command', 'shown'].filter((key) => key in generate)
    return places.length < 2
      ? []
      : [
          conflict(
            placeOfUser(checked, index, 'generate'),
            `${places.join(' and ')} cannot be combined.`,
            'Keep one of them: the password goes to one place.',
          ),
        ]
  })
}

function languagesHaveWords(checked: Checked): Diagnostic[] {
  return (checked.config.users ?? []).flatMap(({ generate }, index) =>
    generate?.language === undefined || generate.words !== undefined
      ? []
      : [
          conflict(
            placeInUser(checked, index, ['generate', 'language']),
            'language has no effect without words.',
            'Add words: 4, for a password of four words; or leave language out.',
          ),
        ],
  )
}

function updatesHaveAPassword(checked: Checked): Diagnostic[] {
  const { users = [] } = checked.config
  const lacking = authorityOf(checked.config).lacks.users.password_updates
  return users.flatMap(({ password, password_updates: updates }, index) => {
    if (updates === undefined) return []
    const place = placeOfUser(checked, index, 'password_updates')
    if (!password)
      return [
        conflict(
          place,
          'password_updates has no effect without a password.',
          'Add password, a reference such as { env: PASSWORD }, or leave it out.',
        ),
      ]
    return lacking && updates !== plainly.password_updates ? [conflict(place, ...lacking(updates))] : []
  })
}

function filesHoldOnePassword(checked: Checked): Diagnostic[] {
  const files = (checked.config.users ?? []).map(({ generate }) => generate?.file)
  return repeated(files).map(({ index }) =>
    conflict(
      placeOfUser(checked, index, 'generate'),
      `${files[index]} is already the file of another account.`,
      'Give each account a file of its own.',
    ),
  )
}

/** Ansible's lookup of passwords takes words behind a space for its parameters, and quotes and braces for its syntax. */
function filesHavePlainNames(checked: Checked): Diagnostic[] {
  return (checked.config.users ?? []).flatMap(({ generate }, index) =>
    generate?.file !== undefined && /\s.*=|["'\\]|\{[{%#]|[\p{C}\p{Zl}\p{Zp}]/su.test(generate.file)
      ? [
          error(
            'invalid-value',
            placeOfUser(checked, index, 'generate'),
            `${JSON.stringify(generate.file)} is a path that Ansible would read differently.`,
            'Choose one without quotes, backslashes, braces, or "=" after a space.',
          ),
        ]
      : [],
  )
}

/** Keys of an account that are reported with its server, not with its password. */
const accountKeys = ['state', 'emails', 'kind', 'display_name'] as const satisfies AccountKey[]

function serverCan(checked: Checked): Diagnostic[] {
  const lacks: AccountLacks = Object.assign(
    {},
    ...serverNamesOf(checked.config).map((name) => authorities[name].lacks.users),
  )
  return accountKeys.flatMap((key) => {
    const words = lacks[key]
    if (!words) return []
    return (checked.config.users ?? []).flatMap((user, index) =>
      user[key] === undefined || user[key] === plainly[key]
        ? []
        : [conflict(placeOfUser(checked, index, key), ...words(String(user[key])))],
    )
  })
}

/** Rules for `until`, which needs a server that can lock accounts. */
function lastDaysAreDays(checked: Checked): Diagnostic[] {
  const words = serverNamesOf(checked.config).flatMap((name) => authorities[name].lacks.users.state ?? [])
  return (checked.config.users ?? []).flatMap(({ until }, index) => {
    if (until === undefined) return []
    const place = placeOfUser(checked, index, 'until')
    const isDay = new Date(`${until}T00:00:00Z`).toJSON()?.slice(0, 10) === until
    return [
      ...words.map((word) => conflict(place, ...word('locked'))),
      ...(isDay ? [] : [error('invalid-value', place, `${until} is not a calendar date.`, 'Write it as 2027-07-31.')]),
    ]
  })
}

/** The indexes of repeated entries of a list, each with the index of the first. */
function repeated(values: (string | undefined)[]): { index: number; first: number }[] {
  const firsts = new Map<string, number>()
  const found: { index: number; first: number }[] = []
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    const first = firsts.get(value)
    if (first === undefined) firsts.set(value, index)
    else found.push({ index, first })
  }
  return found
}

function placeInUser({ userPlaces }: Checked, at: number, path: string[]): Place {
  const { source, document, index } = userPlaces[at] as Checked['userPlaces'][number] // one for each user
  return placeOf(source, document, ['users', String(index), ...path])
}

function placeOfUser({ userPlaces }: Checked, at: number, key: string): Place {
  const { source, document, index } = userPlaces[at] as Checked['userPlaces'][number] // one for each user
  const path = ['users', String(index)]
  return ['username', 'state', 'kind'].includes(key)
    ? placeOf(source, document, [...path, key])
    : placeOfKey(source, document, path, key)
}
