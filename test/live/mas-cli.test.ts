import { mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { everySurface, type Given, givenTo, isAsExpected, type LocalSurface, type Step, twice } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { masPlan } from '../support/mas-plan.ts'

jest.setTimeout(600_000)

const first = `-C0rrect {{ 7*7 }} "horse" 'é`
const second = 'another $HOME battery --staple'

interface CliStep extends Step {
  check?: boolean
  /** What logs in then, and what does not. */
  password?: string
  no?: string
}

/** Each operation done, and done again; what mas-cli cannot tell is not claimed. */
function story(): CliStep[] {
  const john = { username: 'NAME' }
  const token = { token: 'NAME-token' }
  return [
    { operation: 'register-user', given: { ...john, password: first }, says: /would be registered as an ordinary user/, changed: true, check: true },
    { operation: 'register-user', given: { ...john, password: first, email: 'NAME@example.org, NAME@example.com', display_name: 'NAME "É"' }, says: /was registered as an ordinary user/, changed: true, password: first },
    { operation: 'register-user', given: { ...john, password: second }, says: /already exists/, password: first, no: second },
    { operation: 'register-user', given: { username: 'NAME-weak', password: 'password123' }, says: /too weak for the server/, failed: true },
    { operation: 'register-user', given: { username: 'NAME-weak', password: 'password123', accept_weak_password: 'yes', admin: 'yes' }, says: /was registered as a server admin/, changed: true, password: 'password123' },
    { operation: 'register-user', given: { username: 'telegram_NAME', password: first }, says: /The server keeps @telegram_NAME:example.org for a bridge/, failed: true },
    { operation: 'show-user', given: john, says: /mas-cli cannot do that: it shows server admins alone/, failed: true },
    ...twice('promote-admin', john, /is now a server admin\./, /is a server admin already/),
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { admins: 'yes' }, says: /The accounts of example.org/ },
    { operation: 'list-users', given: {}, says: /it lists server admins alone/, failed: true },
    ...twice('demote-admin', john, /is now an ordinary user\./, /is an ordinary user already/),
    { operation: 'lock-user', given: john, says: /mas-cli does not tell the state of an account/, failed: true, check: true },
    { operation: 'lock-user', given: john, says: /is locked: logging in/, changed: true, no: first },
    { operation: 'unlock-user', given: john, says: /can log in again/, changed: true, password: first },
    ...twice('add-email', { ...john, email: 'NAME@example.net' }, /has the address NAME@example.net\./, /has the address NAME@example.net already/),
    { operation: 'add-email', given: { ...john, email: 'a..b@example.org' }, says: /"a..b@example.org" is not an e-mail address/, failed: true },
    { operation: 'set-password', given: { ...john, password: 'password123' }, says: /too weak for the server/, failed: true, password: first },
    { operation: 'set-password', given: { ...john, password: second }, says: /has the new password/, changed: true, password: second, no: first },
    ...twice('logout-user', john, /is logged out everywhere/, /has no session/),
    { operation: 'set-display-name', given: { ...john, display_name: 'x' }, says: /The homeserver behind MAS does that, and the host file names no token/, failed: true },
    { operation: 'lock-user', given: { username: 'NAMEE' }, says: /There is no account @NAMEE:example.org/, failed: true },
    { operation: 'deactivate-user', given: { ...john, yes: 'yes', erase: 'yes' }, says: /it deactivates, and never erases/, failed: true, password: second },
    { operation: 'deactivate-user', given: { ...john, yes: 'yes' }, says: /is deactivated\./, changed: true, no: second },
    { operation: 'create-registration-token', given: { ...token, uses: '5', expires: '7d' }, says: /Registration token: NAME-token/, changed: true },
    { operation: 'create-registration-token', given: token, says: /exists already/, failed: true },
    { operation: 'list-registration-tokens', given: {}, says: /does not list them/, failed: true },
    { operation: 'revoke-registration-token', given: token, says: /does not revoke them/, failed: true },
  ]
}

