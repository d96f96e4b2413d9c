import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newestRelease } from '../../generator/dialects/releases.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { checkVariables } from '../../generator/variables/check-variables.ts'
import { loadVariables, parseVariables } from '../../generator/variables/load-variables.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const fixtures = join(import.meta.dirname, '../fixtures/variables')
const newest = releaseNames(newestRelease)

const check = (text: string, words: string[] = [], more: Record<string, string> = {}) =>
  registrar(['check-vars', 'vars.yml', ...words], { cwd: makeDirectory({ 'vars.yml': text, ...more }) })

/** Of each problem in some files of one host: the code and the name that it is about, or the line. */
function problems(...texts: string[]): string[] {
  const sources = texts.map((text, index) => parseVariables(`${index}.yml`, text))
  return checkVariables(sources, newest).map(({ code, severity, place }) => {
    const line = (texts[Number.parseInt(place.file)] ?? '').split('\n')[place.line - 1] ?? ''
    return `${severity === 'warning' ? '~' : ''}${code} ${line.slice(place.column - 1).split(/[:\s]/)[0]}`
  })
}

it('has nothing against what only Ansible can read, or what is not the playbook’s', async () => {
  const text =
    '---\nmy_postgres: 1\nmy_domain: &d example.com\nmatrix_synapse_registration_shared_secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\nmatrix_ketesa_enabled: "{{ true }}"\nmy_own: *d\n'
  expect(await check(text)).toMatchObject({ exitCode: 0, stdout: '', stderr: '1 file checked, no problems found.\n' })
  expect(await check('')).toMatchObject({ exitCode: 0 })
})

it('says that an encrypted file was not checked, and how to check it', async () => {
  const { exitCode, stdout, stderr } = await check('$ANSIBLE_VAULT;1.2;AES256;prod\n6162\n')
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: '0 files checked, no problems found. 1 file not checked.\n',
  })
  expect(stdout).toMatch(/Not checked: .* encrypted[^]*ansible-vault view vars.yml \| registrar check-vars -/)
  const piped = { cwd: makeDirectory(), input: 'matrix_x: 1\n' }
  expect((await registrar(['check-vars', '-'], piped)).stdout).toContain('-:1:1 error[unknown-variable]')
})

it('reports what was renamed, removed, misspelt, in the order of the lines', async () => {
  const { exitCode, stdout } = await check(
    'matrix_synapse_admin_enabled: true\nmatrix_registration_enabled: true\nmatrix_domian: a\n1: 2\n',
    ['--format', 'json'],
  )
  expect(exitCode).toBe(2)
  expect(
    (JSON.parse(stdout) as { diagnostics: { code: string; line: number }[] }).diagnostics.map(({ code, line }) => [
      code,
      line,
    ]),
  ).toEqual([
    ['renamed-variable', 1],
    ['removed-variable', 2],
    ['unknown-variable', 3],
  ])
})

it('goes by the release that is named', async () => {
  expect((await check('matrix_synapse_admin_enabled: true\n', ['--release', '2025-06'])).exitCode).toBe(0)
})

const dendrite = 'matrix_homeserver_implementation: dendrite\n'
const open = 'matrix_synapse_enable_registration: true\n'
const extension = (yaml: string) => `matrix_synapse_configuration_extension_yaml: |\n  ${yaml}\n`
const mas = 'matrix_authentication_service_enabled: true\n'

