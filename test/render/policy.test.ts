import fc from 'fast-check'
import { findDeadly } from '../../generator/dialects/find-deadly.ts'
import { releases } from '../../generator/dialects/releases.ts'
import { isKnown } from '../../generator/dialects/judge-name.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { inWordsOf, policyVariables } from '../../generator/dialects/policy-variables.ts'
import type { HostConfig } from '../../generator/generated/host-config.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { randomHosts } from '../support/random-hosts.ts'

it.each(releases)(
  'valid host files render no name that %s does not have, and nothing that does not start',
  (release) => {
    let valid = 0
    const property = fc.property(randomHosts, (host) => {
      const { config } = validateSource(
        parseSource('registrar.yml', JSON.stringify({ ...host, deployment: { kind: 'playbook', release } })),
      )
      if (!config) return
      valid += 1
      const plan = planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' })
      const variables = playbookVariables(plan, '..') ?? {}
      expect(Object.keys(variables).filter((name) => !isKnown(name, releaseNames(release)))).toEqual([])
      expect(findDeadly({ matrix_homeserver_implementation: config.homeserver, ...variables })).toEqual([])
    })
    fc.assert(property, { seed: 20261124, numRuns: isExhaustive ? 3000 : 450 })
    expect(valid).toBeGreaterThanOrEqual(isExhaustive ? 1000 : 150)
  },
)

it.each([
  ['2025-06', 'matrix_synapse_admin_'],
  ['2026-08', 'matrix_ketesa_'],
])('in release %s the admin UI is %s', (release, prefix) => {
  const host = {
    version: 1,
    domain: 'example.com',
    host: 'matrix.example.com',
    homeserver: 'synapse',
    deployment: { kind: 'playbook', release },
    web: { admin: { path: '/admin', allow_from: ['10.8.0.0/24'] } },
  }
  const { config } = validateSource(parseSource('registrar.yml', JSON.stringify(host)))
  expect(config && policyVariables(config)).toEqual({
    [`${prefix}enabled`]: true,
    [`${prefix}path_prefix`]: '/admin',
    [`${prefix}container_labels_traefik_ipallowlist_sourcerange`]: ['10.8.0.0/24'],
  })
})

it.each([
  [
    '2025-06',
    {
      matrix_synapse_enable_registration: false,
      matrix_registration_enabled: true,
      matrix_registration_admin_secret: { secret: { env: 'ADMIN' }, setting: 'registration.token_page.admin_secret' },
    },
  ],
  ['2026-08', { matrix_synapse_enable_registration: true, matrix_synapse_registration_requires_token: true }],
])('in release %s certain people register by what it has', (release, expected) => {
  const host = {
    version: 1,
    domain: 'example.com',
    host: 'matrix.example.com',
    homeserver: 'synapse',
    deployment: { kind: 'playbook', release },
    registration: { mode: 'token', token_page: { admin_secret: { env: 'ADMIN' } } },
  }
  const { config, diagnostics } = validateSource(parseSource('registrar.yml', JSON.stringify(host)))
  expect(config && policyVariables(config)).toEqual(expected)
  expect(diagnostics).toMatchObject([{ code: 'token-page', severity: 'warning' }])
  const { access, registerUrl } = planHost(config as HostConfig, {
    source: 'registrar.yml',
    outputDirectory: '/',
    hostFileDirectory: '/',
  })
  expect({ tokenPage: access.tokenPage, registerUrl }).toEqual(
    release === '2025-06'
      ? {
          tokenPage: {
            url: 'http://matrix-registration:5000/matrix-registration',
            secret: { env: 'ADMIN', setting: 'registration.token_page.admin_secret' },
          },
          registerUrl: 'https://matrix.example.com/matrix-registration/register',
        }
      : { registerUrl: 'https://element.example.com/#/register' },
  )
})

it('a release that calls a variable otherwise gets it by that name', () => {
  const names = new Set(['matrix_authentication_service_config_account_password_registration_token_required'])
  expect(
    inWordsOf({ names }, { matrix_authentication_service_config_account_registration_token_required: true }),
  ).toEqual({ matrix_authentication_service_config_account_password_registration_token_required: true })
})