describe('every operation by mas-cli', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  const names = { ansible: 'by-ansible', cli: 'by-cli', 'host command': 'by-host' }
  let mas: Mas
  let plan: HostPlan
  let root = ''
  let surfaces: Record<string, LocalSurface>

  beforeAll(async () => {
    const bridge = join(state, 'bridge.yaml')
    await writeFile(bridge, JSON.stringify({ id: 'bridge', url: null, as_token: 'as', hs_token: 'hs', sender_localpart: 'bridgebot', namespaces: { users: [{ exclusive: true, regex: '@telegram_.*:example\\.org' }], rooms: [], aliases: [] } }))
    mas = await startMas({ synapse: { extra: { app_service_config_files: [bridge] } } })
    const { access, ...rest } = masPlan(mas, state)
    plan = { ...rest, access: { ...(access.mas ? { mas: access.mas } : {}), cli: { command: [...mas.masCli], takesPasswords: true } } }
    ;({ root, surfaces } = await everySurface(plan, {}))
  })

  afterAll(async () => {
    await mas?.stop()
    if (root) await rm(root, { recursive: true })
    rmSync(state, { recursive: true })
    removeDirectories()
  })

  async function whatIsWrong(surface: LocalSurface, name: string, step: CliStep): Promise<object | undefined> {
    const given: Given = givenTo(name, step.given)
    const told = await surface(step.operation, given, { check: step.check ?? false })
    const status = async (password: string | undefined) => (password === undefined ? undefined : (await login(mas.url, given.username ?? '', password)).status)
    const [yes, no] = [await status(step.password), await status(step.no)]
    return isAsExpected(step, name, told) && (yes ?? 200) === 200 && [401, 403].includes(no ?? 403) ? undefined : { operation: step.operation, given, ...told, yes, no }
  }

  it.each(Object.entries(names))('is done by the %s, and what mas-cli cannot tell is not claimed', async (surface, name) => {
    const wrong = []
    for (const step of story()) {
      const found = await whatIsWrong(surfaces[surface] as LocalSurface, name, step)
      if (found) wrong.push(found)
    }
    expect(wrong).toEqual([])
  })

  const run = (of: HostPlan, words: string[], password = first) => registrar(words, { cwd: makeDirectory({ 'registrar.yml': hostFile(of) }), env: { MATRIX_PASSWORD: password } })

  it('has no password on a command line where nobody said that it may be there', async () => {
    const careful = { ...plan, access: { ...plan.access, cli: { command: [...mas.masCli] } } }
    const { exitCode, stderr } = await run(careful, ['register-user', 'careful'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('mas-cli takes a password only on its command line')
    for (const way of ['access.client', 'passwords_on_command_line: accepted']) expect(stderr).toContain(way)
    expect((await run(careful, ['promote-admin', 'careful'])).stderr).toContain('There is no account @careful:example.org')
    expect((await run(careful, ['list-users', '--admins', '--json'])).exitCode).toBe(0)
  })

  it('the homeserver knows the account when it is told that it was registered', async () => {
    expect((await run(plan, ['register-user', 'known', '--display-name', 'Known'])).exitCode).toBe(0)
    const profile = await fetch(`${mas.synapse.url}/_matrix/client/v3/profile/${encodeURIComponent('@known:example.org')}`)
    expect(await profile.json()).toMatchObject({ displayname: 'Known' })
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
    expect(stdout).toMatch(/by mas-cli on the host: .*register-user/)
    expect(stdout).toMatch(/needs a client of the Admin API .*: show-user, list-registration-tokens/)
  })

  it('a program that is not there, or fails, is told', async () => {
    const of = (command: string[]): HostPlan => ({ ...plan, access: { ...plan.access, cli: { command, takesPasswords: true } } })
    expect((await run(of(['/no/such/mas-cli']), ['register-user', 'nobody'])).stderr).toContain('A program that is needed on')
    const silent = await run(of(['true']), ['promote-admin', 'known'])
    expect(silent).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('mas-cli did not log what it found') })
    const leaky = await run(of(['sh', '-c', 'echo "error: unexpected argument $*" >&2; exit 2']), ['register-user', 'nobody'])
    expect(leaky.exitCode).toBe(3)
    expect(leaky.stdout + leaky.stderr).not.toContain('horse')
  })
})