it.each([
  [open, 'server-does-not-start matrix_synapse_enable_registration'],
  [extension('enable_registration: true'), 'server-does-not-start matrix_synapse_configuration_extension_yaml'],
  [
    `${open}${extension('enable_registration_without_verification: false')}`,
    'server-does-not-start matrix_synapse_enable_registration',
  ],
  [
    `${open}matrix_synapse_registration_requires_token: true\n${extension('registration_requires_token: false')}`,
    'server-does-not-start matrix_synapse_enable_registration',
  ],
  [
    `${dendrite}matrix_dendrite_client_api_registration_disabled: false\n`,
    'server-does-not-start matrix_dendrite_client_api_registration_disabled',
  ],
  [
    `${dendrite}matrix_dendrite_configuration_extension_yaml: |\n  client_api: { registration_disabled: false }\n`,
    'server-does-not-start matrix_dendrite_configuration_extension_yaml',
  ],
  [
    `${dendrite}matrix_dendrite_client_api_enable_registration_captcha: true\n`,
    'server-does-not-start matrix_dendrite_client_api_enable_registration_captcha',
  ],
  [
    `${open}matrix_synapse_enable_registration_captcha: true\n`,
    'incomplete-registration matrix_synapse_enable_registration_captcha',
  ],
  [
    `${open}matrix_synapse_enable_registration_captcha: true\nmatrix_synapse_recaptcha_public_key: a\n`,
    'incomplete-registration matrix_synapse_enable_registration_captcha',
  ],
  [
    `${open}matrix_synapse_registrations_require_3pid: [email]\nexim_relay_enabled: false\n`,
    'incomplete-registration matrix_synapse_registrations_require_3pid',
  ],
  [
    `${open}matrix_synapse_registrations_require_3pid: [email]\nmatrix_synapse_email_enabled: false\n`,
    'incomplete-registration matrix_synapse_registrations_require_3pid',
  ],
  [extension('federation_ip_range_blacklist: []'), 'server-does-not-start matrix_synapse_configuration_extension_yaml'],
  [`${mas}${open}`, 'server-does-not-start matrix_synapse_enable_registration'],
  [
    `${mas}matrix_synapse_password_config_enabled: true\n`,
    'server-does-not-start matrix_synapse_password_config_enabled',
  ],
  [
    'matrix_playbook_reverse_proxy_type: playbook-managed-nginx\n',
    'value-not-allowed matrix_playbook_reverse_proxy_type',
  ],
  ['matrix_playbook_reverse_proxy_type: traefik\n', 'value-not-allowed matrix_playbook_reverse_proxy_type'],
  ['matrix_homeserver_implementation: Synapse\n', 'value-not-allowed matrix_homeserver_implementation'],
  ['matrix_architecture: x86_64\n', 'value-not-allowed matrix_architecture'],
  ['matrix_server_fqn_matrix: Matrix.example.com\n', 'value-not-allowed matrix_server_fqn_matrix'],
])('%j stops the server, opens it, or lets nobody in', (text, problem) => expect(problems(text)).toEqual([problem]))

it.each([
  [`${open}matrix_synapse_registration_requires_token: true\n`],
  [`${open}matrix_synapse_registrations_require_3pid: [email]\n`],
  [`${open}matrix_synapse_registrations_require_3pid: "{{ x }}"\n`],
  [`${open}${extension('registration_requires_token: true')}`],
  [`${open}${extension('{{ my_extension }}')}`],
  [open, 'matrix_synapse_registration_requires_token: true\n'],
  [open, extension('registration_requires_token: true')],
  [open, dendrite],
  [`${dendrite}${open}matrix_synapse_enable_registration_captcha: true\n`],
  ['matrix_dendrite_client_api_registration_disabled: false\n'],
  [
    `${dendrite}matrix_dendrite_client_api_registration_disabled: false\nmatrix_dendrite_process_extra_arguments: ['-really-enable-open-registration']\n`,
  ],
  [
    `${dendrite}matrix_dendrite_client_api_registration_disabled: false\nmatrix_dendrite_client_api_enable_registration_captcha: true\nmatrix_dendrite_client_api_recaptcha_public_key: a\nmatrix_dendrite_client_api_recaptcha_private_key: "{{ b }}"\n`,
  ],
  [`matrix_homeserver_implementation: "{{ mine }}"\n${open}`],
  [
    `${open}matrix_synapse_registrations_require_3pid: [email]\nmatrix_synapse_email_enabled: true\nexim_relay_enabled: false\n`,
  ],
  [
    `${open}matrix_synapse_registrations_require_3pid: [email]\nexim_relay_enabled: false\n${extension('email: { smtp_host: a }')}`,
  ],
  [extension('ip_range_blacklist: []')],
  ['matrix_synapse_password_config_localdb_enabled: false\nmatrix_synapse_ext_password_provider_ldap_enabled: true\n'],
  [`${mas}matrix_authentication_service_migration_in_progress: true\nmatrix_synapse_password_config_enabled: true\n`],
])('has nothing against %j', (...texts) => expect(problems(...texts)).toEqual([]))

