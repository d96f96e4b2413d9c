import fc from 'fast-check'
import { releases } from '../../generator/dialects/releases.ts'

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

const secret = fc.constantFrom(
  { env: 'KEY' },
  { file: 'key' },
  { command: ['pass', "it's", '$HOME'] },
  { ansible_var: 'key' },
)
const text = fc.oneof(
  fc.constantFrom(
    'no',
    'Yes',
    '1:30',
    '0x1f',
    '1e3',
    '~',
    '<<',
    "it's",
    '"',
    'a: b',
    '# a',
    '{{ 7 * 7 }}',
    '\u2028',
    ' a ',
  ),
  fc.string({ minLength: 1, maxLength: 40 }),
)

const servers = fc.constantFrom(
  { homeserver: 'synapse' },
  { homeserver: 'dendrite' },
  { homeserver: 'synapse', authority: 'mas' },
)
const modes = fc.oneof(
  fc.constantFrom('closed', 'token', 'email', 'captcha', 'open'),
  fc.uniqueArray(fc.constantFrom('token', 'email', 'captcha'), { minLength: 1 }),
)

/** What a mode needs goes with it, and nothing that belongs to another one. */
const registration = fc
  .record({
    mode: modes,
    captcha: fc.record({
      provider: fc.constantFrom(undefined, 'recaptcha', 'hcaptcha', 'turnstile'),
      site_key: text,
      secret_key: secret,
    }),
    auto_join_rooms: optional(fc.constant(['#welcome:example.com', "#it's:example.com"])),
    guests: rarely(fc.boolean()),
    token_page: rarely(fc.record({ admin_secret: secret })),
    email_domains: rarely(fc.constant(['example.com', 'no.example'])),
    banned_usernames: rarely(fc.constant(['admin', 'no', '1e3'])),
    rate_limit: rarely(fc.constant({ per_second: 0.05, burst: 3 })),
    password_policy: rarely(fc.constant({ minimum_length: 12, require_digit: true })),
    password_complexity: rarely(fc.constantFrom(0, 4)),
  })
  .map(({ captcha, email_domains, token_page, ...rest }) => ({
    ...rest,
    ...(rest.mode === 'token' ? { token_page } : {}),
    ...([rest.mode].flat().includes('captcha') ? { captcha } : {}),
    ...([rest.mode].flat().includes('email') ? { email_domains } : {}),
    ...(rest.mode === 'open'
      ? { acknowledge: 'anyone on the internet may register here without any verification' }
      : {}),
  }))

const email = fc.record({
  sender: optional(fc.constant('a@example.com')),
  relay: optional(fc.record({ host: fc.constant('smtp.example.com'), port: fc.constantFrom(25, 587) })),
  smtp: rarely(
    fc.record({
      host: fc.constant('smtp.example.com'),
      security: fc.constantFrom('tls', 'starttls', 'plain'),
      username: text,
      password: secret,
    }),
  ),
})

const discovery = fc.record({
  served_by: fc.constantFrom('playbook', 'web_server'),
  address: optional(fc.constant('chat.example.com')),
  federation_port: optional(fc.constant(443)),
  support: optional(
    fc.record({
      page: optional(fc.constant('https://example.com/support')),
      contacts: optional(fc.constant([{ role: 'admin', email_address: 'a@example.com' }])),
    }),
  ),
})

const web = fc.record({
  element: optional(fc.constantFrom(true, false, 'https://chat.example.com')),
  admin: rarely(
    fc.constantFrom(
      true,
      false,
      { path: '/ketesa' },
      { hostname: 'admin.example.com', path: '/' },
      { ui: 'element_admin' },
      { allow_from: ['192.0.2.7', '2001:db8::/32'] },
    ),
  ),
})

/** Names that every release has, and any value that YAML can hold. */
const extraVariables = fc.dictionary(
  fc.constantFrom(
    'matrix_synapse_max_upload_size_mb',
    'matrix_client_element_default_theme',
    'matrix_synapse_log_level',
    'my_own',
  ),
  fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, text, { maxKeys: 3 }),
  ),
)

/** Host files of the playbook, most of them valid. */
export const randomHosts = fc
  .record({
    version: fc.constant(1),
    domain: fc.constant('example.com'),
    host: fc.constant('matrix.example.com'),
    server: servers,
    deployment: fc.record({ kind: fc.constant('playbook'), release: fc.constantFrom(...releases) }),
    registration: optional(registration),
    discovery: optional(discovery),
    email: optional(email),
    web: optional(web),
    extra_vars: optional(extraVariables),
  })
  .map(({ server, ...rest }) => ({ ...rest, ...server }))
