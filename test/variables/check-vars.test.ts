import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const check = (text: string, words: string[] = [], more: Record<string, string> = {}) =>
  registrar(['check-vars', 'vars.yml', ...words], { cwd: makeDirectory({ 'vars.yml': text, ...more }) })

it('has nothing against what only Ansible can read, or what is not the playbook’s', async () => {
  const text =
    '---\npostgres_x: 1\nmatrix_domain: &d example.com\nmatrix_synapse_registration_shared_secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\nmatrix_ketesa_enabled: "{{ true }}"\nmy_own: *d\n'
  expect(await check(text)).toMatchObject({ exitCode: 0, stdout: '', stderr: '1 file: nothing to complain about.\n' })
  expect(await check('')).toMatchObject({ exitCode: 0 })
  expect(await check('$ANSIBLE_VAULT;1.1;AES256\n6162\n')).toMatchObject({ exitCode: 0 })
})

it('tells what was renamed, removed, misspelt, in the order of the lines', async () => {
  const { exitCode, stdout } = await check(
    'matrix_synapse_admin_enabled: true\nmatrix_registration_enabled: true\nmatrix_domian: a\n1: 2\n',
    ['--format', 'json'],
  )
  expect(exitCode).toBe(2)
  expect((JSON.parse(stdout) as { code: string; line: number }[]).map(({ code, line }) => [code, line])).toEqual([
    ['renamed-variable', 1],
    ['removed-variable', 2],
    ['unknown-variable', 3],
  ])
})

it('goes by the release that is named', async () => {
  expect((await check('matrix_synapse_admin_enabled: true\n', ['--release', '2025-06'])).exitCode).toBe(0)
})

it.each(['matrix_synapse_enable_registration: true', 'matrix_dendrite_client_api_registration_disabled: false'])(
  'says that with %s alone the server does not start, and how to mean it',
  async (line) => {
    const { exitCode, stdout } = await check(`${line}\n`)
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/server-does-not-start.*does not start[^]*Ask for something[^]*Or mean it/)
  },
)

it.each([
  'matrix_synapse_enable_registration: true\nmatrix_synapse_registration_requires_token: true\n',
  'matrix_synapse_enable_registration: true\nmatrix_synapse_registrations_require_3pid: [email]\n',
  'matrix_synapse_enable_registration: true\nmatrix_synapse_registrations_require_3pid: "{{ x }}"\n',
  "matrix_dendrite_client_api_registration_disabled: false\nmatrix_dendrite_process_extra_arguments: ['-really-enable-open-registration']\n",
  'matrix_dendrite_client_api_registration_disabled: false\nmatrix_dendrite_client_api_enable_registration_captcha: true\n',
])('has nothing against %j', async (text) => expect((await check(text)).exitCode).toBe(0))

it('takes the names from a checkout', async () => {
  const more = {
    'mdad/roles/custom/a/defaults/main.yml': 'matrix_a: 1\n  matrix_b: 2\n',
    'mdad/group_vars/matrix_servers': 'matrix_c: 1\n',
  }
  const { stdout } = await check(
    'matrix_a: 1\nmatrix_c: 1\nmatrix_zzzzzz: 1\n',
    ['--checkout', 'mdad', '--format', 'github'],
    more,
  )
  expect(stdout).toContain('line=3')
  expect(stdout.match(/::error/g)).toHaveLength(1)
  expect(await check('a: 1\n', ['--checkout', 'nowhere'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('does not hold the playbook'),
  })
})

it.each(['[a]', 'username,password', '- a: b'])('tells that %j has no variables', async (text) => {
  expect(await check(text)).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('vars.yml:1:1 error[no-variables]'),
  })
})

it('tells what is not YAML, and what is not there', async () => {
  expect((await check('a: [\n')).stdout).toContain('[syntax]')
  expect((await registrar(['check-vars', join('no', 'file.yml')], { cwd: makeDirectory() })).stdout).toContain(
    '[missing-file]',
  )
})
