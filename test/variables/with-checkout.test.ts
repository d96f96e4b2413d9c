import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host =
  'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\nauthority: mas\ndeployment: { kind: playbook, checkout: ../mdad }\n'

/** A workspace beside a checkout of the playbook that defines these variables. */
function place(lines: string, names: string[]): string {
  const migration =
    'matrix_playbook_migration_validated_version: ""\nmatrix_playbook_migration_expected_version: "v2027.01.01.0"\n'
  const files = {
    'work/registrar.yml': host + lines,
    'mdad/roles/custom/a/defaults/main.yml': names.map((name) => `${name}: 1\n`).join(''),
    'mdad/roles/custom/matrix_playbook_migration/defaults/main.yml': migration,
  }
  return join(makeDirectory(files), 'work')
}

const mas = [
  'enabled',
  'config_account_password_registration_enabled',
  'config_account_password_registration_email_required',
  'config_account_password_registration_token_required',
].map((name) => `matrix_authentication_service_${name}`)

it('what the checkout calls otherwise is rendered by that name', async () => {
  const cwd = place('registration: { mode: token }\n', mas)
  expect(await registrar(['generate'], { cwd })).toMatchObject({ exitCode: 0 })
  const variables = readFileSync(join(cwd, 'inventory/host_vars/matrix.example.com/vars.yml'), 'utf8')
  expect(variables).toContain(
    'matrix_authentication_service_config_account_password_registration_token_required: true\n',
  )
  expect(variables).not.toContain('account_registration_token_required')
})

it('what the checkout does not have is refused, and named', async () => {
  const { exitCode, stdout } = await registrar(['validate'], {
    cwd: place('registration: { mode: token }\nextra_vars: { matrix_b: 1 }\n', mas.slice(0, 3)),
  })
  expect(exitCode).toBe(2)
  expect(stdout).toContain(
    'and no longer takes matrix_authentication_service_config_account_registration_token_required, which this file asks for.',
  )
  expect(stdout).toContain("The playbook's checkout ../mdad has no variable matrix_b.")
})

it('a checkout that is older is reported', async () => {
  const cwd = join(
    makeDirectory({
      'work/registrar.yml': `${host}registration: { mode: token }\n`,
      'mdad/roles/custom/a/defaults/main.yml': mas
        .slice(0, 3)
        .map((name) => `${name}: 1\n`)
        .join(''),
    }),
    'work',
  )
  expect((await registrar(['validate'], { cwd })).stdout).toContain(
    "The playbook's checkout ../mdad cannot do what this file asks for: it has no matrix_authentication_service_config_account_registration_token_required.",
  )
})

it('changes of the checkout that nobody has read are reported', async () => {
  const { stdout } = await registrar(['validate'], {
    cwd: place('extra_vars: { matrix_playbook_migration_validated_version: v2026.05.18.0 }\n', mas),
  })
  expect(stdout).toContain('[unread-changes] The playbook refuses to run: it has breaking changes up to v2027.01.01.0')
})

it('a checkout that is not there is no matter', async () => {
  const cwd = join(makeDirectory({ 'work/registrar.yml': host }), 'work')
  expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
})

describe('a checkout that is newer than our lists', () => {
  /** Its roles say what became of names: the row of the table that each has. */
  function newer(lines: string, names: string[], rows: [old: string, instead: string][]): string {
    const table = rows.map(([old, instead]) => `    - {'old': '${old}', 'new': '${instead}'}\n`).join('')
    return join(
      makeDirectory({
        'work/registrar.yml': host.replace('authority: mas\n', '') + lines,
        'mdad/roles/custom/a/defaults/main.yml': names.map((name) => `${name}: 1\n`).join(''),
        'mdad/roles/custom/a/tasks/validate_config.yml': `- name: Catch renamed settings\n  with_items:\n${table}`,
      }),
      'work',
    )
  }
  const variables = (cwd: string) => readFileSync(join(cwd, 'inventory/host_vars/matrix.example.com/vars.yml'), 'utf8')
  const isNewer = 'checkout ../mdad is newer than this registrar, which knows releases up to 2026-08'

  it.each([
    [
      'registration: { mode: closed }\n',
      'matrix_synapse_enable_registration',
      'matrix_synapse_registration_enabled',
      'false',
    ],
    ['web: { admin: true }\n', 'matrix_ketesa_enabled', 'matrix_admin_ui_enabled', 'true'],
    ['email: { sender: a@example.com }\n', 'exim_relay_sender_address', 'exim_relay_from', 'a@example.com'],
    ['web: { element: false }\n', 'matrix_client_element_enabled', 'element_web_enabled', 'false'],
  ])('%s is rendered by the name that it has now, and that is reported', async (lines, old, now, value) => {
    const cwd = newer(lines, [now], [[old, now]])
    const { exitCode, stderr } = await registrar(['generate'], { cwd })
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    expect(stderr).toContain(`${isNewer}: it calls ${old} ${now}, and so do the rendered files.`)
    expect(variables(cwd)).toContain(`${now}: ${value}\n`)
    expect(variables(cwd)).not.toContain(old)
  })

  it.each([
    ['registration: { mode: closed }\n', 'matrix_synapse_enable_registration'],
    ['web: { admin: true }\n', 'matrix_ketesa_enabled'],
  ])('%s is refused where nothing replaces it: who may know, and what still works', async (lines, old) => {
    const { exitCode, stdout } = await registrar(['validate'], { cwd: newer(lines, ['a_b'], [[old, '<removed>']]) })
    expect(exitCode).toBe(2)
    expect(stdout).toContain(`${isNewer}, and no longer takes ${old}, which this file asks for.`)
    expect(stdout).toContain('A newer registrar may support this playbook. Until then remove what asks for it')
    expect(stdout).toContain('accounts and the rest of this file work as before')
  })

  it('what every vars.yml has is reported, and accounts can be managed', async () => {
    const cwd = newer('', ['matrix_server_name'], [['matrix_homeserver_implementation', 'matrix_server']])
    const { exitCode, stdout } = await registrar(['validate'], { cwd })
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`${isNewer}: it no longer takes matrix_homeserver_implementation, which is rendered.`)
    expect(stdout).toContain('do not run the playbook with this vars.yml; accounts can be managed as before')
  })

  it('extra_vars are judged by what it says, and migrated by that', async () => {
    const rows: [string, string][] = [['matrix_synapse_presence_enabled', 'matrix_synapse_shows_presence']]
    const cwd = newer(
      'extra_vars: { matrix_synapse_presence_enabled: false }\n',
      ['matrix_synapse_shows_presence'],
      rows,
    )
    const { exitCode, stdout } = await registrar(['validate'], { cwd })
    expect(exitCode).toBe(2)
    expect(stdout).toContain('matrix_synapse_presence_enabled was renamed (in this checkout).')
    expect(stdout).toContain('Write matrix_synapse_shows_presence')
  })

  it('one whose roles refuse what we know already is not newer', async () => {
    const cwd = newer('', ['matrix_ketesa_enabled'], [['matrix_synapse_admin_enabled', 'matrix_ketesa_enabled']])
    expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0, stdout: '' })
  })
})
