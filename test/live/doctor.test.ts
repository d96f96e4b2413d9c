import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Examination } from '../../generator/run/doctor/examine.ts'
import type { Finding } from '../../generator/run/doctor/finding.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { startMas } from '../lab/mas.ts'
import { devices, login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { send } from '../support/mas-client.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)
ownLock()
afterAll(removeDirectories)

/** A host's systemctl, whose units are in $UNIT_STATE, and its clock, which is $CLOCK off. */
const bin = makeDirectory({
  systemctl: `#!/bin/sh
while [ "$1" != -- ]; do shift; done
shift
for unit in "$@"; do printf 'Id=%s\\n%s\\n\\n' "$unit" "\${UNIT_STATE:-$(printf 'LoadState=loaded\\nActiveState=active\\nSubState=running')}"; done
`,
  date: '#!/bin/sh\nexec /bin/date -d "${CLOCK:-now}" "$@"\n',
})
for (const name of ['systemctl', 'date']) chmodSync(join(bin, name), 0o755)
const path = [bin, process.env['PATH']].join(delimiter)

interface Reported extends Examination {
  exitCode: number
  output: string
}

async function doctor(plan: HostPlan, env: Record<string, string> = {}): Promise<Reported> {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  const { exitCode, stdout, stderr } = await registrar(['doctor', '--json'], { cwd, env: { PATH: path, ...env } })
  return { ...(JSON.parse(stdout) as Examination), exitCode, output: stdout + stderr }
}

function found({ findings }: Reported, check: string): Finding | undefined {
  return findings.find((each) => each.check === check)
}

const bad = ({ findings }: Reported): string[] =>
  findings.filter(({ state }) => state === 'bad').map(({ check }) => check)

const password = 'secret-password'

describe.each(['synapse', 'dendrite'] as const)('doctor on a real %s', (kind) => {
  const label = kind === 'synapse' ? 'Synapse' : 'Dendrite'
  let server: Homeserver
  let plan: HostPlan
  let withToken: HostPlan
  let tokens: { BOSS: string; JOHN: string }

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    plan = localPlan(kind, server, synapse?.python)
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    for (const words of [['boss', '--admin'], ['john']])
      await registrar(['register-user', ...words], { cwd, env: { MATRIX_PASSWORD: password } })
    const tokenOf = async (name: string) => (await login(server.url, name, password)).accessToken ?? ''
    tokens = { BOSS: await tokenOf('boss'), JOHN: await tokenOf('john') }
    withToken = { ...plan, access: { token: { env: 'BOSS' } } }
  })

  afterAll(() => server?.stop())

  /** Every account, session and profile that the server has. */
  async function kept(): Promise<string> {
    const [file, looks] =
      kind === 'synapse'
        ? [
            'homeserver.db',
            [
              'name, password_hash, admin, deactivated FROM users',
              '* FROM profiles',
              'user_id, device_id, token FROM access_tokens',
              'user_id, device_id FROM devices',
              '* FROM registration_tokens',
            ],
          ]
        : [
            'userapi.db',
            [
              'localpart, password_hash, account_type FROM userapi_accounts',
              '* FROM userapi_profiles',
              'localpart, device_id, access_token FROM userapi_devices',
            ],
          ]
    const script =
      'import json, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); print(json.dumps([db.execute("SELECT " + each).fetchall() for each in sys.argv[2:]]))'
    return (await execa('python3', ['-c', script, join(server.dir, file as string), ...(looks as string[])])).stdout
  }

  it('finds all good, and changes nothing', async () => {
    const before = await kept()
    expect(before).toContain('boss')
    const reported = await doctor(withToken, tokens)
    expect({ bad: bad(reported), exitCode: reported.exitCode }).toEqual({ bad: [], exitCode: 0 })
    expect(found(reported, 'server')?.detail).toMatch(
      kind === 'synapse' ? /^Synapse 1\.\d+\.\S+ answers$/ : /^Dendrite/,
    )
    expect(found(reported, 'owner')?.detail).toContain('The homeserver itself owns the accounts')
    expect(found(reported, 'shared secret')).toMatchObject({ state: 'good' })
    expect(found(reported, 'admin')).toMatchObject({ state: 'good', detail: '@boss:example.org is a server admin' })
    expect(found(reported, 'database')?.detail).toBe('can be read (accounts: 2)')
    expect(found(reported, 'service')?.detail).toBe(`matrix-${kind}.service is active (running)`)
    expect(found(reported, 'clock')).toMatchObject({ state: 'good' })
    expect(await kept()).toBe(before)
    expect([tokens.BOSS, server.sharedSecret].filter((secret) => reported.output.includes(secret))).toEqual([])
  })

  it('says by which way each operation is possible', async () => {
    const wayOf = ({ operations }: Reported, name: string) => operations.find(({ operation }) => operation === name)
    const full = await doctor(withToken, tokens)
    expect(wayOf(full, 'register-user')).toEqual({ operation: 'register-user', way: 'secret' })
    expect(wayOf(full, 'set-password')).toEqual({ operation: 'set-password', way: 'admin' })
    const bare = await doctor(plan)
    expect(bare.exitCode).toBe(0)
    expect(wayOf(bare, 'promote-admin')).toEqual({ operation: 'promote-admin', way: 'database' })
    expect(wayOf(bare, 'lock-user')).toMatchObject({
      way: null,
      reason:
        kind === 'synapse'
          ? expect.stringContaining('needs an admin')
          : expect.stringContaining('Dendrite cannot: it cannot lock'),
    })
    expect(found(bare, 'admin')).toMatchObject({ state: 'note' })
  })

  it('has a table for people, a mark in front of each line and the next step below a bad one', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, access: { token: { env: 'WRONG' } } }) })
    const { stdout, stderr, exitCode } = await registrar(['doctor'], { cwd, env: { PATH: path, WRONG: 'syt_wrong' } })
    expect(stdout).toMatch(/^ok {4}connection {4,}this machine$/m)
    expect(stdout).toMatch(/^BAD {3}admin +The server rejected the access.*\n +-> The token or password is wrong/m)
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(stdout).not.toContain('syt_wrong')
  })

  it("finds a token that is not an admin's, an unknown one, and one that is not there", async () => {
    const access = { token: { env: 'JOHN' } }
    const john = await doctor({ ...plan, access }, tokens)
    expect(found(john, 'admin')?.detail).toContain('is not that of an admin')
    const wrong = await doctor({ ...plan, access }, { JOHN: 'syt_wrong' })
    expect(found(wrong, 'admin')?.detail).toContain('rejected the access')
    const none = await doctor({ ...plan, access })
    expect(none.findings).toContainEqual(
      expect.objectContaining({
        check: 'access',
        state: 'bad',
        detail: 'access.token: the environment variable JOHN is not set',
      }),
    )
    expect([john, wrong, none].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1])
  })

  it('tries an admin who logs in, and leaves no session', async () => {
    const access = { login: { username: 'boss', password: { env: 'PASSWORD' } } }
    expect(found(await doctor({ ...plan, access }, { PASSWORD: password }), 'admin')).toMatchObject({ state: 'good' })
    expect(found(await doctor({ ...plan, access }, { PASSWORD: 'wrong-password' }), 'admin')).toMatchObject({
      state: 'bad',
    })
    expect(await devices(server.url, tokens.BOSS)).toHaveLength(1)
  })

  it('finds that the server is another one than the host file says', async () => {
    const other = kind === 'synapse' ? 'dendrite' : 'synapse'
    const reported = await doctor(localPlan(other, server, '/usr/bin/python3'))
    expect(found(reported, 'server')).toMatchObject({
      state: 'bad',
      detail: expect.stringMatching(
        new RegExp(`^The server that answers is ${label}.*, but the host file says homeserver: ${other}$`),
      ),
      next: expect.stringContaining(`homeserver: ${kind}`),
    })
    expect(found(reported, 'owner')).toBeUndefined()
  })

  it('finds that the clocks do not agree', async () => {
    expect(found(await doctor(plan, { CLOCK: '-1 minute' }), 'clock')).toMatchObject({
      state: 'bad',
      detail: expect.stringMatching(/^The host's clock is (59|60|61) s behind the one here$/),
    })
    expect(found(await doctor(plan, { CLOCK: '4 seconds' }), 'clock')).toMatchObject({ state: 'good' })
  })

  it('finds that the server serves another domain', async () => {
    expect(found(await doctor({ ...plan, domain: 'example.com' }), 'domain')).toMatchObject({
      state: 'bad',
      next: expect.stringContaining('domain: example.org'),
    })
  })

  describe('with another configuration than the server was started with', () => {
    const secret = /(registration_shared_secret("?): )"?\w+"?/
    const changed = (from: RegExp, to: string) => {
      const file = join(makeDirectory(), kind === 'synapse' ? 'homeserver.yaml' : 'dendrite.yaml')
      const text = readFileSync(server.configPath, 'utf8')
      expect(text).toMatch(from)
      writeFileSync(file, text.replace(from, to))
      return { ...plan, deployment: { ...plan.deployment, config: [file] } } as HostPlan
    }

    it('finds that the secret is not the one of the running server', async () => {
      const before = await kept()
      const reported = await doctor(changed(secret, '$1"another secret"'))
      expect(bad(reported)).toEqual(['shared secret'])
      expect(found(reported, 'shared secret')).toMatchObject({
        detail: expect.stringContaining('does not know the registration_shared_secret'),
        next: expect.stringContaining(`restart matrix-${kind}.service`),
      })
      expect(reported.operations[0]).toMatchObject({
        operation: 'register-user',
        way: null,
        reason: 'needs the registration shared secret',
      })
      expect(await kept()).toBe(before)
    })

    it('finds that there is no secret', async () => {
      const reported = await doctor(changed(secret, 'unrelated$2: 1'))
      expect(found(reported, 'shared secret')?.detail).toContain('has no registration_shared_secret')
    })

    it('finds that the database cannot be read', async () => {
      const reported = await doctor(changed(/(homeserver|userapi)\.db/, 'nowhere/x.db'))
      expect(found(reported, 'database')).toMatchObject({ state: 'bad' })
    })
  })

  it('finds that the configuration is not there', async () => {
    const reported = await doctor({
      ...plan,
      deployment: { ...plan.deployment, config: ['/nowhere.yaml'] },
    } as HostPlan)
    expect(found(reported, 'domain')).toMatchObject({
      state: 'bad',
      detail: expect.stringContaining('configuration could not be read'),
    })
  })

  it('finds that the server is stopped, and its service', async () => {
    await server.halt()
    try {
      const reported = await doctor(plan, { UNIT_STATE: 'LoadState=loaded\nActiveState=inactive\nSubState=dead' })
      expect(bad(reported)).toEqual(['service', 'server'])
      expect(found(reported, 'service')).toMatchObject({
        detail: `matrix-${kind}.service is inactive (dead)`,
        next: expect.stringContaining(`systemctl start matrix-${kind}.service`),
      })
      expect(found(reported, 'server')?.detail).toContain('does not answer')
      expect(reported.exitCode).toBe(1)
      const absent = await doctor(plan, { UNIT_STATE: 'LoadState=not-found\nActiveState=inactive\nSubState=dead' })
      expect(found(absent, 'service')?.detail).toBe(`There is no matrix-${kind}.service on matrix.example.org`)
    } finally {
      await server.resume()
    }
  })
})

describe('doctor with MAS in front of Synapse', () => {
  let mas: Awaited<ReturnType<typeof startMas>>
  let plan: HostPlan
  let withMas: HostPlan

  beforeAll(async () => {
    mas = await startMas()
    plan = localPlan('synapse', mas.synapse, mas.synapse.python)
    withMas = {
      ...plan,
      authority: 'mas',
      access: { client: { id: mas.adminApi.clientId, secret: { env: 'CLIENT_SECRET' } }, mas: { address: mas.url } },
    }
  })

  afterAll(() => mas?.stop())

  it('names each key of the host file that must change after the move', async () => {
    const reported = await doctor(
      { ...plan, access: { token: { env: 'TOKEN' }, preferDatabase: true } },
      { TOKEN: 'syt_old' },
    )
    expect(bad(reported)).toEqual(['owner'])
    expect(found(reported, 'owner')?.detail).toBe(
      `Matrix Authentication Service (${mas.url}/) owns the accounts, but the host file says that synapse does`,
    )
    for (const words of [
      'authority: mas;',
      'access.client: {',
      `mas.address: where the host reaches it, perhaps ${mas.url}/`,
      'remove access.token and access.prefer_database',
    ])
      expect(found(reported, 'owner')?.next).toContain(words)
    expect(reported.exitCode).toBe(1)
    expect(reported.operations.every(({ way }) => way === null)).toBe(true)
  })

  it('is right: every surface refuses before anything is written that nobody would read', async () => {
    const reported =
      'Matrix Authentication Service owns the accounts here, but the host file says that the homeserver does'
    const users = [{ username: 'john', password: { env: 'MATRIX_PASSWORD' } }]
    const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, users }) })
    const env = { MATRIX_PASSWORD: password }
    for (const words of [
      ['register-user', 'john'],
      ['register-user', 'john', '--check'],
      ['promote-admin', 'john'],
      ['set-password', 'john', '--keep-sessions'],
      ['plan'],
      ['apply', '--yes'],
    ])
      expect({ words, ...(await registrar(words, { cwd, env })) }).toMatchObject({
        words,
        exitCode: 3,
        stderr: expect.stringContaining(reported),
      })
    const root = makeWorkspace([{ ...plan, users }])
    for (const words of [['promote-admin', 'john'], ['ensure-users']])
      expect((await runJust(root, words, { env })).output).toContain(reported)
    rmSync(root, { recursive: true })
  })

  it('finds all good when the host file says so', async () => {
    const reported = await doctor(withMas, { CLIENT_SECRET: mas.adminApi.clientSecret })
    expect({ bad: bad(reported), exitCode: reported.exitCode }).toEqual({ bad: [], exitCode: 0 })
    expect(reported.operations.find(({ operation }) => operation === 'lock-user')).toEqual({
      operation: 'lock-user',
      way: 'api',
    })
    expect(reported.findings.filter(({ check }) => check === 'service').map(({ detail }) => detail)).toEqual([
      'matrix-synapse.service is active (running)',
      'matrix-authentication-service.service is active (running)',
    ])
  })

  it('finds accounts that only the homeserver knows', async () => {
    const env = { CLIENT_SECRET: mas.adminApi.clientSecret }
    expect(found(await doctor(withMas, env), 'both sides')).toMatchObject({ state: 'good' })
    await send(mas.synapse.url, 'POST', '/_synapse/mas/provision_user', {
      token: mas.secret,
      body: { localpart: 'split' },
    })
    expect(found(await doctor(withMas, env), 'both sides')).toMatchObject({
      state: 'bad',
      detail: 'Only Synapse knows split',
      next: expect.stringContaining('syn2mas'),
    })
  })

  it('finds a wrong secret of the client, and a client that may not', async () => {
    expect(found(await doctor(withMas, { CLIENT_SECRET: 'wrong' }), 'Admin API')).toMatchObject({
      state: 'bad',
      detail: expect.stringContaining('MAS rejected the client'),
    })
    const outsider = {
      ...withMas,
      access: { ...withMas.access, client: { id: mas.outsider.clientId, secret: { env: 'CLIENT_SECRET' } } },
    }
    expect(found(await doctor(outsider, { CLIENT_SECRET: mas.outsider.clientSecret }), 'Admin API')).toMatchObject({
      state: 'bad',
      detail: expect.stringContaining('is not allowed to use the Admin API'),
    })
  })

  it('finds that MAS is stopped', async () => {
    await mas.halt()
    try {
      expect(bad(await doctor(withMas, { CLIENT_SECRET: mas.adminApi.clientSecret }))).toContain('MAS')
    } finally {
      await mas.resume()
    }
  })

  it('finds that no MAS owns the accounts, though the host file says so', async () => {
    const synapse = await startSynapse()
    try {
      const { deployment } = localPlan('synapse', synapse, synapse.python)
      const reported = await doctor({ ...withMas, deployment }, { CLIENT_SECRET: mas.adminApi.clientSecret })
      expect(bad(reported)).toEqual(['owner'])
      expect(found(reported, 'owner')?.next).toContain('remove authority: mas, mas and access.client')
      const users = [{ username: 'undelegated', password: { env: 'P' } }]
      const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...withMas, deployment, users }) })
      const env = { CLIENT_SECRET: mas.adminApi.clientSecret, P: 'C0rrect-horse-9x' }
      for (const words of [['plan'], ['apply', '--yes'], ['plan']]) {
        const { stdout, stderr } = await registrar(words, { cwd, env })
        expect(stdout + stderr).toMatch(/^\? Nobody can sign in yet: the homeserver does not delegate to MAS\./m)
      }
    } finally {
      await synapse.stop()
    }
  })
})

describe('doctor on a host that cannot be reached', () => {
  it('names the hop and ends with exit code 3', async () => {
    const cwd = makeDirectory({
      'registrar.yml': hostFile({
        ...localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/x' }, '/x'),
        connection: { kind: 'ssh', address: '127.0.0.1', port: 1, user: 'nobody' },
      }),
    })
    const { stdout, exitCode } = await registrar(['doctor'], { cwd })
    expect(stdout).toMatch(/^BAD {3}connection +Cannot connect to 127\.0\.0\.1, port 1: nothing listens there/m)
    expect(exitCode).toBe(3)
  })
})
