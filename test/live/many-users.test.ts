import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(120_000)

let synapse: Synapse

/** More than two pages of the admin API, with a name that YAML, CSV and terminals could misread. */
const fill = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=60) as database:
    names = ["@u%04d:example.org" % n for n in range(1203)]
    database.executemany("INSERT INTO users (name, creation_ts, admin, is_guest, deactivated) VALUES (?, 1700000000, 0, 0, 0)", [(name,) for name in names])
    database.execute("INSERT INTO profiles (user_id, full_user_id, displayname) VALUES ('u0007', '@u0007:example.org', ?)", ('=1+1,"\\x1b[31m"',))
`

beforeAll(async () => {
  synapse = await startSynapse({ bcryptRounds: 4 })
  await execa('python3', ['-c', fill, join(synapse.dir, 'homeserver.db')])
})

afterAll(async () => {
  await synapse?.stop()
  removeDirectories()
})

it.each(['by the admin API', 'by the database'])('all of many users are listed, once, %s', async (way) => {
  const plan = localPlan('synapse', synapse, synapse.python)
  const register = makeDirectory({ 'registrar.yml': hostFile(plan) })
  await registrar(['register-user', 'boss', '--admin'], { cwd: register, env: { MATRIX_PASSWORD: 'secret-password' } })
  const token = (await login(synapse.url, 'boss', 'secret-password')).accessToken ?? ''
  const cwd = makeDirectory({ 'registrar.yml': hostFile(way === 'by the database' ? plan : { ...plan, access: { token: { env: 'TOKEN' } } }) })
  const list = async (...words: string[]) => (await registrar(['list-users', ...words], { cwd, env: { TOKEN: token } })).stdout
  const { users } = JSON.parse(await list('--json')) as { users: { username: string }[] }
  expect(new Set(users.map(({ username }) => username)).size).toBe(1204)
  expect(users).toHaveLength(1204)
  expect(JSON.parse(await list('--admins', '--json'))).toMatchObject({ users: [{ username: 'boss' }] })
  const odd = await list('--csv', '--name', 'u0007')
  expect(odd.split('\n')[1]).toContain(`"'=1+1,""`)
  expect(await list('--name', 'u0007')).toContain('=1+1,"\u{fffd}[31m"')
})
