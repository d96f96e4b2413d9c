import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import { registrar } from '../support/kept-cli.ts'
import { withBridge } from '../support/bridge.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { endings, everySurface, type LocalSurface } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { masPlan } from '../support/mas-plan.ts'
import { first, storyOfMasCli, runAllMas } from '../support/mas-stories.ts'

jest.setTimeout(3_600_000)

describe('every operation by mas-cli', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  let mas: Mas
  let plan: HostPlan
  let root = ''
  let surfaces: Record<string, LocalSurface>

  beforeAll(async () => {
    mas = await startMas({ synapse: { extra: withBridge() } })
    const { access, ...rest } = masPlan(mas, state)
    plan = {
      ...rest,
      access: { ...(access.mas ? { mas: access.mas } : {}), cli: { command: [...mas.masCli], takesPasswords: true } },
    }
    ;({ root, surfaces } = await everySurface(plan, {}))
  })

  afterAll(async () => {
    await mas?.stop()
    if (root) await rm(root, { recursive: true })
    rmSync(state, { recursive: true })
    removeDirectories()
  })

  it('is done by every surface, and what mas-cli cannot tell is not claimed', async () => {
    const story = storyOfMasCli()
    const stories = { ansible: endings(story), cli: story, 'host command': story }
    expect(await runAllMas(stories, surfaces, mas.url)).toEqual([])
  })

  const run = (of: HostPlan, words: string[], password = first) =>
    registrar(words, { cwd: makeDirectory({ 'registrar.yml': hostFile(of) }), env: { MATRIX_PASSWORD: password } })

  it('has no password on a command line unless that is allowed', async () => {
    const careful = { ...plan, access: { ...plan.access, cli: { command: [...mas.masCli] } } }
    const { exitCode, stderr } = await run(careful, ['register-user', 'careful'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('mas-cli takes a password only on its command line')
    for (const way of ['access.client', 'passwords_on_command_line: accepted']) expect(stderr).toContain(way)
    expect((await run(careful, ['promote-admin', 'careful'])).stderr).toContain(
      'There is no account @careful:example.org',
    )
    expect((await run(careful, ['list-users', '--admins', '--json'])).exitCode).toBe(0)
  })

  it('the homeserver knows the account when it is notified of the registration', async () => {
    expect((await run(plan, ['register-user', 'known', '--display-name', 'Known'])).exitCode).toBe(0)
    const profile = await fetch(
      `${mas.synapse.url}/_matrix/client/v3/profile/${encodeURIComponent('@known:example.org')}`,
    )
    expect(await profile.json()).toMatchObject({ displayname: 'Known' })
  })

  it('creates a token that is one of the account, until it is logged out', async () => {
    await run(plan, ['register-user', 'robot'])
    const { stdout } = await run(plan, ['create-access-token', 'robot', '--json'])
    const { access_token: token } = JSON.parse(stdout) as { access_token: string }
    const whose = async () => {
      const response = await fetch(`${mas.synapse.url}/_matrix/client/v3/account/whoami`, {
        headers: { authorization: `Bearer ${token}` },
      })
      return response.ok ? ((await response.json()) as { user_id: string }).user_id : response.status
    }
    expect(await whose()).toBe('@robot:example.org')
    expect((await run(plan, ['logout-user', 'robot'])).stdout).toMatch(/^Logged out @robot:example\.org everywhere/)
    expect((await run(plan, ['create-access-token', 'nobody'])).stderr).toContain('There is no account @nobody')
  })

  it('brings back what it deactivated', async () => {
    await run(plan, ['register-user', 'back'])
    expect((await run(plan, ['deactivate-user', 'back', '--yes'])).exitCode).toBe(0)
    expect((await run(plan, ['reactivate-user', 'back'])).exitCode).toBe(0)
    await poll(async () => (await login(mas.url, 'back', first)).status === 200, { what: 'logging in again' })
  })

  it('the doctor says what it is good for', async () => {
    const { stdout } = await run(plan, ['doctor'])
    expect(stdout).toMatch(/mas-cli\s+answers on the host/)
    expect(stdout).toMatch(
      /by mas-cli on the host: (all|the other) \d+ operations|by mas-cli on the host: .*register-user/,
    )
    expect(stdout).toMatch(/needs a client of the Admin API .*: show-user, list-sessions, list-registration-tokens/)
  })

  it('setup-access finds that it answers, and writes it into the host file', async () => {
    const { mas: at } = plan.access
    const before = hostFile({ ...plan, access: at ? { mas: at } : {} })
    const cwd = makeDirectory({
      'registrar.yml': before,
      'bin/mas-cli': `#!/bin/sh\nexec ${mas.masCli.join(' ')} "$@"\n`,
    })
    chmodSync(join(cwd, 'bin/mas-cli'), 0o755)
    const env = { PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}` }
    const without = await registrar(['setup-access', '--check'], { cwd })
    expect(without).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('mas-cli on the host does not work') })
    expect(await registrar(['setup-access', '--yes'], { cwd, env })).toMatchObject({ exitCode: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(`${before}\naccess:\n  cli: {}\n`)
    expect((await registrar(['doctor'], { cwd, env })).exitCode).toBe(0)
    const again = await registrar(['setup-access', '--yes'], { cwd, env })
    expect(again).toMatchObject({ exitCode: 0, stdout: 'Nothing to do: access in registrar.yml works.\n' })
  })

  it('a program that is not there, or fails, is reported', async () => {
    const of = (command: string[]): HostPlan => ({
      ...plan,
      access: { ...plan.access, cli: { command, takesPasswords: true } },
    })
    expect((await run(of(['/no/such/mas-cli']), ['register-user', 'nobody'])).stderr).toContain(
      'A program that is needed on',
    )
    const silent = await run(of(['true']), ['promote-admin', 'known'])
    expect(silent).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('mas-cli printed no result') })
    const leaky = await run(of(['sh', '-c', 'echo "error: unexpected argument $*" >&2; exit 2']), [
      'register-user',
      'nobody',
    ])
    expect(leaky.exitCode).toBe(3)
    expect(leaky.stdout + leaky.stderr).not.toContain('horse')
  })
})
