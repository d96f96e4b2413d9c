import type { Document } from 'yaml'
import { authorityOf, fronts, homeservers } from '../authorities/index.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import type { HostConfig } from '../generated/host-config.ts'
import type { Source } from '../load/source.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { conflict } from './problem.ts'
import { policyRules } from './policy-rules.ts'
import { groupRules } from './group-rules.ts'
import { userRules } from './user-rules.ts'

export interface Checked {
  source: Source
  document: Document.Parsed
  config: HostConfig
  /** The position of each of its users: in the file itself, or in one of its users_files. */
  userPlaces: { source: Source; document: Document.Parsed; index: number }[]
  /** The playbook's variables. */
  playbook: PlaybookNames
}

/** What a schema cannot express: each rule is a function from a valid file to diagnostics. */
export const rules: ((checked: Checked) => Diagnostic[])[] = [
  pythonIsTheServers,
  becomeIsEnabled,
  domainIsAServerName,
  frontFitsHomeserver,
  accessFitsAuthority,
  ...policyRules,
  ...userRules,
  ...groupRules,
]

function pythonIsTheServers({ source, document, config }: Checked): Diagnostic[] {
  const { label, native } = homeservers[config.homeserver]
  if (native.isPython || config.deployment?.kind !== 'native' || config.deployment.python === undefined) return []
  return [
    conflict(
      placeOfKey(source, document, ['deployment'], 'python'),
      `deployment.python has no meaning for ${label}, which is not written in Python.`,
      'Leave it out.',
    ),
  ]
}

function becomeIsEnabled({ source, document, config }: Checked): Diagnostic[] {
  const become = config.connection?.become
  if (become?.enabled !== false || (become.user === undefined && become.password === undefined)) return []
  const place = placeOfKey(source, document, ['connection', 'become'], become.user === undefined ? 'password' : 'user')
  return [
    conflict(place, 'connection.become is not enabled, so this has no effect.', 'Leave it out, or set enabled: true.'),
  ]
}

function frontFitsHomeserver({ source, document, config }: Checked): Diagnostic[] {
  const { label, front } = authorityOf(config)
  if (front && !front.before.includes(config.homeserver)) {
    const labels = front.before.map((name) => homeservers[name].label).join(' and ')
    return [
      conflict(
        placeOf(source, document, ['authority']),
        `${label} works with ${labels} only.`,
        `Leave authority out, or write homeserver: ${front.before.join(' or ')}.`,
      ),
    ]
  }
  return fronts
    .filter(({ key }) => key !== front?.key && config[key] !== undefined)
    .map(({ key }) =>
      conflict(
        placeOfKey(source, document, [], key),
        'This has no effect while the homeserver owns the accounts.',
        `Leave it out, or write authority: ${key}.`,
      ),
    )
}

function accessFitsAuthority({ source, document, config }: Checked): Diagnostic[] {
  const { access } = config
  const place = (key: string) => placeOfKey(source, document, ['access'], key)
  const found = Object.entries(authorityOf(config).lacks.access)
    .filter(([key]) => access && key in access)
    .map(([key, why]) => conflict(place(key), `access.${key} has no meaning here: ${why}.`, 'Leave it out.'))
  if (access?.client && access.cli)
    return [
      conflict(
        place('cli'),
        'A client of the Admin API makes mas-cli unnecessary.',
        'Keep one of access.client and access.cli; the client can do more, and keeps passwords off command lines.',
      ),
    ]
  return found.length === 0 && access?.token && access.login
    ? [conflict(place('login'), 'A token makes logging in unnecessary.', 'Keep one of access.token and access.login.')]
    : found
}

function domainIsAServerName({ source, document, config: { domain } }: Checked): Diagnostic[] {
  const parent = /^matrix\.(.+\..+)$/.exec(domain)?.[1]
  if (parent === undefined) return []
  return [
    {
      code: 'suspicious-domain',
      severity: 'warning',
      place: placeOf(source, document, ['domain']),
      message: `With this domain, accounts are @john:${domain}.`,
      hint: `If they are @john:${parent}, write domain: ${parent}, and host: ${domain}.`,
    },
  ]
}
