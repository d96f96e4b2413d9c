import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { parse, stringify } from 'yaml'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { Jinja } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const acknowledge = 'anyone on the internet may register here without any verification'
const captcha = (provider: string) => ({ provider, site_key: 'site', secret_key: { env: 'CAPTCHA_SECRET' } })

/** What a host file asks for under Matrix Authentication Service, and what its configuration then says (docs/reference/configuration.md there). */
const cases: [string, object, Record<string, unknown>][] = [
  ['closed', { registration: { mode: 'closed' } }, { 'account.password_registration_enabled': false }],
  [
    'email',
    { registration: { mode: 'email', email_domains: ['example.com'] } },
    { 'account.password_registration_enabled': true, 'policy.data.allowed_domains': ['example.com'] },
  ],
  [
    'token',
    { registration: { mode: 'token' } },
    {
      'account.password_registration_enabled': true,
      'account.password_registration_email_required': false,
      'account.registration_token_required': true,
    },
  ],
  [
    'token and email',
    { registration: { mode: ['token', 'email'] } },
    { 'account.password_registration_enabled': true, 'account.registration_token_required': true },
  ],
  [
    'captcha',
    { registration: { mode: 'captcha', captcha: captcha('turnstile') } },
    {
      'account.password_registration_enabled': true,
      'account.password_registration_email_required': false,
      ...captchaOf('cloudflare_turnstile'),
    },
  ],
  [
    'captcha and email',
    { registration: { mode: ['captcha', 'email'], captcha: captcha('hcaptcha') } },
    { 'account.password_registration_enabled': true, ...captchaOf('hcaptcha') },
  ],
  [
    'captcha of Google',
    { registration: { mode: ['captcha', 'token'], captcha: captcha('recaptcha') } },
    {
      'account.password_registration_enabled': true,
      'account.password_registration_email_required': false,
      'account.registration_token_required': true,
      ...captchaOf('recaptcha_v2'),
    },
  ],
  [
    'open',
    { registration: { mode: 'open', acknowledge } },
    { 'account.password_registration_enabled': true, 'account.password_registration_email_required': false },
  ],
  [
    'restrictions',
    {
      registration: {
        mode: 'email',
        banned_usernames: ['admin', 'no'],
        rate_limit: { per_second: 0.05, burst: 3 },
        password_complexity: 4,
      },
    },
    {
      'account.password_registration_enabled': true,
      'passwords.minimum_complexity': 4,
      'policy.data.registration.banned_usernames.literals': ['admin', 'no'],
      'rate_limiting.registration.burst': 3,
      'rate_limiting.registration.per_second': 0.05,
    },
  ],
  [
    'e-mail by itself',
    {
      email: {
        sender: 'matrix@example.com',
        smtp: { host: 'smtp.example.com', security: 'tls', username: 'matrix', password: { env: 'SMTP_PASSWORD' } },
      },
    },
    {
      'email.transport': 'smtp',
      'email.mode': 'tls',
      'email.hostname': 'smtp.example.com',
      'email.port': 465,
      'email.username': 'matrix',
      'email.password': 'SECRET',
      'email.from_address': 'matrix@example.com',
    },
  ],
]

function captchaOf(service: string) {
  return { 'captcha.service': service, 'captcha.site_key': 'site', 'captcha.secret_key': 'SECRET' }
}

/** The settings that the playbook's variables of these names become (its templates/config.yaml.j2). */
function settings(keys: object): Record<string, unknown> {
  const host = {
    version: 1,
    domain: 'example.com',
    host: 'matrix.example.com',
    homeserver: 'synapse',
    authority: 'mas',
    ...keys,
  }
  const { config, diagnostics } = validateSource(parseSource('registrar.yml', JSON.stringify(host)))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!config) return {}
  const variables =
    playbookVariables(
      planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' }),
      '..',
    ) ?? {}
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => setting(name, value instanceof Jinja ? 'SECRET' : value)),
  )
}

function setting(name: string, value: unknown): [string, unknown][] {
  if (name === 'matrix_authentication_service_configuration_extension_yaml')
    return flatten(parse(String(value), { version: '1.1' }))
  const [, section, key] = /^matrix_authentication_service_config_([a-z]+)_(\w+)$/.exec(name) ?? []
  return section === undefined ? [] : [[`${section}.${key}`, value]]
}

function flatten(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => flatten(item, path ? `${path}.${key}` : key))
}

function nest(flat: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(flat)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const parent = keys.reduce((node, key) => (node[key] ??= {}) as Record<string, unknown>, root)
    parent[last] = value
  }
  return root
}

it.each(cases)('%s is what the service is configured for', (_name, keys, expected) => {
  expect(settings(keys)).toEqual(expected)
})

const program = process.env['REGISTRAR_LAB_MAS']
const itWithMas = program ? it : it.skip

/** The playbook joins these into one setting. */
function asTheService({ 'email.from_address': from, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return from === undefined ? rest : { ...rest, 'email.from': `Matrix <${String(from)}>` }
}

itWithMas.each(cases)('%s is accepted, and understood, by the service itself', async (_name, keys) => {
  const directory = makeDirectory()
  const { stdout: generated } = await execa(program ?? '', ['config', 'generate'], { cwd: directory })
  const ours = nest(asTheService(settings(keys)))
  const base = parse(generated) as Record<string, object>
  const merged = {
    ...base,
    ...Object.fromEntries(
      Object.entries(ours).map(([section, value]) => [section, { ...base[section], ...(value as object) }]),
    ),
  }
  writeFileSync(join(directory, 'config.yaml'), stringify(merged))
  await execa(program ?? '', ['config', 'check', '-c', 'config.yaml'], { cwd: directory })
  const { stdout: dumped } = await execa(program ?? '', ['config', 'dump', '-c', 'config.yaml'], { cwd: directory })
  const read = Object.fromEntries(flatten(parse(dumped)))
  const isDefault = (path: string, value: unknown) =>
    path === 'account.password_registration_enabled' && value === false
  for (const [path, value] of flatten(ours))
    if (!isDefault(path, value)) expect({ [path]: read[path] }).toEqual({ [path]: value })
})
