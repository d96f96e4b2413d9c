import { cpSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import fc from 'fast-check'
import { makeDirectory } from './directory.ts'

/** An inventory's files by their paths; `links` lead from a path to another. */
export interface RandomInventory {
  files: Record<string, string>
  links: Record<string, string>
}

export const hosts = ['matrix.a.example', 'matrix.b.example']

/** `matrix_synapse_log_level: ERROR` and a secret, by the password "vault". */
const vaulted = `$ANSIBLE_VAULT;1.1;AES256
37623338336366396465333264353432316361613661663066656461303237636539633537656332
6138376161666664373338363938383562653433396337610a636330386466623230653364313066
35623739613635313630363538666239353666653634393264633762623338613761633239363033
6132366630303431380a663834643239336331303138363638333864316362656464383461633566
65626537623830326238366361383233323064333066643030666138663338656139636334386433
61356137383939383131353936353534363464333832393234346331343761653731346562663063
646235316263353366656666363466616139
`

const switches = ['true', 'false', 'yes', 'no', 'True', '"yes"', '"no"', '"{{ my_own }}"', '"{{ true }}"']
const secrets = [
  "'a''b $1 #x'",
  '"x\\ty"',
  '!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162',
  '!unsafe "{{ x }}"',
  "\"{{ lookup('env', 'X') }}\"",
]
const others = [
  '~',
  '010',
  '1.0',
  '12:30:45',
  '{ a: 1, b: [x, "{{ y }}"] }',
  '|\n  several\n  lines',
  '>-\n  folded\n  text',
  '&a [1, 2]',
  '',
]

/** What operators write for a setting, and for their own. */
const written: Record<string, string[]> = {
  matrix_synapse_log_level: ['DEBUG', '"WARNING"', "'INFO'", '"{{ my_own }}"'],
  matrix_client_element_enabled: switches,
  matrix_server_fqn_element: ['chat.a.example', '"chat.{{ matrix_domain }}"'],
  matrix_base_data_path: ['/srv/matrix', '"/srv/matrix-{{ my_own }}"'],
  matrix_homeserver_generic_secret_key: secrets,
  postgres_connection_password: secrets,
  matrix_synapse_presence_enabled: switches,
  matrix_synapse_enable_registration: switches,
  matrix_synapse_registration_requires_token: switches,
  matrix_synapse_max_upload_size_mb: ['100', '"100"', '1_000'],
  matrix_ketesa_enabled: switches,
  exim_relay_sender_address: ['matrix@a.example', '"matrix@{{ matrix_domain }}"'],
  exim_relay_relay_use: switches,
  exim_relay_relay_host_name: ['mail.example.com', '"{{ my_own }}"'],
  exim_relay_relay_host_port: ['587', '465', '"25"'],
  exim_relay_relay_auth: switches,
  exim_relay_relay_auth_username: ['me@example.com', 'me'],
  exim_relay_relay_auth_password: secrets,
  matrix_synapse_auto_join_rooms: [
    '["#a:example.com"]',
    '\n  - \'#a:example.com\'\n  - "#b:{{ matrix_domain }}"',
    '[]',
  ],
  matrix_synapse_configuration_extension_yaml: ['|\n  a: "{{ my_own }}"\n  b: [1, 2]', '"a: 1\\nb: 2\\n"'],
  traefik_config_certificatesResolvers_acme_email: ['me@example.com'],
  matrix_server_fqn_matrix: ['matrix.a.example'],
  ansible_port: ['22', '2222'],
  ansible_user: ['root', 'deploy', '"{{ my_own }}"'],
  ansible_become: ['true', 'false'],
  my_own: ['1', 'text', ...secrets, ...others],
  my_other: others,
  matrix_synapse_rc_message: others,
  matrix_synapse_sentry_dsn: others,
}

const setting = fc
  .constantFrom(...Object.keys(written))
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.constantFrom(...(written[name] ?? [])),
      fc.constantFrom('', '', '# why\n', '# a_key: b\n', '\n'),
      fc.constantFrom('', '', '', ' # behind'),
    ),
  )
  .map(([name, value, above, behind]) => `${above}${name}: ${value}${/\n|^$/.test(value) ? '' : behind}\n`)
