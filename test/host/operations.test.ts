import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { removeDirectories } from '../support/directory.ts'
import { endings, everySurface, type LocalSurface, type Step } from '../support/every-surface.ts'
import { homeserverUrl, labPlan } from '../support/lab-workspace.ts'
import { stories, storyOfDatabase, runAll } from '../support/stories.ts'

jest.setTimeout(3_600_000)

let host: LabHost

const everywhere = (story: Step[]) => ({ ansible: endings(story), cli: story, 'host command': story })

beforeAll(async () => {
  host = await startHost()
})

afterAll(async () => {
  await host?.stop()
  removeDirectories()
})

describe.each(['synapse', 'dendrite'] as const)(
  "every operation on the %s of the playbook's host, over SSH",
  (kind) => {
    const roots: string[] = []
    const env: Record<string, string> = {}
    let byAdmin: Record<string, LocalSurface>
    let byDatabase: Record<string, LocalSurface>

    beforeAll(async () => {
      const plan = labPlan(host, kind)
      const database = await everySurface(plan, {}, host)
      byDatabase = database.surfaces
      expect(
        await byDatabase['cli']?.('register-user', { username: 'boss', password: 'secret-password', admin: 'yes' }),
      ).toMatchObject({ changed: true })
      env['MATRIX_ADMIN_TOKEN'] = (await login(homeserverUrl(host, kind), 'boss', 'secret-password')).accessToken ?? ''
      const admin = await everySurface({ ...plan, access: { token: { env: 'MATRIX_ADMIN_TOKEN' } } }, env, host)
      byAdmin = admin.surfaces
      roots.push(database.root, admin.root)
    })

    afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))))

    it('is done by every surface, with the truth about what changed', async () => {
      expect(await runAll(everywhere(stories[kind]()), byAdmin)).toEqual([])
    })

    it("is done by the playbook's PostgreSQL without an admin, or says that it needs one", async () => {
      expect(await runAll(everywhere(storyOfDatabase(kind)), byDatabase, 'db-')).toEqual([])
    })
  },
)
