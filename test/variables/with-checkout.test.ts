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
    "The playbook's checkout ../mdad cannot do what this file asks for: it has no matrix_authentication_service_config_account_registration_token_required.",
  )
  expect(stdout).toContain("The playbook's checkout ../mdad has no variable matrix_b.")
})

it('changes of the checkout that nobody has read are told', async () => {
  const { stdout } = await registrar(['validate'], {
    cwd: place('extra_vars: { matrix_playbook_migration_validated_version: v2026.05.18.0 }\n', mas),
  })
  expect(stdout).toContain('[unread-changes] The playbook refuses to run: it has breaking changes up to v2027.01.01.0')
})

it('a checkout that is not there is no matter', async () => {
  const cwd = join(makeDirectory({ 'work/registrar.yml': host }), 'work')
  expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
})
