import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for `discovery`. */
export const discoveryRules: ((checked: Checked) => Diagnostic[])[] = [
  playbookServes,
  domainIsLookedUp,
  contactsCanBeReached,
]

function playbookServes({ source, document, config: { deployment, discovery } }: Checked): Diagnostic[] {
  if (deployment?.kind !== 'native' || discovery?.served_by !== 'playbook') return []
  return [
    error(
      'conflicting-keys',
      placeOf(source, document, ['discovery', 'served_by']),
      'A native homeserver has no playbook that could serve it.',
      'Write served_by: web_server.',
    ),
  ]
}

function domainIsLookedUp({ source, document, config: { discovery, domain } }: Checked): Diagnostic[] {
  const port = /:(\d+)$/.exec(domain)?.[1]
  if (!discovery || port === undefined) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, [], 'discovery'),
      `Other servers look nothing up for a domain with a port: they connect to port ${port} of it.`,
      'Leave discovery out, or write the domain without its port.',
    ),
  ]
}

function contactsCanBeReached({ source, document, config: { discovery } }: Checked): Diagnostic[] {
  const contacts = discovery?.support?.contacts ?? []
  return contacts.flatMap(({ matrix_id, email_address }, index) =>
    matrix_id === undefined && email_address === undefined
      ? [
          error(
            'missing-key',
            placeOf(source, document, ['discovery', 'support', 'contacts', String(index)]),
            'This contact has neither a matrix_id nor an email_address.',
            'Add one: email_address: admin@example.com',
          ),
        ]
      : [],
  )
}
