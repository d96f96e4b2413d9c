import { renamings } from '../../generator/dialects/changes.ts'
import { releases } from '../../generator/dialects/dialect.ts'
import { dialects, newestRelease } from '../../generator/dialects/index.ts'
import { judgeName } from '../../generator/dialects/judge-name.ts'
import { namesOf } from '../../generator/dialects/names.ts'

const newest = namesOf(newestRelease)

it.each(releases)('the list of %s has the names that every host needs', (release) => {
  const names = namesOf(release)
  expect(names.size).toBeGreaterThan(5000)
  for (const name of ['matrix_domain', 'matrix_homeserver_implementation', 'matrix_client_element_enabled'])
    expect(names).toContain(name)
  expect(dialects[release].release).toBe(release)
})

const renamed: [string, string, string][] = [
  ['matrix_synapse_admin_enabled', 'matrix_ketesa_enabled', '2026-04-03'],
  ['matrix_synapse_admin_docker_image', 'matrix_ketesa_container_image', '2026-04-03'],
  ['matrix_mautrix_signal_enabled', 'matrix_bridge_mautrix_signal_enabled', '2026-07-16'],
  [
    'matrix_dendrite_enable_registration_captcha',
    'matrix_dendrite_client_api_enable_registration_captcha',
    'before 2024-10-20',
  ],
  [
    'matrix_synapse_experimental_features_msc3861_enabled',
    'matrix_synapse_matrix_authentication_service_enabled',
    'between 2025-06-01 and 2026-08-22',
  ],
  ['matrix_synapse_docker_image', 'matrix_synapse_container_image', 'between 2025-06-01 and 2026-08-22'],
]

it.each(renamed)('%s is %s today', (name, to, since) => {
  expect(judgeName(name, newest)).toMatchObject({ kind: 'renamed', to, because: { since } })
})

it('a name that is still one is left alone, whatever it begins with', () => {
  expect(
    judgeName('matrix_synapse_admin_contact', new Set(['matrix_synapse_admin_contact', 'matrix_ketesa_contact'])),
  ).toEqual({ kind: 'known' })
  expect(judgeName('matrix_synapse_admin_enabled', namesOf('2025-06'))).toEqual({ kind: 'known' })
  expect(judgeName('postgres_version', newest)).toEqual({ kind: 'known' })
})

it('a rename that a later checkout has is known there, and not before', () => {
  const name = 'matrix_authentication_service_config_account_registration_token_required'
  const to = 'matrix_authentication_service_config_account_password_registration_token_required'
  expect(judgeName(name, newest)).toEqual({ kind: 'known' })
  expect(judgeName(name, new Set([to]))).toMatchObject({ kind: 'renamed', to })
})

it.each([
  'matrix_registration_enabled',
  'matrix_bot_matrix_registration_bot_enabled',
  'matrix_ldap_registration_proxy_enabled',
  'matrix_synapse_experimental_features_msc3861_issuer',
])('%s was removed', (name) => expect(judgeName(name, newest).kind).toBe('removed'))

it('a misspelling gets the name that was meant, and nonsense gets none', () => {
  expect(judgeName('matrix_synapse_enable_registraton', newest)).toEqual({
    kind: 'unknown',
    suggestion: 'matrix_synapse_enable_registration',
  })
  expect(judgeName('matrix_zzzzzzzzzzzzzzzz_qqqqqqqqqqqqqqqqq', newest)).toEqual({ kind: 'unknown' })
})

it('every name that an older list has and the newest lacks gets a translation that exists, a removal or a plain no', () => {
  for (const release of ['2024-10', '2025-06'] as const) {
    const gone = [...namesOf(release)].filter((name) => name.startsWith('matrix_') && !newest.has(name)).slice(0, 400)
    for (const name of gone) {
      const verdict = judgeName(name, newest)
      if (verdict.kind === 'renamed') expect(newest).toContain(verdict.to)
      expect(verdict.kind).not.toBe('known')
    }
  }
  expect(renamings.every(({ source, since }) => source && since)).toBe(true)
})
