import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { devices, isAdmin, login, logout, whoami } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { everySurface, inBrief, type LocalSurface, succeeding } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'
import { stories, runAll } from '../support/stories.ts'
import { runJust } from '../support/workspace.ts'

jest.setTimeout(3_600_000)

describe.each(['synapse', 'dendrite'] as const)('every operation on a real %s', (kind) => {
  let server: Homeserver
  let plan: HostPlan
  let root = ''
  let surfaces: Record<string, LocalSurface>
  let env: Record<string, string>

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    const base = localPlan(kind, server, synapse?.python)
    const cwd = makeDirectory({ 'registrar.yml': hostFile(base) })
    await registrar(['register-user', 'boss', '--admin'], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
    env = { MATRIX_ADMIN_TOKEN: (await login(server.url, 'boss', 'secret-password')).accessToken ?? '' }
    plan = { ...base, access: { token: { env: 'MATRIX_ADMIN_TOKEN' } } }
    ;({ root, surfaces } = await everySurface(plan, env, undefined, { allCommands: kind === 'synapse' }))
  })

  afterAll(async () => {
    await server?.stop()
    if (root) await rm(root, { recursive: true })
    removeDirectories()
  })

  it('is done by every surface, with the truth about what changed', async () => {
    const story = stories[kind]()
    const bySurface = {
      ansible: inBrief(story),
      'oldest ansible': succeeding(story),
      cli: story,
      'host command': story,
    }
    expect(await runAll(bySurface, surfaces)).toEqual([])
  })

  if (kind === 'dendrite')
    it('gives a token that acts as the account until it signs out, and shows no secret at -vvv', async () => {
      const env = { MATRIX_PASSWORD: 'first {{ secret }}' }
      const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, access: {} }) })
      await registrar(['register-user', 'bot'], { cwd, env })
      const { output } = await runJust(root, ['create-access-token', 'bot', '-vvv'], { env })
      const token = readFileSync(join(root, 'passwords/example.org/bot.token.txt'), 'utf8').trim()
      expect(output).toContain('Created an access token of @bot:example.org')
      for (const secret of [token, 'first {{']) expect(output).not.toContain(secret)
      expect(await whoami(server.url, token)).toBe('@bot:example.org')
      const check = await registrar(['create-access-token', 'bot', '--check'], { cwd, env })
      expect(check.stdout).toContain('would be created; the server accepts the password.')
      expect((await devices(server.url, token)).map(({ display_name }) => display_name)).toEqual(['registrar'])
      await logout(server.url, token)
      await expect(whoami(server.url, token)).rejects.toThrow('M_UNKNOWN_TOKEN')
    })

  it('does on the server what it says', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
    const run = (words: string[], password = '') =>
      registrar(words, { cwd, env: { ...env, MATRIX_PASSWORD: password } })
    await run(['register-user', 'mary'], 'secret-password')
    const { accessToken = '' } = await login(server.url, 'mary', 'secret-password')
    if (kind === 'synapse') {
      await run(['promote-admin', 'mary'])
      expect(await isAdmin(server.url, accessToken, '@mary:example.org')).toBe(true)
      await run(['lock-user', 'mary'])
      expect(await login(server.url, 'mary', 'secret-password')).toMatchObject({ errcode: 'M_USER_LOCKED' })
      await run(['unlock-user', 'mary'])
    }
    await run(['set-password', 'mary', '--keep-sessions'], 'another password {{ x }}')
    expect((await login(server.url, 'mary', 'another password {{ x }}')).status).toBe(200)
    expect((await login(server.url, 'mary', 'secret-password')).status).toBe(403)
    const called = ['register-user', 'zoe', '--display-name', "Zoë O'Hara"]
    expect((await run([...called, '--check'], 'secret-password')).exitCode).toBe(0)
    expect((await run(called, 'secret-password')).exitCode).toBe(0)
    expect(JSON.parse((await run(['show-user', 'zoe', '--json'])).stdout)).toMatchObject({
      user: { display_name: "Zoë O'Hara" },
    })
  })
})
