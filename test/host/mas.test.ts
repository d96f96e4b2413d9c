import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { startHostWithMas } from '../lab/host-mas.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { endings, everySurface, type LocalSurface } from '../support/every-surface.ts'
import { hostFile } from '../support/host-file.ts'
import { registrar } from '../support/kept-cli.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { clientSecretVariable } from '../support/mas-plan.ts'
import { first, type MasStep, storyOfMas, storyOfMasCli, runAllMas, runMas } from '../support/mas-stories.ts'
import { writeSshConfig } from '../support/surfaces.ts'

jest.setTimeout(3_600_000)

let lab: Awaited<ReturnType<typeof startHostWithMas>>
const roots: string[] = []

beforeAll(async () => {
  lab = await startHostWithMas()
})

afterAll(async () => {
  await lab?.stop()
  await Promise.all(roots.map((root) => rm(root, { recursive: true })))
  removeDirectories()
})

async function surfacesOf(access: HostPlan['access'], env: Record<string, string> = {}) {
  const { root, surfaces } = await everySurface(
    { ...labPlan(lab.host, 'synapse'), authority: 'mas', access },
    env,
    lab.host,
  )
  roots.push(root)
  return surfaces
}

/** What changes something and what only looks, but for what needs a token for the homeserver; an account of its own is enough. */
const done = (story: MasStep[]) =>
  story.filter(
    ({ operation, changed, failed, given }) =>
      !failed &&
      (changed || /^(show|list)/.test(operation)) &&
      !/^(suspend|unsuspend|set-display|set-kind)/.test(operation) &&
      !given.username?.startsWith('NAME-'),
  )

describe("MAS in the playbook's container", () => {
  let surfaces: Record<string, LocalSurface>

  beforeAll(async () => {
    const { clientId: id, clientSecret } = lab.mas.adminApi
    surfaces = await surfacesOf(
      { client: { id, secret: { env: clientSecretVariable } } },
      { [clientSecretVariable]: clientSecret },
    )
  })

  it('is reached on its network by every surface, by the Admin API', async () => {
    const story = done(storyOfMas())
    const stories = { ansible: endings(story), cli: story, 'host command': story }
    expect(await runAllMas(stories, surfaces, lab.mas.url)).toEqual([])
  })

  it('is started where it was stopped', async () => {
    await lab.host.shell('systemctl stop matrix-authentication-service')
    expect(await surfaces['cli']?.('register-user', { username: 'early', password: first })).toMatchObject({
      failed: false,
      changed: true,
    })
  })

  const onlyStandIn = process.env['REGISTRAR_LAB_MAS'] ? it.skip : it // the real mas-cli is not in the container

  onlyStandIn('is reached by mas-cli in it', async () => {
    const { cli } = await surfacesOf({ cli: { takesPasswords: true } })
    expect(
      await runMas(done(storyOfMasCli()), 'by-mas-cli', { surface: cli as LocalSurface, url: lab.mas.url }),
    ).toEqual([])

    const before = hostFile({ ...labPlan(lab.host, 'synapse'), authority: 'mas' })
    const cwd = makeDirectory({ 'registrar.yml': before })
    const reach = ['--ssh-config', await writeSshConfig(lab.host, cwd)]
    const run = (...words: string[]) => registrar([...words, ...reach], { cwd, env: { SSH_AUTH_SOCK: '' } })
    expect(await run('setup-access', '--yes')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(`${before}\naccess:\n  cli: {}\n`)
    expect(await run('doctor')).toMatchObject({ exitCode: 0 })
  })
})