const file = fc.array(setting, { maxLength: 6 }).map((settings) => settings.join(''))
const json = fc.constantFrom('{"my_own": 1}', '{"matrix_synapse_log_level": "INFO"}')

/** What stands in host_vars/ or group_vars/ for a name. */
const variablesOf = (directory: string): fc.Arbitrary<Record<string, string>> => {
  const inside = fc.record(
    {
      'vars.yml': file,
      'common.yml': file,
      zeta: file,
      'more.json': json,
      'sub/deep.yml': file,
      '.hidden.yml': file,
      'vars.yml~': file,
      'vault.yml': fc.constant(vaulted),
      'kept.yaml': file,
    },
    { requiredKeys: [] },
  )
  const inFiles = inside.map((files) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${directory}/${name}`, text])),
  )
  return fc.oneof(
    fc.constant({}),
    inFiles,
    inFiles,
    inFiles,
    file.map((text) => ({ [`${directory}.yml`]: text })),
    file.map((text) => ({ [`${directory}.yaml`]: text, [`${directory}.json`]: '{"my_own": "ignored"}' })),
    fc.tuple(inFiles, file).map(([files, hidden]) => ({ ...files, [`${directory}.yml`]: hidden })),
  )
}

const hostsFile = fc.constantFrom(
  `[matrix_servers]\n${hosts[0]} ansible_host=203.0.113.5 ansible_user=root my_own=1\n`,
  `[matrix_servers]\n${hosts.join('\n')}\n\n[production:children]\nmatrix_servers\n\n[production:vars]\nmatrix_base_data_path=/srv/production\n`,
  `${hosts[1]}\n[matrix_servers]\n${hosts[0]} ansible_become=true ansible_become_user=root ansible_sudo_pass='x "y"'\n[all:vars]\nmy_own="{{ 1 }}"\n`,
  `all:\n  vars: { my_own: 2 }\n  children:\n    production:\n      children:\n        matrix_servers:\n          vars: { matrix_synapse_log_level: INFO }\n          hosts: { ${hosts[0]}: { ansible_user: root } }\n`,
)

const domain = fc.constantFrom('', '', 'matrix_domain: a.example\n', 'matrix_domain: "{{ my_own }}"\n')

export const randomInventory: fc.Arbitrary<RandomInventory> = fc
  .tuple(
    hostsFile,
    domain,
    variablesOf(`host_vars/${hosts[0]}`),
    variablesOf(`host_vars/${hosts[1]}`),
    variablesOf('group_vars/all'),
    variablesOf('group_vars/matrix_servers'),
    variablesOf('group_vars/production'),
    fc.boolean(),
  )
  .map(([text, saysDomain, own, other, all, group, outer, hasLink]) => {
    const files: Record<string, string> = {
      [text.startsWith('all:') ? 'hosts.yml' : 'hosts']: text,
      ...all,
      ...group,
      ...outer,
      ...other,
      ...own,
    }
    const first = Object.keys(own)[0]
    if (first !== undefined && files[first] !== vaulted && !first.endsWith('.json')) files[first] += saysDomain
    const links: Record<string, string> = {}
    if (hasLink && Object.keys(own).some((path) => path.startsWith(`host_vars/${hosts[0]}/`))) {
      files['shared.txt'] = 'my_own: shared\nmatrix_synapse_presence_enabled: false\n'
      links[`host_vars/${hosts[0]}/linked.yml`] = 'shared.txt'
      links[`host_vars/${hosts[0]}/dangling.yml`] = 'nowhere.txt'
    }
    return { files, links }
  })

/** A checkout with that inventory. */
export function makeCheckout({ files, links }: RandomInventory): string {
  const paths = Object.entries(files).map(([path, text]) => [`inventory/${path}`, text] as const)
  const root = makeDirectory({ 'setup.yml': '', ...Object.fromEntries(paths) })
  for (const [path, target] of Object.entries(links))
    symlinkSync(relative(dirname(path), target), join(root, 'inventory', path))
  return root
}

export function copyOf(checkout: string): string {
  const copy = join(makeDirectory(), 'checkout')
  cpSync(checkout, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}
