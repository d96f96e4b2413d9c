import { jest } from '@jest/globals'
import { policyVariables } from '../../generator/dialects/policy-variables.ts'
import type { HostConfig } from '../../generator/generated/host-config.ts'
import { startSynapse } from '../lab/synapse.ts'

jest.setTimeout(300_000)

type Registration = NonNullable<HostConfig['registration']>

/** The homeserver settings that the playbook's variables of these names become. */
function settings(registration: Registration): Record<string, unknown> {
  const variables = policyVariables({ version: 1, domain: 'example.org', host: 'matrix.example.org', homeserver: 'synapse', registration })
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name.replace('matrix_synapse_', ''), value]))
}

async function stagesOf(url: string): Promise<{ status: number; stages: string[] }> {
  const response = await fetch(`${url}/_matrix/client/v3/register`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  const { flows = [] } = (await response.json()) as { flows?: { stages: string[] }[] }
  return { status: response.status, stages: flows.flatMap(({ stages }) => stages) }
}

const modes: [string, Registration, number, string[]][] = [
  ['closed', { mode: 'closed' }, 403, []],
  ['token', { mode: 'token' }, 401, ['m.login.registration_token']],
  ['open', { mode: 'open', acknowledge: 'anyone on the internet may register here without any verification' }, 401, ['m.login.dummy']],
]

it.each(modes)('a real Synapse starts with the mode %s, and asks for what it promises', async (_name, registration, status, stages) => {
  const server = await startSynapse({ bcryptRounds: 4, extra: settings(registration) })
  try {
    const answer = await stagesOf(server.url)
    expect(answer.status).toBe(status)
    expect(answer.stages).toEqual(expect.arrayContaining(stages))
  } finally {
    await server.stop()
  }
})

it('a real Synapse refuses to start with enable_registration alone', async () => {
  await expect(startSynapse({ extra: { enable_registration: true } })).rejects.toThrow(/open registration/)
})
