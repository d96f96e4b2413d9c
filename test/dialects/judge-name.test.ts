import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialects, newestRelease, releases } from '../../generator/dialects/releases.ts'
import { judgeName } from '../../generator/dialects/judge-name.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { edits } from '../../generator/dialects/misspelt.ts'
import { changesByName, namesOf } from '../../generator/dialects/names.ts'
import { prefixOf } from '../../generator/dialects/roles.ts'

const newest = releaseNames(newestRelease)

it.each(releases)('the list of %s has the names that every host needs', (release) => {
  const names = namesOf(release)
  expect(names.size).toBeGreaterThan(7000)
  for (const name of [
    'matrix_domain',
    'matrix_homeserver_implementation',
    'matrix_client_element_enabled',
    'matrix_static_files_file_matrix_client_property_m_homeserver_base_url',
    'matrix_playbook_docker_installation_enabled',
    'exim_relay_relay_use',
    'postgres_connection_password',
  ])
    expect(names).toContain(name)
})

it('a host file may name each release that has a row, and no other', () => {
  const { oneOf } = JSON.parse(readFileSync('schemas/defs/deployment.schema.json', 'utf8'))
  const [playbook] = oneOf.filter((kind: { title: string }) => kind.title === 'PlaybookDeployment')
  expect(playbook.properties.release.enum).toEqual(releases)
})

it.each(['variables.txt', 'roles.txt'])('%s has a column for each release, in their order', (file) => {
  const [head = ''] = readFileSync(join('generator/dialects/names', file), 'utf8').split('\n')
  expect(head.split(' ').slice(1)).toEqual(releases.map((release) => dialects[release].date))
})

const renamed: [string, string, string][] = [
  ['matrix_synapse_admin_enabled', 'matrix_ketesa_enabled', '2026-04-03'],
  ['matrix_synapse_admin_docker_image', 'matrix_ketesa_container_image', '2026-02-18'],
  ['matrix_mautrix_signal_enabled', 'matrix_bridge_mautrix_signal_enabled', '2026-07-16'],
  [
    'matrix_mautrix_androidsms_appservice_token',
    'matrix_bridge_mautrix_wsproxy_androidsms_appservice_token',
    '2026-07-16',
  ],
  ['matrix_sms_bridge_enabled', 'matrix_bridge_sms_enabled', '2026-07-16'],
  ['matrix_dendrite_registration_disabled', 'matrix_dendrite_client_api_registration_disabled', '2022-11-26'],
  ['matrix_synapse_docker_image', 'matrix_synapse_container_image', '2026-02-18'],
  ['devture_postgres_backup_enabled', 'postgres_backup_enabled', '2024-09-27'],
  ['matrix_postgres_connection_password', 'postgres_connection_password', '2022-11-27'],
  ['matrix_coturn_turn_external_ip_address', 'coturn_turn_external_ip_address', '2026-02-11'],
  ['redis_enabled', 'valkey_enabled', '2025-01-27'],
  ['matrix_redis_enabled', 'valkey_enabled', '2023-02-17'],
  ['hostname_identity', 'matrix_domain', '2019-02-28'],
]

it.each(renamed)('%s is %s today', (name, to, since) => {
  expect(judgeName(name, newest)).toMatchObject({ kind: 'renamed', to })
  expect(judgeName(name, newest)).toMatchObject({ because: { since } })
})

it('a name that is still one is left alone, whatever it begins with', () => {
  expect(judgeName('matrix_synapse_admin_contact', newest)).toEqual({ kind: 'known' })
  expect(judgeName('matrix_synapse_admin_enabled', releaseNames('2025-06'))).toEqual({ kind: 'known' })
})

it.each([
  'my_own',
  'ansible_user',
  'postgresql_version',
  'docker_edition',
  'nginx_domain',
  'username',
  'traefik_config_new',
])('%s is no business of the playbook, or of a role that could not be seen', (name) =>
  expect(judgeName(name, newest)).toEqual({ kind: 'known' }),
)

it.each([
  'postgres_x',
  'exim_relay_x',
  'jitsi_x',
  'livekit_server_x',
  'matrix_x',
  'devture_systemd_docker_base_x',
  'valkey_x',
])('%s would be a name of the playbook, and is none', (name) =>
  expect(judgeName(name, newest)).toEqual({ kind: 'unknown' }),
)

