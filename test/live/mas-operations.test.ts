import { mkdtempSync, readdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { everySurface, givenTo, isAsExpected, type LocalSurface, type Step, twice } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { getToken, send } from '../support/mas-client.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'

jest.setTimeout(900_000)

interface MasStep extends Step {
  check?: boolean
  /** The password that logs in afterwards, and one that does not. */
  password?: string
  no?: string
}

/** Named so that the host command reads it too. */
const homeserverToken = 'MATRIX_HOMESERVER_TOKEN'

const first = 'C0rrect-horse-9x'
const second = 'another {{ 7*7 }} battery $HOME'

/** Each operation done, and done again, on an account NAME that every surface has for itself. */
function story(): MasStep[] {
  const john = { username: 'NAME' }
  const token = { token: 'NAME-token' }
  return [
    { operation: 'register-user', given: { ...john, password: first, email: 'NAME@example.org' }, says: /would be registered as an ordinary user/, changed: true, check: true },
    { operation: 'show-user', given: john, says: /There is no account @NAME:example.org/, failed: true },
    { operation: 'register-user', given: { ...john, password: first, email: 'NAME@example.org, NAME@example.com' }, says: /was registered as an ordinary user/, changed: true, password: first },
    { operation: 'register-user', given: { ...john, password: second }, says: /already exists/, password: first, no: second },
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { name: 'NAME' }, says: /The accounts of example.org/ },
    ...twice('promote-admin', john, /is now a server admin\./, /is a server admin already/),
    { operation: 'list-users', given: { admins: 'yes' }, says: /The accounts of example.org/ },
    ...twice('demote-admin', john, /is now an ordinary user\./, /is an ordinary user already/),
    { operation: 'lock-user', given: john, says: /would be locked/, changed: true, check: true },
    ...twice('lock-user', john, /is locked: logging in/, /is locked already/),
    ...twice('unlock-user', john, /can log in again/, /is not locked/),
    ...twice('suspend-user', john, /is suspended/, /is suspended already/),
    ...twice('unsuspend-user', john, /can write again/, /is not suspended/),
    ...twice('set-display-name', { ...john, display_name: 'NAME {{ 7*7 }} É' }, /is called NAME \{\{ 7\*7 \}\} É\./, /is called NAME .* already/),
    ...twice('set-kind', { ...john, kind: 'bot' }, /is of the kind bot\./, /is of the kind bot already/),
    ...twice('set-kind', { ...john, kind: 'user' }, /is of the kind user\./, /is of the kind user already/),
    ...twice('add-email', { ...john, email: 'NAME@example.net' }, /has the address NAME@example.net\./, /has the address NAME@example.net already/),
    { operation: 'add-email', given: { ...john, email: 'a..b@example.org' }, says: /"a..b@example.org" is not an e-mail address/, failed: true },
    { operation: 'set-password', given: { ...john, password: second }, says: /would get the new password/, changed: true, check: true, password: first },
    { operation: 'set-password', given: { ...john, password: second }, says: /has the new password/, changed: true, password: second, no: first },
    { operation: 'set-password', given: { ...john, password: 'eightchr' }, says: /too weak for the server \(it wants a zxcvbn score of 3, which takes more than 8 characters/, failed: true, password: second },
    { operation: 'set-password', given: { ...john, password: 'password123' }, says: /too weak for the server \(HTTP 400 Password is too weak\)/, failed: true, password: second },
    { operation: 'set-password', given: { ...john, password: 'password123', accept_weak_password: 'yes' }, says: /has the new password/, changed: true, password: 'password123' },
    ...twice('logout-user', john, /is logged out everywhere/, /has no session/),
    { operation: 'deactivate-user', given: john, says: /nobody said that it is meant/, failed: true },
    ...twice('deactivate-user', { ...john, yes: 'yes' }, /is deactivated\./, /is deactivated already/),
    { operation: 'lock-user', given: john, says: /is deactivated\. Nothing was changed/, failed: true },
    { operation: 'promote-admin', given: john, says: /is deactivated\. Nothing was changed/, failed: true },
    { operation: 'set-password', given: { ...john, password: second }, says: /is deactivated\. Nothing was changed/, failed: true, no: second },
    ...twice('reactivate-user', john, /is active again, with the password that it had/, /is active\./),
    { operation: 'show-user', given: john, says: /is an account/, password: 'password123' },
    { operation: 'lock-user', given: { username: 'NAMEE' }, says: /There is no account @NAMEE:example.org \(near ones: .*NAME/, failed: true },
    { operation: 'register-user', given: { username: 'NAME-weak', password: 'eightchr' }, says: /too weak for the server \(it wants/, failed: true },
    { operation: 'show-user', given: { username: 'NAME-weak' }, says: /There is no account/, failed: true },
    { operation: 'register-user', given: { username: 'NAME-weak', password: 'password123' }, says: /too weak .*@NAME-weak:example.org was created on the way, and has no password yet/, changed: true, failed: true, no: 'password123' },
    { operation: 'register-user', given: { username: 'NAME-weak', password: first, admin: 'yes' }, says: /@NAME-weak:example.org was registered as a server admin/, changed: true, password: first },
    { operation: 'register-user', given: { username: 'NAME-weak', password: second }, says: /already exists/, password: first },
    { operation: 'register-user', given: { username: 'NAME-weaker', password: 'eightchr', accept_weak_password: 'yes' }, says: /was registered/, changed: true, password: 'eightchr' },
    { operation: 'register-user', given: { username: 'NAME-mail', password: first, email: 'a@b@c' }, says: /"a@b@c" is not an e-mail address/, failed: true },
    { operation: 'register-user', given: { username: 'NAME-mail', password: first, email: 'taken@example.org' }, says: /taken@example.org could not be added \(another account has it\)/, failed: true },
    { operation: 'show-user', given: { username: 'NAME-mail' }, says: /There is no account/, failed: true },
    { operation: 'register-user', given: { username: 'NAME_Upper', password: first }, says: /"NAME_Upper" cannot be a username on this server/, failed: true },
    { operation: 'register-user', given: { username: 'split-NAME', password: first }, says: /The homeserver has, or keeps, the name of @split-NAME:example.org/, failed: true, check: true },
    { operation: 'register-user', given: { username: 'split-NAME', password: first }, says: /The homeserver has, or keeps, the name of @split-NAME:example.org/, failed: true },
    { operation: 'register-user', given: { username: 'telegram_NAME', password: first }, says: /The server keeps @telegram_NAME:example.org for a bridge/, failed: true },
    { operation: 'create-registration-token', given: { ...token, uses: '5', expires: '7d' }, says: /Registration token: NAME-token/, changed: true },
    { operation: 'create-registration-token', given: token, says: /exists already/, failed: true },
    { operation: 'create-registration-token', given: { token: 'a b' }, says: /cannot be a registration token/, failed: true },
    { operation: 'create-registration-token', given: { expires: 'soon' }, says: /expires is "soon"/, failed: true },
    { operation: 'list-registration-tokens', given: {}, says: /The registration tokens of example.org/ },
    ...twice('update-registration-token', { ...token, uses: '9', expires: 'never' }, /was changed/, /is so already/),
    ...twice('revoke-registration-token', token, /is no longer good/, /was revoked before/),
    { operation: 'revoke-registration-token', given: { token: 'nothing' }, says: /There is no registration token/, failed: true },
  ]
}

/** What contradicts a step: its words, whether it changed anything, and which passwords log in then. */
async function whatIsWrong(mas: Mas, surface: LocalSurface, name: string, step: MasStep): Promise<object | undefined> {
  const given = givenTo(name, step.given)
  const told = await surface(step.operation, given, { check: step.check ?? false })
  const logins = { ...(step.password === undefined ? {} : { yes: (await login(mas.url, given.username ?? '', step.password)).status }), ...(step.no === undefined ? {} : { no: (await login(mas.url, given.username ?? '', step.no)).status }) }
  const asExpected =
    isAsExpected(step, name, told) &&
    (logins.yes ?? 200) === 200 &&
    (logins.no ?? 403) === 403
  return asExpected ? undefined : { operation: step.operation, given, ...told, logins }
}

describe('every operation on MAS', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  const names = { ansible: 'by-ansible', cli: 'by-cli', 'host command': 'by-host' }
  let mas: Mas
  let plan: HostPlan
  let root = ''
  let env: Record<string, string>
  let surfaces: Record<string, LocalSurface>

  beforeAll(async () => {
    const bridge = join(state, 'bridge.yaml')
    await writeFile(bridge, JSON.stringify({ id: 'bridge', url: null, as_token: 'as', hs_token: 'hs', sender_localpart: 'bridgebot', namespaces: { users: [{ exclusive: true, regex: '@telegram_.*:example\\.org' }], rooms: [], aliases: [] } }))
    mas = await startMas({ synapse: { extra: { app_service_config_files: [bridge] } } })
    const withoutToken = masPlan(mas, state)
    plan = { ...withoutToken, access: { ...withoutToken.access, token: { env: homeserverToken } } }
    env = { [clientSecretVariable]: mas.adminApi.clientSecret, [homeserverToken]: await adminToken(withoutToken) }
    ;({ root, surfaces } = await everySurface(plan, env))
    await (surfaces['cli'] as LocalSurface)('register-user', { username: 'taken', password: first, email: 'taken@example.org' })
    for (const name of Object.values(names)) await send(mas.synapse.url, 'POST', '/_synapse/mas/provision_user', { token: mas.secret, body: { localpart: `split-${name}` } })
  })

  afterAll(async () => {
    await mas?.stop()
    if (root) await rm(root, { recursive: true })
    await rm(state, { recursive: true })
    removeDirectories()
  })

  /** That of a personal session of an admin, as an operator makes one. */
  async function adminToken(of: HostPlan): Promise<string> {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(of) })
    await registrar(['register-user', 'boss', '--admin'], { cwd, env: { [clientSecretVariable]: mas.adminApi.clientSecret, MATRIX_PASSWORD: first } })
    const token = await getToken(mas)
    const boss = (await send(mas.url, 'GET', '/api/admin/v1/users/by-username/boss', { token })).body as { data: { id: string } }
    const body = { actor_user_id: boss.data.id, human_name: 'registrar', scope: 'urn:matrix:client:api:* urn:synapse:admin:*', expires_in: 3600 }
    const made = (await send(mas.url, 'POST', '/api/admin/v1/personal-sessions', { token, body })).body as { data: { attributes: { access_token: string } } }
    return made.data.attributes.access_token
  }

  it('suspending is refused without a token for the homeserver', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(masPlan(mas, state)) })
    const { exitCode, stderr } = await registrar(['suspend-user', 'taken'], { cwd, env })
    expect(stderr).toContain('The homeserver behind MAS does that, and the host file names no token for it.')
    expect(exitCode).toBe(2)
  })

  it.each(Object.entries(names))('is done by the %s, with the truth about what changed', async (surface, name) => {
    const wrong = []
    for (const step of story()) {
      const found = await whatIsWrong(mas, surfaces[surface] as LocalSurface, name, step)
      if (found) wrong.push(found)
    }
    expect(wrong).toEqual([])
    expect(readdirSync(join(state, 'unfinished'))).toEqual([])
  })

  it('logging out ends the tokens of scripts too that act as the account', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(masPlan(mas, state)) })
    const run = (...words: string[]) => registrar(words, { cwd, env: { ...env, MATRIX_PASSWORD: first } })
    await run('register-user', 'scripted')
    const token = await getToken(mas)
    const { data } = (await send(mas.url, 'GET', '/api/admin/v1/users/by-username/scripted', { token })).body as { data: { id: string } }
    const body = { actor_user_id: data.id, human_name: 'a bridge', scope: 'urn:matrix:client:api:*' }
    const made = (await send(mas.url, 'POST', '/api/admin/v1/personal-sessions', { token, body })).body as { data: { id: string } }
    expect((await run('logout-user', 'scripted')).stdout).toContain('is logged out')
    expect((await send(mas.url, 'GET', `/api/admin/v1/personal-sessions/${made.data.id}`, { token })).body).toMatchObject({ data: { attributes: { revoked_at: expect.any(String) as string } } })
    expect((await run('logout-user', 'scripted')).stdout).toContain('has no session')
  })
})
