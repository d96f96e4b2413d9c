import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { registrar } from '../support/kept-cli.ts'
import { withBridge } from '../support/bridge.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { endings, everySurface, type LocalSurface, succeeding } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { getToken, send } from '../support/mas-client.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { first, nameOf, storyOfMas, runAllMas } from '../support/mas-stories.ts'

jest.setTimeout(3_600_000)

/** Named so that the host command reads it too. */
const homeserverToken = 'MATRIX_HOMESERVER_TOKEN'

describe('every operation on MAS', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  const story = storyOfMas()
  const brief = new Set([...succeeding(story), ...endings(story)])
  const completed = new Set(story.filter(({ changed, failed }) => changed && failed).map(({ given }) => given.username))
  const byAnsible = story.filter((step) => brief.has(step) || completed.has(step.given.username))
  const stories = { ansible: byAnsible, cli: story, 'host command': story }
  let mas: Mas
  let plan: HostPlan
  let root = ''
  let env: Record<string, string>
  let surfaces: Record<string, LocalSurface>

  beforeAll(async () => {
    mas = await startMas({ synapse: { extra: withBridge() } })
    const withoutToken = masPlan(mas, state)
    plan = { ...withoutToken, access: { ...withoutToken.access, token: { env: homeserverToken } } }
    env = { [clientSecretVariable]: mas.adminApi.clientSecret, [homeserverToken]: await adminToken(withoutToken) }
    ;({ root, surfaces } = await everySurface(plan, env))
    await (surfaces['cli'] as LocalSurface)('register-user', {
      username: 'taken',
      password: first,
      email: 'taken@example.org',
    })
    for (const name of Object.keys(stories).map(nameOf))
      await send(mas.synapse.url, 'POST', '/_synapse/mas/provision_user', {
        token: mas.secret,
        body: { localpart: `split-${name}` },
      })
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
    await registrar(['register-user', 'boss', '--admin'], {
      cwd,
      env: { [clientSecretVariable]: mas.adminApi.clientSecret, MATRIX_PASSWORD: first },
    })
    const token = await getToken(mas)
    const boss = (await send(mas.url, 'GET', '/api/admin/v1/users/by-username/boss', { token })).body as {
      data: { id: string }
    }
    const body = {
      actor_user_id: boss.data.id,
      human_name: 'registrar',
      scope: 'urn:matrix:client:api:* urn:synapse:admin:*',
      expires_in: 3600,
    }
    const made = (await send(mas.url, 'POST', '/api/admin/v1/personal-sessions', { token, body })).body as {
      data: { attributes: { access_token: string } }
    }
    return made.data.attributes.access_token
  }

  it('suspending is refused without a token for the homeserver', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(masPlan(mas, state)) })
    const { exitCode, stderr } = await registrar(['suspend-user', 'taken'], { cwd, env })
    expect(stderr).toContain('This is done by the homeserver behind MAS, and the host file has no token for it.')
    expect(exitCode).toBe(2)
  })

  it('is done by every surface, with the truth about what changed', async () => {
    expect(await runAllMas(stories, surfaces, mas.url)).toEqual([])
    expect(readdirSync(join(state, 'unfinished'))).toEqual([])
  })

  it('logging out ends the tokens of scripts too that act as the account', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(masPlan(mas, state)) })
    const run = (...words: string[]) => registrar(words, { cwd, env: { ...env, MATRIX_PASSWORD: first } })
    await run('register-user', 'scripted')
    const token = await getToken(mas)
    const { data } = (await send(mas.url, 'GET', '/api/admin/v1/users/by-username/scripted', { token })).body as {
      data: { id: string }
    }
    const body = { actor_user_id: data.id, human_name: 'a bridge', scope: 'urn:matrix:client:api:*' }
    const made = (await send(mas.url, 'POST', '/api/admin/v1/personal-sessions', { token, body })).body as {
      data: { id: string }
    }
    const end = (...words: string[]) => run('logout-user', 'scripted', '--session', made.data.id, ...words)
    expect((await end('--check')).stdout).toContain('would be ended')
    expect((await run('logout-user', 'scripted')).stdout).toContain('Logged out')
    expect(
      (await send(mas.url, 'GET', `/api/admin/v1/personal-sessions/${made.data.id}`, { token })).body,
    ).toMatchObject({ data: { attributes: { revoked_at: expect.any(String) as string } } })
    expect((await run('logout-user', 'scripted')).stdout).toContain('has no session')
    expect((await end()).stdout).toContain('has already ended')
  })
})
