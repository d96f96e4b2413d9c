import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { withBridge } from '../support/bridge.ts'
import { removeDirectories } from '../support/directory.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, type Run, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

const started: Homeserver[] = []
const roots: string[] = []

type Register = (username: string, password?: string) => Promise<Run>

/** A server, and the recipe for it. */
function registerAt(kind: 'synapse' | 'dendrite', server: Homeserver, python?: string): Register {
  started.push(server)
  const root = makeWorkspace([localPlan(kind, server, python)])
  roots.push(root)
  return (username, password = 'secret-password') => runJust(root, ['register-user', username, password])
}

let synapse: Synapse
let dendrite: Homeserver
let onSynapse: Register
let onDendrite: Register

beforeAll(async () => {
  const extra = { ...withBridge(), server_notices: { system_mxid_localpart: 'notices' } }
  synapse = await startSynapse({ extra })
  dendrite = await startDendrite()
  onSynapse = registerAt('synapse', synapse, synapse.python)
  onDendrite = registerAt('dendrite', dendrite)
})

afterAll(async () => {
  for (const server of started) await server.stop()
  for (const root of roots) await rm(root, { recursive: true })
  removeDirectories()
})

it('a username of a bridge, or of the server itself, is reported as reserved', async () => {
  for (const username of ['telegram_john', 'notices']) {
    const { exitCode, output, changed } = await onSynapse(username)
    expect(output).toContain(
      `The server reserves @${username}:example.org for a bridge, a bot or its own notices (HTTP 400`,
    )
    expect({ exitCode, changed }).toEqual({ exitCode: 2, changed: 0 })
  }
})

it('only digits are refused on Synapse, and taken on Dendrite', async () => {
  const refused = await onSynapse('12345')
  expect(refused.output.replaceAll('\\"', '"')).toContain('"12345" cannot be a username on this server')
  expect((await onDendrite('12345')).exitCode).toBe(0)
  expect((await login(dendrite.url, '12345', 'secret-password')).status).toBe(200)
})

it('a password of seven bytes is refused for Dendrite, and taken by Synapse', async () => {
  const refused = await onDendrite('short', '1234567')
  expect(refused.output).toContain('The password has 7 bytes; Dendrite wants at least 8.')
  expect(refused.exitCode).toBe(2)
  expect((await onSynapse('short', '1234567')).exitCode).toBe(0)
})

it("a failure of the server's own is reported, with the place of its cause", async () => {
  await execa('python3', [
    '-c',
    'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("DROP TABLE users")',
    join(synapse.dir, 'homeserver.db'),
  ])
  const { exitCode, output, changed } = await onSynapse('john')
  expect(output).toContain('Synapse failed (HTTP 500')
  expect(output).toContain('journalctl -u matrix-synapse.service')
  expect({ exitCode, changed }).toEqual({ exitCode: 2, changed: 0 })
})

it('a Synapse that registers nobody by shared secret is reported', async () => {
  const server = await startSynapse({ sharedSecret: false })
  const { output } = await registerAt('synapse', server, server.python)('john')
  expect(output).toContain("The homeserver's configuration has no registration_shared_secret")
})
