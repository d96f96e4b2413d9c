import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

it('nothing is done to accounts while they move to MAS, and the message says when it may be', async () => {
  const hostFile =
    'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nauthority: mas\nextra_vars: { matrix_authentication_service_migration_in_progress: true }\n'
  const cwd = makeDirectory({ 'registrar.yml': hostFile })
  const { exitCode, stderr } = await registrar(['list-users'], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('are being moved to Matrix') })
  expect(stderr).toContain('leave matrix_authentication_service_migration_in_progress out of extra_vars')
})
