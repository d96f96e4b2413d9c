import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** What a host file and the kept variables say of these. */
async function imported(text: string, words: string[] = []) {
  const cwd = makeDirectory({ 'vars.yml': text })
  const run = await registrar(['import', 'vars.yml', ...words], { cwd })
  const read = (path: string) => (run.exitCode === 0 ? readFileSync(join(cwd, path), 'utf8') : '')
  return {
    ...run,
    hostFile: read('registrar.yml').replace(/^[^]*user: root\n/, ''),
    kept: read('inventory/host_vars/matrix.example.com/kept.yml'),
  }
}

const domain = 'matrix_domain: example.com\n'

const words: [string, string, string][] = [
  [
    'registration',
    'matrix_synapse_enable_registration: yes\nmatrix_synapse_registration_requires_token: true\n',
    'registration:\n  mode: token\n',
  ],
  [
    'closed registration',
    'matrix_dendrite_client_api_registration_disabled: true\nmatrix_homeserver_implementation: dendrite\n',
    'registration:\n  mode: closed\n',
  ],
  [
    'Matrix Authentication Service',
    'matrix_authentication_service_enabled: true\nmatrix_authentication_service_config_account_password_registration_enabled: true\n',
    'registration:\n  mode: email\n',
  ],
  [
    'e-mail',
    'exim_relay_sender_address: a@example.com\nexim_relay_relay_use: true\nexim_relay_relay_host_name: smtp.example.com\nexim_relay_relay_host_port: 25\n',
    'email:\n  sender: a@example.com\n  relay:\n    host: smtp.example.com\n    port: 25\n',
  ],
  [
    'discovery',
    'matrix_static_files_container_labels_base_domain_enabled: true\nmatrix_federation_public_port: 443\n',
    'discovery:\n  served_by: playbook\n  federation_port: 443\n',
  ],
  ['the admin UI', 'matrix_ketesa_enabled: true\n', 'web:\n  admin: true\n'],
  ['anything else', 'matrix_synapse_log_level: "DEBUG"\n', 'extra_vars:\n  matrix_synapse_log_level: DEBUG\n'],
]

it.each(words)('%s gets the keys of a host file', async (_what, text, expected) => {
  const { hostFile, kept } = await imported(domain + text)
  expect(hostFile).toBe(expected)
  expect(kept).toBe('')
})

const stays: [string, string][] = [
  ['a secret', 'matrix_homeserver_generic_secret_key: abc\n'],
  ['a vault', 'matrix_synapse_log_level: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n'],
  ['a template', 'matrix_synapse_log_level: "{{ level }}"\n'],
  ['a comment and its variable', 'matrix_synapse_log_level: INFO # quiet\n# the end\n'],
  ['an anchor and its alias', 'my_a: &a [1]\nmy_b: *a\n'],
  ['a number in another spelling', 'my_a: 010\nmy_b: 1.0\nmy_c: 1:30\n'],
  ['a name that the release does not have', 'matrix_registration_enabled: true\n'],
  ['registration that may be open by mistake', 'matrix_synapse_enable_registration: true\n'],
]

it.each(stays)('%s stays as it is', async (_what, text) => {
  const { kept, hostFile } = await imported(domain + text)
  expect(kept).toBe(text)
  expect(hostFile).toBe('')
})

/** The text, what the host file says, and what is kept. */
const comments: [string, string, string, string][] = [
  [
    'goes with the setting under it',
    '# presence off, it eats CPU\nmatrix_synapse_presence_enabled: false\nmatrix_homeserver_generic_secret_key: abc\n',
    'extra_vars:\n  # presence off, it eats CPU\n  matrix_synapse_presence_enabled: false\n',
    'matrix_homeserver_generic_secret_key: abc\n',
  ],
  [
    'stays with a setting that stays',
    'matrix_synapse_presence_enabled: false\n# do NOT change this\nmatrix_homeserver_generic_secret_key: abc\n',
    'extra_vars:\n  matrix_synapse_presence_enabled: false\n',
    '# do NOT change this\nmatrix_homeserver_generic_secret_key: abc\n',
  ],
  [
    'stays where it stood, when an empty line parts it from what moves',
    '# a heading\n\nmatrix_synapse_presence_enabled: false\n',
    'extra_vars:\n  matrix_synapse_presence_enabled: false\n',
    '# a heading\n\n',
  ],
  [
    'that is a setting commented out stays, and so does what is under it',
    '# matrix_synapse_presence_enabled: true\nmatrix_synapse_presence_enabled: false\n',
    '',
    '# matrix_synapse_presence_enabled: true\nmatrix_synapse_presence_enabled: false\n',
  ],
  ...['Passwort vom Relay hunter2', 'admin / correcthorse', 'relay login: ask Anna', 'pw is swordfish', 'hunter22'].map(
    (comment): [string, string, string, string] => [
      `that may hold a secret stays (${comment})`,
      `# ${comment}\nmatrix_synapse_presence_enabled: false\n`,
      '',
      `# ${comment}\nmatrix_synapse_presence_enabled: false\n`,
    ],
  ),
]

it.each(comments)('a comment %s', async (_what, text, printed, kept) => {
  const found = await imported(domain + text)
  expect([found.hostFile, found.kept]).toEqual([printed, kept])
})

const relay = 'exim_relay_relay_use: true\nexim_relay_relay_host_name: smtp.example.net\n'

/** A relay with an account, whose password stays in its own variable. */
const passwords: [string, string][] = [
  ['in the clear', 'pw'],
  ['that is encrypted', '!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162'],
  ['from a template', '"{{ vault_relay_password }}"'],
]

it.each(passwords)('a relay with a password %s refers to it', async (_what, password) => {
  const secret = `exim_relay_relay_auth_password: ${password}\n`
  const account = 'exim_relay_relay_auth: true\nexim_relay_relay_auth_username: me@example.net\n'
  const found = await imported(`${domain}${relay}exim_relay_relay_host_port: 587\n${account}${secret}`)
  expect(found.hostFile).toBe(
    'email:\n  relay:\n    host: smtp.example.net\n    username: me@example.net\n    password:\n      ansible_var: exim_relay_relay_auth_password\n',
  )
  expect(found.kept).toContain(secret)
})

it('says which templates mean another directory once the file is kept elsewhere', async () => {
  const own = `my_key: "{{ lookup('file', inventory_dir + '/key') }}"\n`
  const { stderr, kept } = await imported(domain + own)
  expect(kept).toBe(own)
  expect(stderr).toContain('vars.yml:2 uses inventory_dir: that is another directory')
})

it('a file that is encrypted as a whole stays as it is', async () => {
  const vault = '$ANSIBLE_VAULT;1.1;AES256\n6162\n'
  const cwd = makeDirectory({ 'vars.yml': domain, 'vault.yml': vault })
  expect(await registrar(['import', 'vars.yml', 'vault.yml'], { cwd })).toMatchObject({ exitCode: 0 })
  expect(readTree(cwd)['inventory/host_vars/matrix.example.com/kept_vault.yml']).toBe(vault)
})

it('writes nothing without a domain, nor over what is there', async () => {
  expect(await imported('a: 1\n')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('matrix_domain') })
  const cwd = makeDirectory({ 'vars.yml': domain, 'registrar.yml': '' })
  expect(await registrar(['import', 'vars.yml'], { cwd })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('registrar.yml already exists'),
  })
})