it('a rename that a later checkout has is known there, and not before', () => {
  const name = 'matrix_authentication_service_config_account_registration_token_required'
  const to = 'matrix_authentication_service_config_account_password_registration_token_required'
  expect(judgeName(name, newest)).toEqual({ kind: 'known' })
  expect(judgeName(name, { names: new Set([to]) })).toMatchObject({ kind: 'renamed', to })
})

it.each([
  'matrix_registration_enabled',
  'matrix_bot_matrix_registration_bot_enabled',
  'matrix_ldap_registration_proxy_enabled',
  'matrix_nginx_proxy_enabled',
  'matrix_ssl_retrieval_method',
  'matrix_ma1sd_enabled',
  'matrix_conduwuit_enabled',
  'matrix_synapse_container_image_force_pull',
  'matrix_mautrix_signal_docker_image_force_pull',
])('%s was removed', (name) => expect(judgeName(name, newest).kind).toBe('removed'))

it.each([
  ['matrix_synapse_rc_messages_per_second', ['matrix_synapse_rc_message.per_second']],
  ['matrix_synapse_memtotal_kb', ['matrix_synapse_cache_size_calculations_memtotal_bytes']],
])('%s was replaced by what has other values', (name, by) =>
  expect(judgeName(name, newest)).toMatchObject({ kind: 'replaced', by }),
)

it.each([
  ['matrix_synapse_enable_registraton', 'matrix_synapse_enable_registration'],
  ['matrix_synapse_enable_regsitration', 'matrix_synapse_enable_registration'],
  ['matrix_synpase_enable_registration', 'matrix_synapse_enable_registration'],
  ['matrix_synapse_autojoin_rooms', 'matrix_synapse_auto_join_rooms'],
  ['matrix_bot_draupnir_config_managementroom', 'matrix_bot_draupnir_config_managementRoom'],
  ['matrix_domian', 'matrix_domain'],
])('%s is a misspelling of %s', (name, suggestion) =>
  expect(judgeName(name, newest)).toEqual({ kind: 'unknown', suggestion }),
)

it.each([
  'matrix_zzzzzzzzzzzzzzzz_qqqqqqqqqqqqqqqqq',
  'matrix_synapse_http_host', // not ..._port
  'matrix_client_hydra_enabled',
  'matrix_bot_honoroot_extra',
  'matrix_synapse_msc3862_enabled',
])('%s gets no guess', (name) => expect(judgeName(name, newest)).toEqual({ kind: 'unknown' }))

it('no name of a release is called unknown with a guess that is another name of that release’s role', () => {
  for (const release of ['2024-10', '2025-06'] as const)
    for (const name of namesOf(release)) {
      const verdict = judgeName(name, newest)
      if (verdict.kind === 'unknown' && verdict.suggestion !== undefined)
        expect([name, verdict.suggestion, namesOf(release).has(verdict.suggestion)]).toEqual([
          name,
          verdict.suggestion,
          false,
        ])
      if (verdict.kind === 'renamed' && verdict.to.startsWith('matrix_')) expect(newest.names).toContain(verdict.to)
    }
})

it('every name that the tables know has a verdict other than unknown', () => {
  const names = [...changesByName().keys()].map((old) => old.replace('*', 'x'))
  expect(names.length).toBeGreaterThan(1300)
  expect(names.filter((name) => judgeName(name, newest).kind === 'unknown')).toEqual([])
  expect([...changesByName().values()].every(({ since }) => /^\d{4}-\d{2}-\d{2}$/.test(since))).toBe(true)
})

it.each([
  ['abcd', 'abdc', 1],
  ['abcd', 'abcd', 0],
  ['abcd', 'abd', 1],
  ['', 'ab', 2],
  ['kitten', 'sitting', 3],
])('from %j to %j there are %i edits', (a, b, count) => expect(edits(a, b)).toBe(count))

it('the names of a role begin with the same words', () => {
  expect(prefixOf(['matrix_a_x', 'matrix_a_y', 'matrix_a_z_1'])).toBe('matrix_a_')
  expect(prefixOf(['x'])).toBeUndefined()
  expect(prefixOf([])).toBeUndefined()
})
