import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

/** What is reported of a host file of example.com with these lines more. */
function reported(lines: string): string[] {
  const source = parseSource('registrar.yml', `version: 1\ndomain: example.com\nhost: matrix.example.com\n${lines}`)
  return validateSource(source).diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`)
}

const synapse = 'homeserver: synapse'
const mas = `${synapse}\nauthority: mas`
const native = `${synapse}\ndeployment: { kind: native }`

const refusals: [string, string][] = [
  [`${synapse}\nusers: [{ username: a, generate: { words: 3 } }]`, '5:43 users.0.generate.words is 3.'],
  [
    `${synapse}\nusers: [{ username: a, generate: { words: 4, language: de } }]`,
    '5:56 users.0.generate.language is "de".',
  ],
  [`${synapse}\nusers: [{ username: a, generate: { language: fr } }]`, '5:46 language has no effect without words.'],
  [
    `${synapse}\nusers: [{ username: a, generate: { file: a, shown: true, words: 4 } }]`,
    '5:24 file and shown cannot be combined.',
  ],
  [`${synapse}\nusers: [{ username: a, until: 2027-02-29 }]`, '5:24 2027-02-29 is not a calendar date.'],
  [`${synapse}\nusers: [{ username: a, until: 2027-7-31 }]`, '5:31 users.0.until is "2027-7-31".'],
  ['homeserver: dendrite\nusers: [{ username: a, until: 2027-07-31 }]', '5:24 Accounts on Dendrite cannot be locked.'],
  [
    `${synapse}\nusers_files: [{ file: a.yml, group: pupils }, { file: b.yml, group: pupils }]`,
    '5:69 pupils is already the group of a.yml.',
  ],
  [`${synapse}\nusers_files: [a.yml, { file: b.yml, leavers: lock }]`, '5:46 leavers has no effect without a group.'],
  [
    'homeserver: dendrite\nusers_files: [{ file: a.yml, group: pupils, leavers: lock }]',
    '5:54 Accounts on Dendrite cannot be locked.',
  ],
  [`${synapse}\nusers_files: [{ group: pupils }]`, '5:15 users_files.0 has no "file".'],
  ['homeserver: dendrite\nauthority: mas', '5:12 Matrix Authentication Service works with Synapse only.'],
  [
    `${mas}\nregistration: { mode: open }`,
    '6:23 This lets anyone register, bots included; without an acknowledgement, the homeserver refuses to start.',
  ],
  [
    `${mas}\nregistration: { mode: token, guests: true }`,
    '6:30 Matrix Authentication Service does not register guests.',
  ],
  [
    `${mas}\nregistration: { mode: token, password_policy: { require_digit: true } }`,
    '6:30 registration.password_policy has no effect with Matrix Authentication Service, which manages the passwords.',
  ],
  [
    `${mas}\nextra_vars: { matrix_synapse_enable_registration: true }`,
    '6:15 With this Synapse does not start: Matrix Authentication Service owns the accounts, so matrix_synapse_enable_registration may not be set.',
  ],
  [
    `${mas}\nregistration: { mode: token }\nextra_vars: { matrix_synapse_oidc_enabled: true }`,
    '7:15 With this Synapse does not start: Matrix Authentication Service owns the accounts, so matrix_synapse_oidc_enabled may not be set.',
  ],
  [
    `${mas}\nextra_vars: { matrix_authentication_service_enabled: false }`,
    '6:15 matrix_authentication_service_enabled contradicts the rest of this file, which sets it, too.',
  ],
  [
    `${synapse}\nregistration: { mode: token, email_domains: [example.com] }`,
    '5:30 registration.email_domains has no effect, because mode does not include email.',
  ],
  [
    `${synapse}\nregistration: { mode: token, password_complexity: 3 }`,
    '5:30 registration.password_complexity is for Matrix Authentication Service.',
  ],
  [
    `${synapse}\nregistration: { mode: email }\nextra_vars: { exim_relay_enabled: false }`,
    '5:23 The mode email sends people a link, but exim_relay_enabled: false leaves nothing to send it with.',
  ],
  [
    `${mas}\nregistration: { mode: token }\nmas: { email_required: true }`,
    '7:8 registration.mode lets MAS ask for no e-mail address; this setting contradicts it.',
  ],
  [
    `${mas}\nregistration: { mode: [token, email] }\nmas: { email_required: false }`,
    '7:8 registration.mode lets MAS insist on an e-mail address; this setting contradicts it.\n6:23 The mode email needs its letters to arrive; without a relay the host sends them by itself, which many providers take for spam.',
  ],
  [
    `${synapse}\nemail: { smtp: { host: smtp.example.com } }`,
    '5:10 email.smtp is for Matrix Authentication Service; Synapse sends through the relay.',
  ],
  [
    'homeserver: dendrite\nregistration: { mode: closed, rate_limit: { per_second: 1, burst: 2 } }',
    '5:31 Dendrite rate-limits its whole client API, not registration alone: matrix_dendrite_client_api_rate_limiting_threshold.',
  ],
  [`${native}\nweb: { admin: true }`, '6:8 A native homeserver has no playbook that could install an admin UI.'],
  ['homeserver: dendrite\nweb: { admin: true }', '5:15 The admin UIs manage Synapse only.'],
  [
    `${synapse}\nweb: { admin: { ui: element_admin } }`,
    '5:15 Element Admin logs in through Matrix Authentication Service, and does not work without it.',
  ],
  [
    `${mas}\nweb: { admin: { ui: element_admin, path: /admin } }`,
    '6:42 Element Admin works only at the root of a host name of its own.',
  ],
  [
    `${mas}\nweb: { admin: { ui: element_admin, allow_from: [10.0.0.0/8] } }`,
    '6:48 The playbook serves Element Admin to every address: it has no setting for that.',
  ],
  [
    `${synapse}\nweb: { admin: { allow_from: [10.0.0.0/33, '::1/128', vpn.example.com, 192.0.2.7] } }`,
    '5:30 "10.0.0.0/33" is not an address or a network, and Traefik would serve the page to nobody.\n5:54 "vpn.example.com" is not an address or a network, and Traefik would serve the page to nobody.',
  ],
  [
    `${synapse}\ndeployment: { kind: playbook, release: "2024-10" }\nweb: { admin: { allow_from: [192.0.2.7] } }`,
    "5:40 The playbook's release 2024-10 cannot do what this file asks for: it has no matrix_synapse_admin_container_labels_traefik_ipallowlist_sourcerange.",
  ],
  [
    `${synapse}\nweb: { admin: true }\nextra_vars: { matrix_synapse_container_labels_public_client_synapse_admin_api_enabled: false }`,
    '6:15 The admin UI calls the admin API from the browser, where it would get 404.',
  ],
  [
    `${mas}\ndeployment: { kind: playbook, release: "2025-06" }\nweb: { admin: true }`,
    "7:15 Synapse Admin, which the playbook's release 2025-06 installs, cannot create accounts or set passwords where Matrix Authentication Service owns them.",
  ],
  [
    `${mas}\nregistration: { mode: token, token_page: { admin_secret: { env: A } } }`,
    '6:30 matrix-registration does not work with Matrix Authentication Service.',
  ],
  [
    'homeserver: dendrite\nregistration: { mode: captcha, captcha: { site_key: a, secret_key: { env: A } }, token_page: { admin_secret: { env: A } } }',
    '5:82 registration.token_page belongs to mode: token, alone.\n5:82 matrix-registration works with Synapse only.',
  ],
  [
    `${synapse}\nregistration: { mode: captcha, captcha: { site_key: a, secret_key: { env: A }, addresses: { verify: 'https://a.example/v', script: 'https://a.example/s' } } }`,
    '5:80 registration.captcha.addresses is for Dendrite.',
  ],
  [
    "homeserver: dendrite\nregistration: { mode: captcha, captcha: { provider: hcaptcha, site_key: a, secret_key: { env: A }, addresses: { verify: 'https://a.example/v', script: 'https://a.example/s' } } }",
    '5:100 registrar knows the addresses of a named provider.',
  ],
  [`${native}\ndiscovery: { served_by: playbook }`, '6:25 A native homeserver has no playbook that could serve it.'],
  [
    `${synapse}\ndiscovery: { served_by: playbook, support: { contacts: [{ role: admin }] } }`,
    '5:57 This contact has neither a matrix_id nor an email_address.',
  ],
]

const sharing = 'Keep it for one of the accounts. Upper and lower case are the same address.'

it.each([
  [
    'two accounts',
    '{ username: a, emails: [x@example.com] }, { username: b, emails: [x@example.com] }',
    '6:75',
    '6:33',
  ],
  [
    'capitals',
    '{ username: a, emails: [x@example.com] }, { username: b, emails: [y@a.b, X@Example.COM] }',
    '6:82',
    '6:33',
  ],
  ['one account', '{ username: a, emails: [x@example.com, x@example.com] }', '6:48', '6:33'],
  [
    'umlauts',
    '{ username: a, emails: [ü@example.com] }, { username: "@b:example.com", emails: [Ü@example.com] }',
    '6:90',
    '6:33',
  ],
])('an address is refused where it stands again: %s', (_name, users, again, first) => {
  const source = parseSource(
    'registrar.yml',
    `version: 1\ndomain: example.com\nhost: matrix.example.com\n${synapse}\n\nusers: [${users}]`,
  )
  const [{ place, message, hint } = {}, ...others] = validateSource(source).diagnostics
  expect(`${place?.line}:${place?.column}`).toBe(again)
  expect(message).toMatch(new RegExp(`^\\S+@\\S+ is already the address of a: registrar.yml:${first}.$`))
  expect({ hint, others }).toEqual({ hint: sharing, others: [] })
})

it.each([' ', '\u00a0\u3000', '\u2003 '])('a display name of the blanks %j is refused', (name) => {
  expect(reported(`${synapse}\nusers: [{ username: a, display_name: ${JSON.stringify(name)} }]`).join()).toMatch(
    /^5:38 /,
  )
})

it.each(refusals)('%j is refused', (lines, message) => {
  expect(reported(lines)).toEqual(message.split('\n'))
})

it.each(['homeserver: synapse\nauthority: mas', 'homeserver: dendrite\nauthority: homeserver'])(
  '%j is fine',
  (lines) => {
    expect(reported(lines)).toEqual([])
  },
)

it.each([
  ['a key that takes others', `${native}\nconnection:\n  <<: { kind: ssh }`, '<< merges keys from elsewhere.'],
  ['a list of them', `${native}\nconnection: { <<: [{ kind: ssh }], user: root }`, '<< merges keys from elsewhere.'],
  ['an anchor', `${native}\nconnection: &here { kind: ssh }`, 'An anchor names a value for use elsewhere.'],
])('says of %s that the value is not where it is read', (_name, lines, message) => {
  expect(reported(lines).join('\n')).toContain(message)
})

it('answers a file of a thousand aliases', () => {
  const users = Array.from({ length: 1000 }, (_, index) => `  - { username: u${index}, password: *a }\n`).join('')
  const diagnostics = reported(`${synapse}\nextra: &a { env: PASSWORD }\nusers:\n${users}`)
  expect(diagnostics).toHaveLength(101)
  expect(diagnostics[0]).toBe('5:11 An anchor names a value for use elsewhere.')
})
