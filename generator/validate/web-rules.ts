import { isIP } from 'node:net'
import { authorityOf, homeserverNames, homeservers } from '../authorities/index.ts'
import { adminUiOf } from '../dialects/web-variables.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for `web.admin`. */
export const webRules: ((checked: Checked) => Diagnostic[])[] = [
  adminHasItsServer,
  adminHasItsPath,
  adminIsServedToSome,
  adminReachesTheApi,
  adminKnowsServer,
]

function adminHasItsServer({ source, document, config }: Checked): Diagnostic[] {
  const ui = adminUiOf(config)?.ui
  if (!ui) return []
  const place = placeOf(source, document, ['web', 'admin'])
  if (config.deployment?.kind === 'native')
    return [
      error(
        'conflicting-keys',
        placeOfKey(source, document, ['web'], 'admin'),
        'A native homeserver has no playbook that could install an admin UI.',
        'Leave it out.',
      ),
    ]
  if (Object.keys(homeservers[config.homeserver].adminUis).length === 0) {
    const managed = homeserverNames.filter((name) => Object.keys(homeservers[name].adminUis).length > 0)
    const labels = managed.map((name) => homeservers[name].label).join(' and ')
    return [
      error(
        'conflicting-keys',
        place,
        `The admin UIs manage ${labels} only.`,
        `Leave it out, or write homeserver: ${managed.join(' or ')}.`,
      ),
    ]
  }
  if (!(ui in authorityOf(config).adminUis))
    return [
      error(
        'conflicting-keys',
        place,
        'Element Admin logs in through Matrix Authentication Service, and does not work without it.',
        'Write ui: ketesa, or authority: mas.',
      ),
    ]
  return []
}

function adminHasItsPath({ source, document, config }: Checked): Diagnostic[] {
  const admin = adminUiOf(config)
  if (admin?.ui !== 'element_admin' || admin.path === undefined || admin.path === '/') return []
  return [
    error(
      'conflicting-keys',
      placeOf(source, document, ['web', 'admin', 'path']),
      'Element Admin works only at the root of a host name of its own.',
      'Leave path out, and name a hostname instead.',
    ),
  ]
}

function adminIsServedToSome({ source, document, config }: Checked): Diagnostic[] {
  const admin = adminUiOf(config)
  const ranges = admin?.allow_from ?? []
  const path = ['web', 'admin', 'allow_from']
  if (admin?.ui === 'element_admin' && ranges.length > 0)
    return [
      error(
        'conflicting-keys',
        placeOf(source, document, path),
        'The playbook serves Element Admin to every address: it has no setting for that.',
        'Leave it out, or keep others away with your firewall.',
      ),
    ]
  const wrong = ranges.flatMap((range, index) => (isNetwork(range) ? [] : [{ range, index }]))
  return wrong.map(({ range, index }) =>
    error(
      'invalid-value',
      placeOf(source, document, [...path, String(index)]),
      `${JSON.stringify(range)} is not an address or a network, and Traefik would serve the page to nobody.`,
      'Write them as 192.0.2.7, 10.8.0.0/24 or 2001:db8::/32.',
    ),
  )
}

function isNetwork(range: string): boolean {
  const [address = '', length, ...rest] = range.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return rest.length === 0 && bits > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
}

function adminReachesTheApi({ source, document, config }: Checked): Diagnostic[] {
  const name = 'matrix_synapse_container_labels_public_client_synapse_admin_api_enabled'
  if (!adminUiOf(config) || config.extra_vars?.[name] !== false) return []
  return [
    error(
      'conflicting-keys',
      placeOfKey(source, document, ['extra_vars'], name),
      'The admin UI calls the admin API from the browser, where it would get 404.',
      'Leave it out; the playbook turns it on with the admin UI.',
    ),
  ]
}

/** A release may have a UI too old to support the server. */
function adminKnowsServer({ source, document, config, playbook }: Checked): Diagnostic[] {
  const { label, adminUis } = authorityOf(config)
  const ui = adminUiOf(config)?.ui
  const since = ui && adminUis[ui]?.since
  if (since === undefined || playbook.names.has(since)) return []
  const message = `Synapse Admin, which the playbook's ${playbook.of} installs, cannot create accounts or set passwords where ${label} owns them.`
  return [
    {
      ...error(
        'unsupported-release',
        placeOf(source, document, ['web', 'admin']),
        message,
        'Use a release with Ketesa, or register people with registrar.',
      ),
      severity: 'warning',
    },
  ]
}
