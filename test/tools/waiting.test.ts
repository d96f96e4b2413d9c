import { rmSync } from 'node:fs'
import { jest } from '@jest/globals'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { registrar } from '../support/kept-cli.ts'
import { localPlan } from '../support/plans.ts'
import { configFile, Refusal, withHomeserver } from '../support/server-program.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(300_000)
afterAll(removeDirectories)

const register = '/_synapse/admin/v1/register'

/** Has everybody wait for three seconds before the first request. */
async function onBusyServer<Done>(work: (plan: ReturnType<typeof localPlan>) => Promise<Done>): Promise<Done> {
  let asked = 0
  const busy = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 3000 }
  const routes = {
    [`GET ${register}`]: () => ((asked += 1) === 1 ? new Refusal(429, busy) : { nonce: 'n' }),
    [`POST ${register}`]: () => ({ user_id: '@john:example.org' }),
    'GET /_matrix/client/v3/login': () => ({ flows: [{ type: 'm.login.password' }] }),
  }
  const configPath = configFile({ server_name: 'example.org', registration_shared_secret: 'shared' })
  return (await withHomeserver(routes, (url) => work(localPlan('synapse', { url, configPath }, '/usr/bin/python3'))))
    .done
}

it('is shown while the server has us wait, with how long and why', async () => {
  const { stdout, stderr } = await onBusyServer((plan) =>
    registrar(['register-user', 'john'], {
      cwd: makeDirectory({ 'registrar.yml': hostFile(plan) }),
      env: { MATRIX_PASSWORD: 'secret-password' },
    }),
  )
  expect(stdout).toContain('Created @john:example.org')
  expect(stderr).toMatch(/^matrix\.example\.org: waiting 3 s \(HTTP 429 Too Many Requests\)\n/)
})

it('is shown by a play, too', async () => {
  const { output } = await onBusyServer(async (plan) => {
    const root = makeWorkspace([plan])
    try {
      return await runJust(root, ['register-user', 'john', 'secret-password'])
    } finally {
      rmSync(root, { recursive: true })
    }
  })
  expect(output).toContain('matrix.example.org: still working (2 s)')
  expect(output).toContain('Created @john:example.org')
})