it('is not certain of a host whose protection may stand in an encrypted file', () =>
  expect(problems(open, '$ANSIBLE_VAULT;1.1;AES256\n61\n')).toEqual([
    '~server-does-not-start matrix_synapse_enable_registration',
    '~not-checked $ANSIBLE_VAULT;1.1;AES256',
  ]))

it('judges each host of an inventory by all that counts for it', async () => {
  const root = makeDirectory({
    'group_vars/matrix_servers.yml': 'matrix_synapse_registration_requires_token: true\n',
    'host_vars/a.example.com/10-open.yml': open,
    'host_vars/a.example.com/20-closed.yml': 'matrix_synapse_log_level: INFO\n',
    'host_vars/b.example.com.yml': `${open}matrix_synapse_registration_requires_token: false\n`,
    'host_vars/.hidden.yml': 'matrix_x: 1\n',
    'host_vars/a.example.com/notes.txt': 'matrix_x: 1\n',
  })
  const { stdout, stderr } = await registrar(['check-vars', 'group_vars', 'host_vars', '--format', 'github'], {
    cwd: root,
  })
  expect(stderr).toBe('4 files checked, 1 error.\n')
  expect(stdout).toContain('file=host_vars/b.example.com.yml')
})

it.each([
  ['matrix_synapse_allow_guest_access: "false"', 'Write false, without quotes'],
  ['matrix_synapse_autocreate_auto_join_rooms: "no"', 'Write false, without quotes'],
  ['matrix_synapse_registration_requires_token: 1', 'Write true or false.'],
  ['matrix_synapse_registrations_require_3pid: email', 'Write each item'],
  ['matrix_synapse_auto_join_rooms: "#general:example.com"', 'Write each item'],
  ['matrix_synapse_max_upload_size_mb: 100M', 'Write a number'],
  ['exim_relay_relay_use: "false"', 'Write false, without quotes'],
  ['matrix_playbook_ssl_enabled: "yes"', 'Write true, without quotes'],
  ['matrix_synapse_enable_registration: y', 'Write true, without quotes'],
  ['matrix_playbook_docker_installation_daemon_options_custom: [a]', 'Write a mapping'],
  ['matrix_synapse_container_network: [a]', ''],
])('%s has another type than its default', (line, hint) => {
  const found = checkVariables([parseVariables('vars.yml', `${line}\n`)], newest)
  expect(found.map(({ code }) => code)).toEqual(hint === '' ? [] : ['wrong-type'])
  expect(found[0]?.hint ?? '').toContain(hint)
})

it.each([
  'matrix_synapse_allow_guest_access: yes',
  'matrix_synapse_allow_guest_access: "{{ false }}"',
  'matrix_synapse_auto_join_rooms: []',
  'matrix_synapse_auto_join_rooms:',
  'matrix_synapse_max_upload_size_mb: "100"',
  'matrix_synapse_log_level: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61',
  'matrix_synapse_rc_message: &a { per_second: 1 }\nmatrix_synapse_rc_registration: *a',
])('%s has a type that will do', (text) => expect(problems(`${text}\n`)).toEqual([]))

