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

it.each(words)('%s is said in the words of a host file', async (_what, text, expected) => {
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
  ['registration that nobody said is meant to be open', 'matrix_synapse_enable_registration: true\n'],
]

it.each(stays)('%s stays as it is', async (_what, text) => {
  const { kept, hostFile } = await imported(domain + text)
  expect(kept).toBe(text)
  expect(hostFile).toBe('')
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
    stderr: expect.stringContaining('registrar.yml is there already'),
  })
})
