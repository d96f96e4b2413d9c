import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Report, UserRecord } from '../../generator/run/result.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { startInterruptingProxy } from '../support/interrupting-proxy.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

let synapse: Synapse

const many = 4203

/** More than two pages of the admin API, and of the database, with a name that YAML, CSV and terminals could misread. */
const fill = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=60) as database:
    names = ["@u%04d:example.org" % n for n in range(int(sys.argv[2]))]
    database.executemany("INSERT INTO users (name, creation_ts, admin, is_guest, deactivated) VALUES (?, 1700000000, 0, 0, 0)", [(name,) for name in names])
    database.execute("INSERT INTO profiles (user_id, full_user_id, displayname) VALUES ('u0007', '@u0007:example.org', ?)", ('=1+1,"\\x1b[31m"',))
`

beforeAll(async () => {
  synapse = await startSynapse()
  await execa('python3', ['-c', fill, join(synapse.dir, 'homeserver.db'), String(many)])
})

afterAll(async () => {
  await synapse?.stop()
  removeDirectories()
})

/** A directory with a host file, and what its commands need: boss's token, or nothing where only the database is asked. */
async function hostOf(way: string, address = synapse.url) {
  const plan = localPlan('synapse', synapse, synapse.python)
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  await registrar(['register-user', 'boss', '--admin'], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
  if (way === 'by the database') return { cwd, env: {} }
  const TOKEN = (await login(synapse.url, 'boss', 'secret-password')).accessToken ?? ''
  const asked = {
    ...plan,
    deployment: { ...plan.deployment, address } as HostPlan['deployment'],
    access: { token: { env: 'TOKEN' } },
  }
  return { cwd: makeDirectory({ 'registrar.yml': hostFile(asked) }), env: { TOKEN } }
}

it.each(['by the admin API', 'by the database'])('all of many users are listed, once, %s', async (way) => {
  const host = await hostOf(way)
  const list = async (...words: string[]) => (await registrar(['list-users', ...words], host)).stdout
  const { users, outcome } = JSON.parse(await list('--json')) as { users: UserRecord[]; outcome: string }
  expect([outcome, users.length, new Set(users.map(({ username }) => username)).size]).toEqual([
    'found',
    many + 1,
    many + 1,
  ])
  expect(
    (await list('--csv'))
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]),
  ).toEqual(users.map(({ username }) => username))
  expect((await list()).match(/^USER {2}.*$/gm)).toHaveLength(1)
  expect(JSON.parse(await list('--admins', '--json'))).toMatchObject({ users: [{ username: 'boss' }] })
  const odd = await list('--csv', '--name', 'u0007')
  expect(odd.split('\n')[1]).toContain(`"'=1+1,""`)
  expect(await list('--name', 'u0007')).toContain('=1+1,"\\u{1b}[31m"')
})

it('the accounts that were printed before the server stopped appear once, and the list says that it is not whole', async () => {
  for (const format of [['--json'], ['--csv'], []]) {
    const proxy = await startInterruptingProxy(synapse.url, (_method, path) => {
      if (!path.includes('from=2000')) return 'forward'
      proxy.stop()
      return 'drop'
    })
    const { exitCode, stdout, stderr } = await registrar(
      ['list-users', ...format],
      await hostOf('by the admin API', proxy.url),
    )
    const reported = [exitCode, stdout.match(/@u\d{4}:example\.org/g)?.length]
    expect([
      ...reported,
      ...(format[0] === '--json' ? [(JSON.parse(stdout) as Report).class] : [/does not answer/.test(stderr)]),
    ]).toEqual([3, 1999, format[0] === '--json' ? 'not_ready' : true])
  }
})