it('knows a key of homeserver.yaml that stands where nothing reads it, unless it is the operator’s own', () => {
  expect(problems('enable_registration: true\npassword_config: { enabled: false }\n')).toEqual([
    '~unknown-variable enable_registration',
    '~unknown-variable password_config',
  ])
  expect(problems('max_upload_size: 5\nmatrix_synapse_max_upload_size_mb: "{{ max_upload_size }}"\n')).toEqual([])
})

const kinds: [string, string[]][] = [
  ['yaml/anchordup.yml', ['syntax']],
  ['yaml/dup.yml', ['duplicate-key']],
  ['yaml/dupjinja.yml', ['syntax']],
  ['yaml/flow.yml', []],
  ['yaml/indentkey.yml', []],
  ['yaml/merge.yml', []],
  ['yaml/nulls.yml', []],
  [
    'yaml/octal.yml',
    ['unknown-variable', 'unknown-variable', 'unknown-variable', 'unknown-variable', 'unknown-variable'],
  ],
  ['yaml/tabcomment.yml', ['tab']],
  ['yaml/unquoted.yml', ['syntax']],
  ['yaml/vaultid.yml', ['not-checked']],
  ['names-missing/vars.yml', []],
  ['deadly/a.yml', ['server-does-not-start']],
  ['deadly/captcha.yml', ['incomplete-registration']],
  ['deadly/dendrite-left.yml', []],
  ['deadly/ext.yml', []],
]

it.each(kinds)('%s', (file, codes) => {
  const found = checkVariables([loadVariables(join(fixtures, file))], newest)
  expect(found.map(({ code }) => code)).toEqual(codes)
})

it('no fixture of YAML is left out', () =>
  expect(readdirSync(join(fixtures, 'yaml')).every((name) => kinds.some(([file]) => file === `yaml/${name}`))).toBe(
    true,
  ))

it('every old name of a file that has grown for years is reported with what to do, and never with a guess', () => {
  const found = checkVariables([loadVariables(join(fixtures, 'galaxy-renames/vars.yml'))], newest)
  expect(found.filter(({ code }) => !['renamed-variable', 'removed-variable'].includes(code))).toEqual([])
  expect(found.length).toBe(34)
  expect(found.filter(({ hint }) => hint.includes('Did you mean'))).toEqual([])
})

it('takes the names from a checkout, also those that its roles only ask for', async () => {
  const more = {
    'mdad/roles/custom/matrix-a/defaults/main.yml': 'matrix_a: 1\n  matrix_b: 2\n',
    'mdad/roles/custom/matrix-a/templates/a.j2': '{{ matrix_asked_for | default("matrix_quoted") }}',
    'mdad/roles/galaxy/etherpad/defaults/main.yml': 'etherpad_a: 1\netherpad_b: 1\n',
    'mdad/requirements.yml': '- name: etherpad\n- name: grafana\n',
    'mdad/group_vars/matrix_servers': 'matrix_c: 1\n',
  }
  const { stdout } = await check(
    'matrix_a: 1\nmatrix_c: 1\nmatrix_zzzzzz: 1\nmatrix_asked_for: 1\nmatrix_quoted: 1\ngrafana_x: 1\netherpad_x: 1\n',
    ['--checkout', 'mdad', '--format', 'github'],
    more,
  )
  expect([...stdout.matchAll(/line=(\d)/g)].map(([, line]) => line)).toEqual(['3', '5', '7'])
  expect(await check('a: 1\n', ['--checkout', 'nowhere'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('does not contain the playbook'),
  })
})

it.each(['[a]', 'username,password', '- a: b'])('reports that %j has no variables', async (text) => {
  expect(await check(text)).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('vars.yml:1:1 error[no-variables]'),
  })
})

it('reports what is not YAML, and what is not there', async () => {
  expect((await check('a: [\n')).stdout).toContain('[syntax]')
  expect((await registrar(['check-vars', join('no', 'file.yml')], { cwd: makeDirectory() })).stdout).toContain(
    '[missing-file]',
  )
})
