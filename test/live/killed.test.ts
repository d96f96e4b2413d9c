import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import fc from 'fast-check'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { entry, killed, registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { sampled } from '../support/exhaustive.ts'
import { hostFile } from '../support/host-file.ts'
import { inParallel } from '../support/in-parallel.ts'
import { type Fate, startInterruptingProxy } from '../support/interrupting-proxy.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()

/** Milliseconds after the program began: before it knows what to do, in the middle of it, and at its end. */
const moments = fc.sample(fc.noBias(fc.integer({ min: 50, max: 1000 })), { numRuns: 20, seed: 3 })

const kills = sampled(
  [...moments.map((moment) => ({ accounts: 100, moment })), { accounts: 1000, moment: 4000 }],
  [...moments.slice(0, 5).map((moment) => ({ accounts: 40, moment })), { accounts: 250, moment: 2000 }],
)

describe('registrar apply, killed with SIGKILL', () => {
  let server: Synapse
  let plan: HostPlan

  beforeAll(async () => {
    server = await startSynapse()
    plan = localPlan('synapse', server, server.python)
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
  })

  it.each(kills.map((each, index) => ({ ...each, index })))(
    'after $moment ms with $accounts accounts: the next run does what is left, each account with its password',
    async ({ accounts, moment, index }) => {
      const names = Array.from({ length: accounts }, (_, number) => `k${index}-${number}`)
      const cwd = makeDirectory({
        'registrar.yml': hostFile({
          ...plan,
          users: names.map((username) => ({ username, generate: { file: `passwords/${username}` } })),
        }),
      })
      await killed(['apply', '--yes'], { cwd, moment })
      expect(await registrar(['apply', '--yes'], { cwd })).toMatchObject({ exitCode: 0 })
      expect(await registrar(['plan'], { cwd })).toMatchObject({ exitCode: 0, stdout: '' })
      const statuses = await inParallel(
        names,
        8,
        async (name) =>
          (await login(server.url, name, readFileSync(join(cwd, 'passwords', name), 'utf8').trim())).status,
      )
      expect(statuses).toEqual(names.map(() => 200))
    },
  )

  it('in the middle: what it had begun ends before the next run begins, so that no account is made twice', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `one-writer-${number}`)
    let posts = 0
    let begin = () => {}
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const proxy = await startInterruptingProxy(server.url, async (method, path): Promise<Fate> => {
      if (method !== 'POST' || path !== '/_synapse/admin/v1/register') return 'forward'
      posts++
      begin()
      await delay(300)
      return 'forward'
    })
    try {
      const cwd = makeDirectory({
        'registrar.yml': hostFile({
          ...localPlan('synapse', { ...server, url: proxy.url }, server.python),
          users: names.map((username) => ({ username, generate: { file: `passwords/${username}` } })),
        }),
      })
      const env = { NODE_OPTIONS: '' }
      const first = execa(process.execPath, [entry, 'apply', '--yes'], { cwd, reject: false, stdin: 'ignore', env })
      await begun
      first.kill('SIGKILL')
      const next = await registrar(['apply', '--yes'], { cwd })
      expect([(await first).signal, next.exitCode, posts]).toEqual(['SIGKILL', 0, names.length])
    } finally {
      proxy.stop()
    }
  })
})
