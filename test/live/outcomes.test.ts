import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, type Run, runJust } from '../support/workspace.ts'

jest.setTimeout(120_000)

const bridge = join(tmpdir(), `registrar-bridge-${process.pid}.yaml`)
const started: Homeserver[] = []
const roots: string[] = []

afterAll(async () => {
  for (const server of started) await server.stop()
  for (const root of roots) await rm(root, { recursive: true })
  await rm(bridge, { force: true })
})

type Register = (username: string, password?: string) => Promise<Run>

/** A server of its own kind, and the recipe for it. */
async function start(kind: 'synapse' | 'dendrite', extra = {}): Promise<{ server: Homeserver; register: Register }> {
  const synapse = kind === 'synapse' ? await startSynapse({ extra }) : undefined
  const server = synapse ?? (await startDendrite())
  started.push(server)
  const root = makeWorkspace([localPlan(kind, server, synapse?.python)])
  roots.push(root)
  return {
    server,
    register: (username, password = 'secret-password') => runJust(root, ['register-user', username, password]),
  }
}

it('a username of a bridge, or of the server itself, is told to be reserved', async () => {
  await writeFile(
    bridge,
    JSON.stringify({
      id: 'bridge',
      url: null,
      as_token: 'as-token',
      hs_token: 'hs-token',
      sender_localpart: 'bridgebot',
      namespaces: { users: [{ exclusive: true, regex: '@telegram_.*:example\\.org' }], rooms: [], aliases: [] },
    }),
  )
  const { register } = await start('synapse', {
    app_service_config_files: [bridge],
    server_notices: { system_mxid_localpart: 'notices' },
  })
  for (const username of ['telegram_john', 'notices']) {
    const { exitCode, output, changed } = await register(username)
    expect(output).toContain(
      `The server keeps @${username}:example.org for a bridge, a bot or its own notices (HTTP 400`,
    )
    expect({ exitCode, changed }).toEqual({ exitCode: 2, changed: 0 })
  }
})

it('only digits are refused on Synapse, and taken on Dendrite', async () => {
  const synapse = await start('synapse')
  const refused = await synapse.register('12345')
  expect(refused.output.replaceAll('\\"', '"')).toContain('"12345" cannot be a username on this server')
  const dendrite = await start('dendrite')
  expect((await dendrite.register('12345')).exitCode).toBe(0)
  expect((await login(dendrite.server.url, '12345', 'secret-password')).status).toBe(200)
})

it('a password of seven bytes is refused for Dendrite, and taken by Synapse', async () => {
  const dendrite = await start('dendrite')
  const refused = await dendrite.register('short', '1234567')
  expect(refused.output).toContain('The password has 7 bytes; Dendrite wants at least 8.')
  expect(refused.exitCode).toBe(2)
  const synapse = await start('synapse')
  expect((await synapse.register('short', '1234567')).exitCode).toBe(0)
})

it("a failure of the server's own is told, with where its cause stands", async () => {
  const { server, register } = await start('synapse')
  await execa('python3', [
    '-c',
    'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("DROP TABLE users")',
    join(server.dir, 'homeserver.db'),
  ])
  const { exitCode, output, changed } = await register('john')
  expect(output).toContain('Synapse failed (HTTP 500')
  expect(output).toContain('journalctl -u matrix-synapse.service')
  expect({ exitCode, changed }).toEqual({ exitCode: 2, changed: 0 })
})

it('a Synapse that registers nobody by shared secret is told to be so', async () => {
  const synapse = await startSynapse({ sharedSecret: false })
  started.push(synapse)
  const root = makeWorkspace([localPlan('synapse', synapse, synapse.python)])
  roots.push(root)
  const { output } = await runJust(root, ['register-user', 'john', 'secret-password'])
  expect(output).toContain("The homeserver's configuration has no registration_shared_secret")
})
